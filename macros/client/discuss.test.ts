import assert from "node:assert/strict";
import { test } from "node:test";
import { setTarget } from "./answers";
import { discuss, goingWell } from "./discuss";
import { CHECKLIST } from "./testing/checklist";
import { answered, empty } from "./testing/records";
import type { Pick } from "./discuss";

const ids = (picks: readonly Pick[]) => picks.map((pick) => pick.item.id);

test("段階の低さと重みを掛けた順に並ぶ", () => {
  // 低さは できていない=3、あまり=2。a1: 2×3=6、b1: 3×2=6、c1: 3×1=3、c2: 2×3=6。同点は項目の順。
  const record = answered({ "it-a1": "little", "it-b1": "not", "it-c1": "not", "it-c2": "little" });
  assert.deepEqual(ids(discuss(record, CHECKLIST)), ["it-a1", "it-b1", "it-c2", "it-c1"]);
});

test("同点なら、まだ選んでいない領域を先にする", () => {
  // a3 も b1 も 3×2=6。a1（9）を選んだあとは b1 が先。
  const record = answered({ "it-a1": "not", "it-a3": "not", "it-b1": "not" });
  assert.deepEqual(ids(discuss(record, CHECKLIST)), ["it-a1", "it-b1", "it-a3"]);
});

test("一つの領域からは二つまで。ほかになければ三つ目も出す", () => {
  const record = answered({ "it-a1": "not", "it-a2": "not", "it-a3": "not", "it-b2": "little" });
  assert.deepEqual(ids(discuss(record, CHECKLIST)), ["it-a1", "it-a3", "it-b2", "it-a2"]);
  assert.deepEqual(ids(discuss(record, CHECKLIST, 3)), ["it-a1", "it-a3", "it-b2"]);
});

test("できている項目、未回答、該当しない、今は取り組まない項目は出さない", () => {
  const record = answered({ "it-a1": "done", "it-a2": "mostly", "it-b1": "not_applicable", "it-b2": "deferred" });
  assert.deepEqual(discuss(record, CHECKLIST), []);
});

test("わからない項目も、低い段階のあとに出す", () => {
  const record = answered({ "it-a2": "unknown", "it-b2": "little" });
  assert.deepEqual(ids(discuss(record, CHECKLIST)), ["it-b2", "it-a2"]);
});

test("なぜ選んだかを言葉で添える", () => {
  const record = setTarget(answered({ "it-b1": "not", "it-c2": "unknown" }), "it-b1", "mostly");
  assert.deepEqual(discuss(record, CHECKLIST).map((pick) => pick.reasons), [
    ["「できていない」と答えています。", "いまより高い目標の段階を決めています。", "都道府県に頼めることがあります。"],
    ["「わからない」と答えています。まず、だれに聞けばわかるかから始められます。", "ほかの項目の土台になる、大事な項目です。"],
  ]);
});

test("最大の数を守る", () => {
  const all = Object.fromEntries(["a1", "a2", "a3", "b1", "b2", "c1", "c2"].map((id) => [`it-${id}`, "not"]));
  assert.equal(discuss(answered(all), CHECKLIST).length, 5);
  assert.equal(discuss(answered(all), CHECKLIST, 2).length, 2);
  assert.deepEqual(discuss(empty(), CHECKLIST), []);
});

test("うまくいっていることは、高い段階から、領域を散らして出す", () => {
  const record = answered({ "it-a1": "done", "it-a2": "done", "it-a3": "done", "it-b1": "mostly", "it-c1": "not" });
  assert.deepEqual(ids(goingWell(record, CHECKLIST)), ["it-a1", "it-a3", "it-b1", "it-a2"]);
  assert.deepEqual(goingWell(record, CHECKLIST)[0]?.reasons, ["「できている」と答えています。", "ほかの項目の土台になる、大事な項目です。"]);
});
