import assert from "node:assert/strict";
import { test } from "node:test";

import { makeEngine } from "./engine";
import { LIBRARY } from "../testing/library";

const engine = await makeEngine(LIBRARY);
const first = (typed: string): string | undefined => engine.search(typed).hits[0]?.of.url;

test("a term leads to its definition, which is the answer", () => {
  const { answer, hits } = engine.search("全体会");
  assert.equal(answer?.of.url, "terms.html#plenary");
  assert.equal(hits[0], answer);
});

test("a question finds the question that answers, and the section after it", () => {
  const { answer, hits } = engine.search("全体会は年に何回？");
  assert.equal(answer?.of.url, "faq.html#often");
  assert.ok(hits.some(({ of }) => of.url === "a.html#plenary"));
});

test("width, spaces, kana, long marks and brackets make no difference", () => {
  assert.equal(first("８９条の３"), "b.html#secret");
  assert.equal(first("第 89 条の 3"), "b.html#secret");
  assert.equal(first("守秘 義務"), "terms.html#secret");
  assert.equal(first("ｻｰﾋﾞｽ担当者会議"), "terms.html#meeting");
  assert.equal(first("（自立支援）協議会"), "terms.html#council");
});

test("kana find what is read so, joined from shorter words too", () => {
  assert.equal(first("しゅひぎむ"), "terms.html#secret");
  assert.equal(first("シュヒギム"), "terms.html#secret");
  assert.equal(first("ぎゃくたい"), "c.html#abuse");
});

test("other words, other spellings, short names and slips lead to the site's words", () => {
  assert.equal(first("自立協"), "terms.html#council");
  assert.equal(first("たたかれている"), "c.html#abuse");
  assert.equal(first("障がいのある人"), "terms.html#council");
  assert.equal(first("担会"), "terms.html#meeting");
  assert.equal(first("守秘議務"), "terms.html#secret");
  assert.equal(first("受入れの体制"), "a.html#plenary");
});

test("a short synonym inside a longer word of kanji is none", () => {
  const { query } = engine.search("自立協力");
  assert.ok(query.units.every(({ spellings }) => spellings.every(({ text }) => text !== "協議会")));
});

test("what nobody wrote about finds nothing", () => {
  for (const typed of ["", "  ", "？！", "😀", "xyzzy", "\u0000\u0007"]) assert.deepEqual(engine.search(typed).hits, []);
});

test("queries of any kind and length are harmless", () => {
  for (const typed of ["協議会".repeat(1000), "[(*+?.\\^$|", "<img src=x onerror=alert(1)>", "\ud800全体会", "あ".repeat(2000), "__proto__"]) {
    assert.ok(Array.isArray(engine.search(typed).hits));
  }
});

test("a sentence in everyday words leads to the record that answers it, though they share no word of the text", () => {
  assert.equal(first("となりの子にあざがあるみたい"), "c.html#abuse");
  assert.equal(first("ごはんをもらえていないようだ"), "c.html#abuse");
});

test("a word in katakana that is part of a longer one is none", () => {
  const spellings = (typed: string): string[] => engine.search(typed).query.units.flatMap((unit) => unit.spellings.map(({ text }) => text));
  assert.ok(spellings("メモ").includes("秘密"));
  assert.ok(!spellings("メモリアル").includes("秘密"));
});
