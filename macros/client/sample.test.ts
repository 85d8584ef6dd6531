import assert from "node:assert/strict";
import { test } from "node:test";
import { serialiseRecord, normaliseRecord } from "./record";
import { sampleRecord } from "./sample";
import { CHECKLIST } from "./testing/checklist";

const say = (key: string) => `«${key}»`;

test("the sample has answers, notes and a plan tied to items, and is the same each time", () => {
  const record = sampleRecord(CHECKLIST, say, "2026-11-21");
  assert.deepEqual(Object.fromEntries(Object.entries(record.answers).map(([id, one]) => [id, one.level ?? one.state])), Object.fromEntries([
    ["it-a1", "mostly"], ["it-a2", "little"], ["it-a3", "done"], ["it-b1", "not"], ["it-b2", "mostly"], ["it-c1", "done"], ["it-c2", "unknown"],
  ]));
  assert.deepEqual(record.plan.actions.map(({ text, items }) => [text, items]), [["話し合います。", ["it-b1"]], ["«action»", ["it-c2"]]]);
  assert.deepEqual(record.plan.requests.map(({ text, items }) => [text, items]), [["広域の調整", ["it-b1"]]]);
  assert.deepEqual(record.agreed, { "it-b1": { level: "not", reason: "«agreed»" } });
  assert.equal(serialiseRecord(sampleRecord(CHECKLIST, say, "2026-11-21")), serialiseRecord(record));
  assert.deepEqual(normaliseRecord(record), record);
});

test("it fits a checklist of two levels without next steps", () => {
  const levels = CHECKLIST.scale.levels.slice(0, 2);
  const domains = [{ id: "dom-x", title: "x", items: [{ id: "it-x", text: "x", easy: "x", next_steps: {}, ask_prefecture: "", weight: 1, links: [] }] }];
  const record = sampleRecord({ ...CHECKLIST, scale: { id: "s", levels }, domains }, say, "2026-11-21");
  assert.equal(record.answers["it-x"]?.level, "done");
});
