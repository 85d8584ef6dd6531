import assert from "node:assert/strict";
import { test } from "node:test";
import { addPlanEntry } from "../plan";
import { addSnapshot } from "../record";
import { CHECKLIST } from "../testing/checklist";
import { answered } from "../testing/records";
import { handover } from "./handover";

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

test("控えのない記録では、変化は空", () => {
  const pack = handover(answered({ "it-a1": "not" }), CHECKLIST);
  assert.deepEqual([pack.since, pack.changes], [null, []]);
});
