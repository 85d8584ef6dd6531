import assert from "node:assert/strict";
import { test } from "node:test";
import { chunkText, cleanLine, cleanText, hasUnwanted } from "./text";
import { compareVersions } from "./versions";

test("改行は LF に、タブは残し、制御文字は除く", () => {
  assert.equal(cleanText("a\r\nb\rc\td\u0000\u007f\ufffe"), "a\nb\nc\td");
});

test("空白だけの文は空にし、前後の空白は触らない", () => {
  assert.equal(cleanText(" 　\n\t"), "");
  assert.equal(cleanText("  字下げ "), "  字下げ ");
});

test("片割れの代用対は、置き換え文字にする。絵文字は触らない", () => {
  assert.equal(cleanText("a\ud83db😀\ude00"), "a\ufffdb😀\ufffd");
  assert.equal(hasUnwanted("😀"), false);
  assert.equal(hasUnwanted("\ude00"), true);
  assert.equal(hasUnwanted("\u001b"), true);
});

test("一行の文は、改行を空白にして端をそろえ、2,000 字で止める", () => {
  assert.equal(cleanLine(" 北海道\n\t〇〇市 "), "北海道 〇〇市");
  assert.equal(cleanLine("あ".repeat(3000)).length, 2000);
});

test("長い文は、字の途中では切らない", () => {
  assert.deepEqual(chunkText("ab😀c", 3), ["ab", "😀c"]);
  assert.deepEqual(chunkText("", 3), []);
  assert.equal(chunkText("😀".repeat(50), 7).join(""), "😀".repeat(50));
});

test("版は数として比べる", () => {
  assert.ok(compareVersions("1.9.0", "1.10.0") < 0);
  assert.ok(compareVersions("2.0.0", "1.99.99") > 0);
  assert.equal(compareVersions("1.2.3", "1.2.3"), 0);
});
