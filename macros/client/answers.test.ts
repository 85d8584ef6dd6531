import assert from "node:assert/strict";
import { test } from "node:test";
import {
  clearAgreed, clearAnswer, effectiveAnswer, setAgreed, setLevel, setNote, setReason, setState, setTarget,
} from "./answers";
import { answered, empty } from "./testing/records";

test("段階で答えると answered になる", () => {
  assert.deepEqual(setLevel(empty(), "it-a1", "little").answers, { "it-a1": { state: "answered", level: "little" } });
});

test("もとの記録は変わらない", () => {
  const before = empty();
  setLevel(before, "it-a1", "done");
  assert.deepEqual(before.answers, {});
});

test("該当しないにすると段階は外れ、理由が残る", () => {
  const record = setState(setLevel(empty(), "it-a1", "done"), "it-a1", "not_applicable", "対象者がいない");
  assert.deepEqual(record.answers["it-a1"], { state: "not_applicable", reason: "対象者がいない" });
});

test("押しまちがえて段階を選んでも、書いた理由は消えない", () => {
  const record = setLevel(setState(empty(), "it-a1", "deferred", "来年度に"), "it-a1", "not");
  assert.equal(record.answers["it-a1"]?.reason, "来年度に");
});

test("答えを取り消すと、理由は消えてメモは残る", () => {
  const noted = setNote(setState(empty(), "it-a1", "deferred", "来年度に"), "it-a1", "note_shared", "係で相談");
  assert.deepEqual(clearAnswer(noted, "it-a1").answers, { "it-a1": { note_shared: "係で相談" } });
});

test("メモだけの項目は、状態のない未回答のまま", () => {
  assert.deepEqual(setNote(empty(), "it-a1", "evidence", "会議録").answers, { "it-a1": { evidence: "会議録" } });
});

test("空になった答えは消える", () => {
  const record = setNote(setNote(empty(), "it-a1", "note_private", "あとで"), "it-a1", "note_private", " \n ");
  assert.deepEqual(record.answers, {});
});

test("目標の段階と理由を付け、外せる", () => {
  const record = setReason(setTarget(setLevel(empty(), "it-a1", "not"), "it-a1", "mostly"), "it-a1", "人手");
  assert.deepEqual(record.answers["it-a1"], { state: "answered", level: "not", reason: "人手", target: "mostly" });
  assert.deepEqual(setReason(setTarget(record, "it-a1", ""), "it-a1", "").answers["it-a1"], { state: "answered", level: "not" });
});

test("知らない項目（キー）は、答えを変えても残る", () => {
  const before = { ...empty(), answers: { "it-a1": { confidence: 2 } as object } };
  assert.deepEqual(setLevel(before, "it-a1", "done").answers["it-a1"], { confidence: 2, state: "answered", level: "done" });
  assert.deepEqual(clearAnswer(setLevel(before, "it-a1", "done"), "it-a1").answers["it-a1"], { confidence: 2 });
});

test("貼り付けた制御文字は取り除き、改行は LF にそろえる", () => {
  const record = setNote(empty(), "it-a1", "note_shared", "一行目\u000b\r\n二行目\u0000");
  assert.equal(record.answers["it-a1"]?.note_shared, "一行目\n二行目");
});

test("合意した答えは、本人の答えと別に置く", () => {
  const record = setAgreed(answered({ "it-a1": "not" }), "it-a1", "little", "部会で話した");
  assert.deepEqual(record.agreed, { "it-a1": { level: "little", reason: "部会で話した" } });
  assert.equal(record.answers["it-a1"]?.level, "not");
  assert.equal(effectiveAnswer(record, "it-a1", "agreed").level, "little");
  assert.equal(effectiveAnswer(record, "it-a1").level, "not");
  assert.deepEqual(clearAgreed(record, "it-a1").agreed, {});
});

test("段階も理由もない合意は消える", () => {
  assert.deepEqual(setAgreed(setAgreed(empty(), "it-a1", "done", ""), "it-a1", "", " ").agreed, {});
});
