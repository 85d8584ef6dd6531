import assert from "node:assert/strict";
import { test } from "node:test";
import { setAgreed } from "../answers";
import { findShapeFault } from "../guards";
import { CHECKLIST } from "../testing/checklist";
import { answered } from "../testing/records";
import { agreedConflicts, agreedRecord, mergeAgreed } from "./agreement";

const AGREED = { "it-a1": { level: "done", reason: "記録で確かめた" }, "it-b1": { level: "not", reason: "" } };

test("合意だけの記録は、回答者が「合意」", () => {
  const record = agreedRecord(CHECKLIST, answered({}).subject, "2026-11-21", AGREED);
  assert.deepEqual([record.respondent.label, record.answers, record.agreed], ["合意", {}, AGREED]);
  assert.equal(findShapeFault(record), null);
});

test("前の合意とちがう項目を挙げ、どちらを残すかは選んだとおり", () => {
  const own = setAgreed(setAgreed(answered({ "it-a1": "not" }), "it-a1", "little", "前"), "it-c1", "done", "");
  assert.deepEqual(agreedConflicts(own, AGREED).map(({ itemId, before }) => [itemId, before.level]), [["it-a1", "little"]]);
  const [kept, replaced] = [mergeAgreed(own, AGREED, false), mergeAgreed(own, AGREED, true)];
  assert.deepEqual([kept.agreed["it-a1"]?.level, replaced.agreed["it-a1"]?.level], ["little", "done"]);
  for (const record of [kept, replaced]) {
    assert.deepEqual([record.agreed["it-b1"]?.level, record.agreed["it-c1"]?.level, record.answers], ["not", "done", own.answers]);
  }
});
