import assert from "node:assert/strict";
import { test } from "node:test";
import { resultFileName, safeFileName } from "./filename";
import { setDate, setSubject } from "./record";
import { empty } from "./testing/records";

test("協議会自己点検_〇〇市_2026-11-21.xlsx", () => {
  assert.equal(resultFileName(empty(), "xlsx"), "協議会自己点検_〇〇市_2026-11-21.xlsx");
});

test("全部入った控えは、渡すファイルと名前がちがう", () => {
  assert.equal(resultFileName(empty(), "json", "控え"), "協議会自己点検_〇〇市_2026-11-21_控え.json");
});

test("名前や日付のない記録も、名前が付く", () => {
  const record = setDate(setSubject(empty(), { name: "" }), "");
  assert.equal(resultFileName(record, "csv"), "協議会自己点検_名称未入力_日付未入力.csv");
});

test("Windows で使えない字は、全角の字に替える", () => {
  assert.equal(safeFileName('a\\b/c:d*e?f"g<h>i|j', "json"), "a＼b／c：d＊e？f”g＜h＞i｜j.json");
});

test("印の入った名前も、ただの文字になる", () => {
  const record = setSubject(empty(), { name: "<img onerror=alert(1)>/../市" });
  assert.equal(resultFileName(record, "xlsx"), "協議会自己点検_＜img onerror=alert(1)＞／..／市_2026-11-21.xlsx");
});

test("Windows の予約名を避ける", () => {
  assert.deepEqual(["CON", "nul", "com1", "LPT9.txt", "console"].map((stem) => safeFileName(stem, "csv")), [
    "_CON.csv", "_nul.csv", "_com1.csv", "_LPT9.txt.csv", "console.csv",
  ]);
});

test("端の点と空白、制御文字、書く向きを変える字を取る", () => {
  assert.equal(safeFileName(" ..市\u0000町\u202egnp. ", "csv"), "市町gnp.csv");
});

test("何も残らなければ、決まった名前にする", () => {
  assert.equal(safeFileName(" . ", "csv"), "協議会自己点検.csv");
});

test("長い名前は切るが、日付と拡張子は残り、絵文字を半分にしない", () => {
  const name = resultFileName(setSubject(empty(), { name: "😀".repeat(300) }), "xlsx");
  assert.ok(Buffer.byteLength(name) <= 180, String(Buffer.byteLength(name)));
  assert.match(name, /^協議会自己点検_(?:😀)+_2026-11-21\.xlsx$/u);
});
