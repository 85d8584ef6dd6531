import assert from "node:assert/strict";
import { test } from "node:test";
import { CHECKLIST } from "../testing/checklist";
import { answered } from "../testing/records";
import { bySpread, compareVoices, countAgreement } from "./people";
import type { Voice } from "./people";

const voice = (id: string, words: Readonly<Record<string, string>>): Voice => ({ id, label: id, record: answered(words) });

// Levels: done 0, mostly 1, little 2, not 3. Spreads by hand:
//   it-a1 done/mostly/done  → 1, one of three differs from 「できている」
//   it-a2 done/not/done     → 3, one differs
//   it-a3 done/little/not   → 3, two differ
//   it-b1 not/not/not       → 0
//   it-b2 not/—/unknown     → one level only
//   it-c1 not/unknown/done  → 3, one differs (わからない stands beside it)
//   it-c2 nobody
const VOICES = [
  voice("gyosei", { "it-a1": "done", "it-a2": "done", "it-a3": "done", "it-b1": "not", "it-b2": "not", "it-c1": "not" }),
  voice("kikan", { "it-a1": "mostly", "it-a2": "not", "it-a3": "little", "it-b1": "not", "it-c1": "unknown" }),
  voice("tojisha", { "it-a1": "done", "it-a2": "done", "it-a3": "not", "it-b1": "not", "it-b2": "unknown", "it-c1": "done" }),
];

test("開きは、段階で答えた人の、いちばん高い段階と低い段階の間の数", () => {
  const items = compareVoices(VOICES, CHECKLIST);
  assert.deepEqual(items.map(({ item, spread, differing }) => [item.id, spread, differing]), [
    ["it-a1", 1, 1], ["it-a2", 3, 1], ["it-a3", 3, 2], ["it-b1", 0, 0], ["it-b2", null, 0], ["it-c1", 3, 1], ["it-c2", null, 0],
  ]);
  assert.deepEqual(countAgreement(items), { differ: 4, same: 1, few: 2 });
});

test("開きの大きい順、同じなら分かれた人の多い順、さらに同じならチェックリストの順", () => {
  const order = bySpread(compareVoices(VOICES, CHECKLIST)).map(({ item }) => item.id);
  assert.deepEqual(order, ["it-a3", "it-a2", "it-c1", "it-a1", "it-b1", "it-b2", "it-c2"]);
});

test("未回答、わからない、該当しない、今は取り組まないは、いちばん低い段階とは数えない", () => {
  for (const beside of ["unknown", "not_applicable", "deferred", null]) {
    const other = beside === null ? {} : { "it-a1": beside };
    const [item] = compareVoices([voice("a", { "it-a1": "done" }), voice("b", { "it-a1": "mostly" }), voice("c", other)], CHECKLIST);
    assert.deepEqual([item?.spread, item?.differing], [1, 1], String(beside));
    const [alone] = compareVoices([voice("a", { "it-a1": "done" }), voice("c", other)], CHECKLIST);
    assert.deepEqual([alone?.spread, alone?.agreement], [null, "few"], String(beside));
  }
});
