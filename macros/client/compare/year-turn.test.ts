import assert from "node:assert/strict";
import { test } from "node:test";
import { setAgreed } from "../answers";
import { findShapeFault } from "../guards";
import { addPlanEntry } from "../plan";
import { answered } from "../testing/records";
import { carryActions, startYear } from "./year-turn";

function lastYear() {
  let record = setAgreed(answered({ "it-a1": "not", "it-b1": "done" }), "it-a1", "little", "話し合って");
  record = addPlanEntry(record, "goals", { text: "部会を動かす" });
  record = addPlanEntry(record, "actions", { text: "名簿を作る", status: "done", items: ["it-a1"] });
  record = addPlanEntry(record, "actions", { text: "部会を開く", status: "doing", owner: "基幹", items: ["it-b1"] });
  record = addPlanEntry(record, "actions", { text: "アンケート", status: "stopped" });
  return addPlanEntry(record, "requests", { text: "研修", to: "県" });
}

test("新しい年度: 控えに全部残り、終わっていない取組と目標と要望が続く", () => {
  const before = lastYear();
  const after = startYear(before, { label: "2026年度", today: "2027-04-05", keepAnswers: false });
  assert.deepEqual(after.answers, {});
  assert.deepEqual(after.agreed, {});
  assert.equal(after.date, "2027-04-05");
  assert.deepEqual(after.plan.actions.map(({ text }) => text), ["部会を開く"]);
  assert.deepEqual([after.plan.goals, after.plan.requests], [before.plan.goals, before.plan.requests]);
  const [kept] = after.snapshots;
  assert.deepEqual([kept?.label, kept?.date], ["2026年度", "2026-11-21"]);
  assert.deepEqual([kept?.answers, kept?.agreed, kept?.plan], [before.answers, before.agreed, before.plan]);
  assert.equal(findShapeFault(after), null);
});

test("答えを残して始めることもできる", () => {
  const before = lastYear();
  assert.deepEqual(startYear(before, { label: "前", today: "2027-04-05", keepAnswers: true }).answers, before.answers);
});

test("終わっていない取組だけを、一度だけ移す", () => {
  const into = addPlanEntry(answered({}), "actions", { text: "部会を　開く", status: "todo", items: ["it-b1"] });
  const once = carryActions([...lastYear().plan.actions, ...lastYear().plan.actions], answered({}));
  assert.deepEqual([once.added, once.record.plan.actions.map(({ text, owner, status }) => [text, owner, status])], [1, [["部会を開く", "基幹", "doing"]]]);
  assert.equal(carryActions(lastYear().plan.actions, into).added, 0);
  assert.equal(carryActions(lastYear().plan.actions, once.record).record, once.record);
});
