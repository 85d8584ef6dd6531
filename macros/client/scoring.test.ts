import assert from "node:assert/strict";
import { test } from "node:test";
import { setAgreed, setNote } from "./answers";
import { score, share, standing } from "./scoring";
import { CHECKLIST } from "./testing/checklist";
import { answered, empty } from "./testing/records";

// 個別事例: a1 できている、a2 わからない、a3 未回答。地域課題: b1 できていない、b2 該当しない。運営: c1 あまり、c2 今は取り組まない。
const MIXED = answered({
  "it-a1": "done", "it-a2": "unknown", "it-b1": "not", "it-b2": "not_applicable", "it-c1": "little", "it-c2": "deferred",
});

test("領域ごとに、段階と、段階でない答えを別々に数える", () => {
  const [cases] = score(MIXED, CHECKLIST).domains;
  assert.deepEqual(cases, {
    id: "dom-a",
    title: "個別事例",
    total: 3,
    answered: 1,
    handled: 2,
    levels: [
      { id: "done", label: "できている", count: 1 },
      { id: "mostly", label: "ややできている", count: 0 },
      { id: "little", label: "あまりできていない", count: 0 },
      { id: "not", label: "できていない", count: 0 },
    ],
    unanswered: 1,
    unknown: 1,
    not_applicable: 0,
    deferred: 0,
  });
});

test("全体の分母は、段階で答えた3件", () => {
  const { overall } = score(MIXED, CHECKLIST);
  assert.equal(overall.total, 7);
  assert.equal(overall.answered, 3);
  assert.equal(overall.handled, 6);
  assert.deepEqual(overall.levels.map((level) => level.count), [1, 0, 1, 1]);
  assert.deepEqual([overall.unanswered, overall.unknown, overall.not_applicable, overall.deferred], [1, 1, 1, 1]);
});

test("どの領域でも、数を足すと項目の数になる", () => {
  for (const part of score(MIXED, CHECKLIST).domains) {
    const levels = part.levels.reduce((sum, level) => sum + level.count, 0);
    assert.equal(levels, part.answered);
    assert.equal(levels + part.unanswered + part.unknown + part.not_applicable + part.deferred, part.total);
  }
});

test("未回答は、いちばん低い段階に数えない", () => {
  assert.deepEqual(score(empty(), CHECKLIST).overall.levels.map((level) => level.count), [0, 0, 0, 0]);
  assert.equal(score(empty(), CHECKLIST).overall.unanswered, 7);
});

test("メモだけの項目は未回答", () => {
  assert.deepEqual(standing(setNote(empty(), "it-a1", "evidence", "会議録"), CHECKLIST, "it-a1"), { kind: "unanswered" });
});

test("段階の組にない段階は、どの段階にも数えず未回答とする", () => {
  assert.deepEqual(standing(answered({ "it-a1": "excellent" }), CHECKLIST, "it-a1"), { kind: "unanswered" });
});

test("割合は段階で答えた数に対するもの。分母がなければ割合もない", () => {
  assert.equal(share(1, 3), 33);
  assert.equal(share(0, 0), null);
});

test("合意した答えを優先して数えることもできる", () => {
  const record = setAgreed(MIXED, "it-b1", "done", "");
  assert.deepEqual(score(record, CHECKLIST, "agreed").overall.levels.map((level) => level.count), [2, 0, 1, 0]);
  assert.deepEqual(score(record, CHECKLIST, "own").overall.levels.map((level) => level.count), [1, 0, 1, 1]);
});
