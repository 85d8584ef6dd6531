import assert from "node:assert/strict";
import { test } from "node:test";
import { GUIDE, point } from "../testing/guide";
import { pointLine, walk } from "./guide";

test("答えがなければ、最初の問いだけが開いている", () => {
  const way = walk(GUIDE, {});
  assert.equal(way.open?.id, "tq-a");
  assert.equal(way.outcome, null);
  assert.deepEqual(way.steps, []);
});

test("答えにそって進み、理由と、することを集める", () => {
  const way = walk(GUIDE, { "tq-a": "tc-a-on", "tq-b": "tc-b-go" });
  assert.equal(way.open, null);
  assert.equal(way.outcome?.id, "to-go");
  assert.deepEqual(way.reasons.map(({ text }) => text), ["理由 tc-a-on", "理由 tc-b-go"]);
  assert.deepEqual(way.todo.map(({ text }) => text), ["まず集まります。", "日程を組みます。"]);
  assert.deepEqual([way.level, way.term], ["micro", "long"]);
});

test("前の答えを変えると、通らなくなった問いの答えは数えない。戻せば生きる", () => {
  const answers = { "tq-a": "tc-a-end", "tq-b": "tc-b-go" };
  const way = walk(GUIDE, answers);
  assert.equal(way.outcome?.id, "to-stop");
  assert.equal(way.steps.length, 1);
  assert.equal(way.term, "");
  assert.equal(walk(GUIDE, { ...answers, "tq-a": "tc-a-on" }).outcome?.id, "to-go");
});

test("段階は、あとの答えが決める", () => {
  assert.equal(walk(GUIDE, { "tq-a": "tc-a-on", "tq-b": "tc-b-far" }).level, "macro");
});

test("知らない答えは、まだ答えていないのと同じ", () => {
  assert.equal(walk(GUIDE, { "tq-a": "tc-b-go" }).open?.id, "tq-a");
  assert.equal(walk(GUIDE, { "tq-a": "tc-gone", constructor: "x" }).open?.id, "tq-a");
});

test("問いが輪になっていても終わる", () => {
  const [first, second] = GUIDE.questions;
  assert.ok(first && second);
  const round = { ...GUIDE, questions: [first, { ...second, choices: second.choices.map((one) => ({ ...one, to: "tq-a" })) }] };
  const way = walk(round, { "tq-a": "tc-a-on", "tq-b": "tc-b-go" });
  assert.equal(way.outcome, null);
});

test("文には、出典か、目安であることが付く", () => {
  assert.equal(pointLine(point("こうします。", "資料 第1章", "資料 第2章"), GUIDE), "こうします。（出典：資料 第1章／資料 第2章）");
  assert.equal(pointLine(point("こうします。"), GUIDE), "こうします。（目安）");
});
