import assert from "node:assert/strict";
import { test } from "node:test";
import { setAgreed } from "../answers";
import { migrate } from "../migrate";
import { addSnapshot } from "../record";
import { CHECKLIST } from "../testing/checklist";
import { answered } from "../testing/records";
import type { ChecklistData, ResultFile } from "../types";
import { byDate, changeOf, columnsOf, compareYears, countChanges } from "./years";
import type { Cell, Column } from "./years";

const level = (rank: number): Cell => ({ kind: "answered", rank, level: CHECKLIST.scale.levels[rank] ?? { id: "", label: "", easy: "" } });
const state = (kind: "unanswered" | "unknown" | "not_applicable" | "deferred" | "not_asked"): Cell => ({ kind });

test("二つの時点のちがいを、言葉で", () => {
  const cases: readonly (readonly [Cell, Cell, string])[] = [
    [level(3), level(0), "rose"], [level(1), level(2), "fell"], [level(2), level(2), "same"],
    [state("unanswered"), level(3), "new"], [state("unanswered"), state("unknown"), "new"],
    [level(0), state("unanswered"), "open"], [level(0), state("not_applicable"), "other"],
    [state("unknown"), level(1), "other"], [state("unknown"), state("unknown"), "same"],
    [state("unanswered"), state("unanswered"), "none"], [state("not_asked"), level(0), "not_asked"],
  ];
  for (const [before, after, change] of cases) assert.equal(changeOf(before, after), change, `${before.kind} → ${after.kind}`);
});

/** 2025: a1 not, a2 done, b1 little. 2026: a1 mostly, a2 mostly, b1 little, c1 done. */
function twoYears(): ResultFile {
  const then = addSnapshot(answered({ "it-a1": "not", "it-a2": "done", "it-b1": "little" }), "2025年度", "2025-11-20");
  return { ...then, answers: answered({ "it-a1": "mostly", "it-a2": "mostly", "it-b1": "little", "it-c1": "done" }).answers };
}

const compare = (columns: readonly Column[], checklist = CHECKLIST, basis: "own" | "agreed" = "own") => {
  return Object.fromEntries(compareYears(columns, checklist, basis).map(({ item, change }) => [item.id, change]));
};

test("上がった、下がった、変わらない、新しく答えたを数える。点数はない", () => {
  const columns = columnsOf("r", twoYears(), "2.0.0", CHECKLIST);
  assert.deepEqual(columns.map(({ label, date }) => [label, date]), [["2025年度", "2025-11-20"], ["", "2026-11-21"]]);
  const items = compareYears(columns, CHECKLIST, "own");
  assert.deepEqual(countChanges(items), { rose: 1, fell: 1, same: 1, new: 1, open: 0, other: 0, not_asked: 0, none: 3 });
});

test("三つの時点では、隣どうしと、はじめから終わりまでを見る", () => {
  const first = answered({ "it-a1": "not" });
  const records = [first, answered({ "it-a1": "done" }), answered({ "it-a1": "little" })];
  const columns = records.map((record, at): Column => ({ id: String(at), label: "", date: `202${at}-01-01`, version: "2.0.0", record, safety: false }));
  const [item] = compareYears(columns, CHECKLIST, "own");
  assert.deepEqual([item?.steps, item?.change], [["rose", "fell"], "rose"]);
});

test("移った項目は、移る先でくらべ、前の版にない項目は未回答と数えない", () => {
  const [newest, ...older] = CHECKLIST.changes;
  assert.ok(newest);
  const checklist: ChecklistData = { ...CHECKLIST, changes: [{ ...newest, added: ["it-c2"] }, ...older] };
  const old = answered({ "it-old-b": "not", "it-a1": "done" });
  const kept = migrate({ ...old, checklist: { ...old.checklist, version: "1.1.0" } }, checklist, "2026-11-21").record;
  const columns = columnsOf("r", kept, "2.0.0", checklist);
  assert.deepEqual(columns.map(({ safety, version }) => [safety, version]), [[true, "1.1.0"], [false, "2.0.0"]]);
  const now = { ...kept, answers: answered({ "it-b1": "done", "it-a1": "done", "it-c2": "not" }).answers };
  const changes = compare(columnsOf("r", now, "2.0.0", checklist), checklist);
  assert.deepEqual([changes["it-b1"], changes["it-a1"], changes["it-c2"], changes["it-c1"]], ["rose", "same", "not_asked", "none"]);
});

test("会議で合意した答えでも、くらべられる", () => {
  const then = addSnapshot(setAgreed(answered({ "it-a1": "not" }), "it-a1", "little", ""), "2025年度", "2025-11-20");
  const now = setAgreed({ ...then, agreed: {} }, "it-a1", "done", "");
  assert.equal(compare(columnsOf("r", now, "2.0.0", CHECKLIST), CHECKLIST, "own")["it-a1"], "same");
  const [item] = compareYears(columnsOf("r", now, "2.0.0", CHECKLIST), CHECKLIST, "agreed");
  assert.deepEqual(item?.cells.map((cell) => cell.kind === "answered" && cell.level.id), ["little", "done"]);
});

test("古い順に並べ、日付のないものは最後", () => {
  const column = (date: string): Column => ({ id: date, label: "", date, version: "2.0.0", record: answered({}), safety: false });
  assert.deepEqual(byDate(["2026-01-01", "", "2024-05-05"].map(column)).map(({ date }) => date), ["2024-05-05", "2026-01-01", ""]);
});
