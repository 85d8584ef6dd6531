import assert from "node:assert/strict";
import { test } from "node:test";
import { setNote, setState } from "../answers";
import { CHECKLIST } from "../testing/checklist";
import { answered } from "../testing/records";
import type { Voice } from "./people";
import { columnTitle, notesOn, peopleTable, yearsTable } from "./tables";
import { columnsOf, compareYears } from "./years";

const voices = (labels: readonly string[]): readonly Voice[] => [
  { id: "1", label: labels[0] ?? "", record: setNote(answered({ "it-a1": "not", "it-a2": "done" }), "it-a1", "note_shared", "んのメモ") },
  { id: "2", label: labels[1] ?? "", record: setNote(setState(answered({ "it-a1": "done" }), "it-a2", "unknown"), "it-a1", "note_shared", "あのメモ") },
];
const numbers = (id: string) => `no-${id}`;

test("人どうしの表: 開きの大きい順に、答え、合意、メモ", () => {
  const { header, rows } = peopleTable(voices(["行政", "基幹"]), CHECKLIST, { "it-a1": { level: "little", reason: "話した" } }, false, numbers);
  assert.deepEqual(header, ["番号", "項目", "開き", "行政", "基幹", "合意した答え", "合意の理由", "理由・根拠・共有メモ", "項目ID"]);
  assert.deepEqual(rows[0], [
    "no-it-a1", "it-a1 をしていますか。", "3段階", "できていない", "できている", "あまりできていない", "話した",
    "行政・共有メモ：んのメモ\n基幹・共有メモ：あのメモ", "it-a1",
  ]);
  assert.deepEqual(rows[1]?.slice(2, 5), ["くらべられない", "できている", "わからない"]);
  assert.equal(rows.length, 7);
});

test("かくすと、メモの持ち主が消え、並びも人の順でなくなる", () => {
  assert.deepEqual(notesOn(voices(["B", "A"]), "it-a1", true).map(({ owner, text }) => [owner, text]), [["", "あのメモ"], ["", "んのメモ"]]);
});

test("年どうしの表", () => {
  const record = { ...answered({ "it-a1": "done" }), snapshots: [{ label: "2025年度", date: "2025-11-20", answers: answered({ "it-a1": "not" }).answers }] };
  const columns = columnsOf("r", record, "2.0.0", CHECKLIST);
  const { header, rows } = yearsTable(compareYears(columns, CHECKLIST, "own"), columns.map(columnTitle), numbers);
  assert.deepEqual(header, ["番号", "項目", "2025年度　2025年11月20日（木）", "2026年11月21日（土）", "はじめから終わりまで", "項目ID"]);
  assert.deepEqual(rows[0]?.slice(2), ["できていない", "できている", "上がった", "it-a1"]);
});
