import assert from "node:assert/strict";
import { test } from "node:test";

import { makeEngine } from "./engine";
import { marked, snippet, wanted } from "./snippet";
import { LIBRARY } from "../testing/library";

const engine = await makeEngine(LIBRARY);
const pairsOf = (typed: string): ReadonlyMap<number, number> => wanted(engine.search(typed).query);
const marks = (pieces: readonly { text: string; marked: boolean }[]): string[] => pieces.filter((piece) => piece.marked).map(({ text }) => text);

test("the found words are marked as they are written, brackets and long marks included", () => {
  assert.deepEqual(marks(marked("（自立支援）協議会とサービス担当者会議", pairsOf("自立支援協議会"))), ["自立支援）協議会"]);
  assert.deepEqual(marks(marked("サービス担当者会議です", pairsOf("ｻｰﾋﾞｽ担当者会議"))), ["サービス担当者会議"]);
});

test("the pieces make up the whole text", () => {
  const text = "全体会では、代表者が集まります。";
  assert.equal(marked(text, pairsOf("全体会")).map((piece) => piece.text).join(""), text);
});

test("a long text is cut around the word, from the beginning of its sentence if that is near", () => {
  const text = `${"前の文です。".repeat(20)}ここで守秘義務が出ます。${"後の文です。".repeat(20)}`;
  const cut = snippet(text, pairsOf("守秘義務"), 40).map((piece) => piece.text).join("");
  assert.ok(cut.startsWith("…ここで守秘義務"), cut);
  assert.ok(cut.endsWith("…"));
  assert.equal(cut.length, 42);
});

test("without a mark the beginning is shown", () => {
  assert.deepEqual(snippet("あいうえお", new Map(), 3).map((piece) => piece.text), ["あいう", "…"]);
});
