import assert from "node:assert/strict";
import { test } from "node:test";
import { addPlanEntry, removePlanEntry, togglePlanItem, updatePlanEntry } from "./plan";
import { empty } from "./testing/records";

test("取組を足すと、書いていない欄は空になる", () => {
  assert.deepEqual(addPlanEntry(empty(), "actions", { text: "日程を決める" }).plan.actions, [
    { text: "日程を決める", owner: "", due: "", status: "", items: [] },
  ]);
});

test("期日は日付なら 2026-11-21 の形に、言葉ならそのまま", () => {
  const record = addPlanEntry(addPlanEntry(empty(), "goals", { due: "2026/3/31" }), "goals", { due: "年度末" });
  assert.deepEqual(record.plan.goals.map((goal) => goal.due), ["2026-03-31", "年度末"]);
});

test("進み具合は画面の言葉でも受け取る", () => {
  assert.equal(addPlanEntry(empty(), "actions", { status: "進めている" }).plan.actions[0]?.status, "doing");
});

test("二つ目の要望だけを変える", () => {
  const two = addPlanEntry(addPlanEntry(empty(), "requests", { text: "一" }), "requests", { text: "二" });
  const changed = updatePlanEntry(two, "requests", 1, { to: "県" });
  assert.deepEqual(changed.plan.requests.map(({ text, to }) => [text, to]), [["一", ""], ["二", "県"]]);
});

test("ない番号を変えたり消したりしても、何も起きない", () => {
  const one = addPlanEntry(empty(), "goals", { text: "一" });
  assert.deepEqual(updatePlanEntry(one, "goals", 5, { text: "x" }).plan, one.plan);
  assert.deepEqual(removePlanEntry(one, "goals", 5).plan, one.plan);
});

test("目標を消す", () => {
  const two = addPlanEntry(addPlanEntry(empty(), "goals", { text: "一" }), "goals", { text: "二" });
  assert.deepEqual(removePlanEntry(two, "goals", 0).plan.goals, [{ text: "二", due: "" }]);
});

test("項目と結び付け、もう一度で外す", () => {
  const tied = togglePlanItem(addPlanEntry(empty(), "requests"), "requests", 0, "it-a1");
  assert.deepEqual(tied.plan.requests[0]?.items, ["it-a1"]);
  assert.deepEqual(togglePlanItem(tied, "requests", 0, "it-a1").plan.requests[0]?.items, []);
});
