import assert from "node:assert/strict";
import { test } from "node:test";
import { setAgreed, setNote } from "./answers";
import { forAudience } from "./audience";
import { personalPlaces } from "./personal-places";
import { addPlanEntry } from "./plan";
import { addSnapshot } from "./record";
import { answered } from "./testing/records";

const IDS = ["it-a1", "it-a2", "it-b1"];

function full() {
  let record = setNote(answered({ "it-b1": "not" }), "it-b1", "note_shared", "山田さんの家");
  record = setNote(record, "it-a1", "note_private", "090-1234-5678");
  record = setAgreed(record, "it-a2", "done", "本町3丁目の人も");
  return addPlanEntry(record, "actions", { text: "高橋様に聞く" });
}

test("気になる所を、項目と欄とともに、項目の順に示す", () => {
  assert.deepEqual(personalPlaces(full(), IDS).map(({ itemId, field, found }) => [itemId, field, found]), [
    ["it-a1", "note_private", "090-1234-5678"],
    ["it-a2", "agreed", "3丁目"],
    ["it-b1", "note_shared", "山田さん"],
    ["", "actions", "高橋様"],
  ]);
});

test("出ない欄は、調べない", () => {
  const places = personalPlaces(forAudience(full(), "colleagues"), IDS);
  assert.equal(places.some(({ field }) => field === "note_private"), false);
});

test("控えの中も調べ、いまと同じ所は一度だけ言う", () => {
  const record = setNote(addSnapshot(full(), "2025年度", "2026-03-31"), "it-b1", "note_shared", "山田さんの家と佐藤さん");
  const spots = personalPlaces(record, IDS).filter(({ itemId }) => itemId === "it-b1");
  assert.deepEqual(spots.map(({ found, snapshot }) => [found, snapshot]), [["山田さん", null], ["佐藤さん", null]]);
  const then = personalPlaces({ ...record, answers: {} }, IDS).filter(({ itemId }) => itemId === "it-b1");
  assert.deepEqual(then.map(({ found, snapshot }) => [found, snapshot]), [["山田さん", "2025年度"]]);
});
