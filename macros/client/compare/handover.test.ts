import assert from "node:assert/strict";
import { test } from "node:test";
import { addPlanEntry } from "../plan";
import { addSnapshot } from "../record";
import { CHECKLIST } from "../testing/checklist";
import { answered } from "../testing/records";
import { handover } from "./handover";
import { startYear } from "./year-turn";

test("引継ぎ: まずすること、続ける取組、終わった取組、前からの変化", () => {
  let record = addSnapshot(answered({ "it-a1": "done", "it-a2": "little", "it-b1": "not" }), "2024年度", "2024-11-20");
  record = addSnapshot({ ...record, answers: answered({ "it-a1": "done", "it-a2": "little" }).answers }, "2025年度", "2025-11-20");
  record = { ...record, answers: answered({ "it-a1": "not", "it-a2": "mostly", "it-b1": "unknown" }).answers };
  record = addPlanEntry(record, "actions", { text: "続ける", status: "doing" });
  record = addPlanEntry(record, "actions", { text: "済んだ", status: "done" });
  const pack = handover(record, CHECKLIST);
  assert.equal(pack.since?.label, "2025年度");
  assert.deepEqual(pack.changes.map(({ item, change }) => [item.id, change]), [["it-a1", "fell"], ["it-a2", "rose"], ["it-b1", "new"]]);
  assert.deepEqual(pack.first.map(({ item }) => item.id), ["it-a1", "it-b1"]);
  assert.deepEqual([pack.open.map(({ text }) => text), pack.closed.map(({ text }) => text)], [["続ける"], ["済んだ"]]);
});

test("年度を替えても、前の年度に終わった取組が引継ぎに残る", () => {
  let record = addPlanEntry(answered({ "it-a1": "not" }), "actions", { text: "名簿を作る", status: "done" });
  record = addPlanEntry(record, "actions", { text: "部会を開く", status: "doing" });
  record = startYear(record, { label: "2025年度", today: "2026-04-05", keepAnswers: false });
  const pack = handover(record, CHECKLIST);
  assert.deepEqual([pack.open.map(({ text }) => text), pack.closed.map(({ text }) => text)], [["部会を開く"], ["名簿を作る"]]);
});

test("控えのない記録では、変化は空", () => {
  const pack = handover(answered({ "it-a1": "not" }), CHECKLIST);
  assert.deepEqual([pack.since, pack.changes], [null, []]);
});
