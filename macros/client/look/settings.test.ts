import assert from "node:assert/strict";
import { test } from "node:test";
import { changed, DEFAULTS, readSettings, writeSettings } from "./settings";

test("何も保存されていなければ標準の設定になる", () => {
  assert.deepEqual(readSettings(null), DEFAULTS);
});

test("保存した設定はそのまま戻る", () => {
  const chosen = { ...DEFAULTS, text: "150", furigana: "terms" };
  assert.equal(writeSettings(chosen), '{"text":"150","furigana":"terms"}');
  assert.deepEqual(readSettings(writeSettings(chosen)), chosen);
});

test("壊れた文字や知らない値は、標準として読む", () => {
  assert.deepEqual(readSettings("{"), DEFAULTS);
  assert.deepEqual(readSettings("[]"), DEFAULTS);
  assert.deepEqual(readSettings('{"text":"900","easy":"on","colour":"red"}'), { ...DEFAULTS, easy: "on" });
});

test("標準とちがうものだけを数える", () => {
  assert.deepEqual(changed({ ...DEFAULTS, contrast: "high" }), [["contrast", "high"]]);
});
