import assert from "node:assert/strict";
import { test } from "node:test";
import { Readings, textHash } from "./readings";

const readings = new Readings({
  words: "協議,きょうぎ\n会,かい\n方,かた\n1日,ついたち\n日,にち\n方,ほう\n会議,かいぎ",
  first: 5,
  texts: { [textHash("次の方がよい。")]: "5", [textHash("会議")]: "6" },
  terms: "協議会",
});
const shown = (text: string) => readings.groups(text).map(({ start, end, reading }) => `${text.slice(start, end)}:${reading}`);

test("知らない文は、いちばん長い語から読む", () => {
  assert.deepEqual(shown(" 協議会の方と"), ["協議:きょうぎ", "会:かい", "方:かた"]);
});

test("組み立てのときに分かっていた文は、その読みを使う", () => {
  assert.deepEqual(shown("\n  次の方がよい。 "), ["方:ほう"]);
  assert.deepEqual(shown("会議"), ["会議:かいぎ"]);
});

test("数字の途中から語を始めない", () => {
  assert.deepEqual(shown("4月1日"), ["1日:ついたち"]);
  assert.deepEqual(shown("21日"), ["日:にち"]);
});

test("用語の中の語には印が付く", () => {
  assert.deepEqual(readings.groups("この協議会の方").map(({ term }) => term), [true, true, false]);
});

test("文の印は Python と同じ値になる", () => {
  assert.equal(textHash(""), "ztntfp");
  assert.equal(textHash("協議会"), "yqjueh");
});
