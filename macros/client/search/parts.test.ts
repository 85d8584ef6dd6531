import assert from "node:assert/strict";
import { test } from "node:test";

import { gramsOf } from "./bigrams";
import { leastEdits } from "./edits";
import { likeness } from "./likeness";
import { fold, foldWithPlaces } from "./spelling";
import { makeSuggest } from "./suggest";
import { LIBRARY } from "../testing/library";
import { libraryOf, unpack } from "./unpack";

test("folding leaves letters and one space between sentences", () => {
  assert.equal(fold("（自立支援）協議会、ｺｰﾃﾞｨﾈｰﾀｰ・Ｃo！"), "自立支援協議会 こでぃねたco ");
  assert.equal(fold("1,693 自治体"), "1693自治体");
  assert.equal(fold("スーパーヴィジョン"), "すぱびじょん");
});

test("each unit knows where it comes from", () => {
  const text = "（自）サービス";
  const { text: folded, from } = foldWithPlaces(text);
  assert.equal(folded, "自さびす");
  assert.deepEqual(from.map((place) => text[place]), ["自", "サ", "ビ", "ス"]);
});

test("edits: replacing, leaving out, swapping; more than allowed is not counted on", () => {
  assert.equal(leastEdits("守秘議務", "守秘義務", 2), 1);
  assert.equal(leastEdits("担当会議", "担当者会議", 2), 1);
  assert.equal(leastEdits("議会協", "議協会", 2), 1);
  assert.equal(leastEdits("全く別", "守秘義務", 2), 3);
});

test("sentences are alike by their pairs and by their kanji", () => {
  // となりの課 is とな, なり, りの, の課 and 課; 課が is 課が and 課. Twice the one that they share, by all seven.
  assert.equal(likeness(gramsOf("となりの課"), gramsOf("課が")), 2 / 7);
  assert.equal(likeness(gramsOf("となり"), gramsOf("課")), 0);
});

test("suggestions begin with what is typed, by spelling or reading, and keep the words before", () => {
  const suggest = makeSuggest(LIBRARY);
  assert.deepEqual(suggest.beginning("しゅひ"), ["守秘義務"]);
  assert.deepEqual(suggest.beginning("議事 サービス"), ["議事 サービス担当者会議"]);
  assert.deepEqual(suggest.beginning("守秘義務"), []);
  assert.deepEqual(suggest.beginning(""), []);
});

test("near terms are found for a misspelled word", () => {
  assert.equal(makeSuggest(LIBRARY).near("守比義務")[0], "守秘義務");
});

test("unpacking reads the columns and refuses another format", () => {
  const parts = ["a\tbc", "", "", "", "0", "0", "x", "bc", "", "bc", "abc"];
  assert.deepEqual(libraryOf([["book", "本"]], parts.join("\ue000")).documents, [
    { kind: 0, url: "a#x", title: "bc", also: "", asked: "bc", text: "abc", place: "bc" },
  ]);
  assert.throws(() => unpack({ format: 2, kinds: [], symbols: "", end: 0, codes: "" }), /format 2/);
});

test("unpacking turns a word and what is typed for it into pairs, and reads other names of terms", () => {
  // The term bc is also called a, and 0 is its reading.
  const parts = ["a\tbc", "", "0\tbc\ta", "", "0", "0", "", "bc", "a 0", "", "a"];
  assert.deepEqual(libraryOf([["term", "用語"]], parts.join("\ue000")).synonyms, [["bc", "0"], ["a", "0"], ["a", "bc"], ["bc", "a"]]);
});
