import assert from "node:assert/strict";
import { test } from "node:test";
import { entry, look } from "../testing/block";
import { proposeAgenda, moveEntry, ownEntry, readMinutes, totalMinutes } from "./agenda";
import { differences, weakPoints } from "./findings";
import { addSpreads, distance, lowerHalf, spreadOf } from "./spread";
import { matrixTable, spreadTable } from "./tables";

// it-a1: できている 2、できていない 2。it-a2: あまり 3、わからない 1。it-b1: やや 3、未回答 1。
const FILES = [
  entry("甲市", { "it-a1": "done", "it-a2": "little", "it-b1": "mostly" }),
  entry("乙市", { "it-a1": "done", "it-a2": "little", "it-b1": "mostly" }),
  entry("丙町", { "it-a1": "not", "it-a2": "little", "it-b1": "mostly", "it-b2": "not_applicable" }),
  entry("丁村", { "it-a1": "not", "it-a2": "unknown" }),
];

test("分母は、段階で答えた団体だけ。ほかの状態は別に数える", () => {
  const a2 = spreadOf(look(FILES), 1);
  assert.deepEqual([a2.levels, a2.answered, a2.beside.unknown, a2.beside.unanswered, a2.total], [[0, 0, 3, 0], 3, 1, 0, 4]);
  const b1 = spreadOf(look(FILES), 3);
  assert.deepEqual([b1.levels, b1.answered, b1.beside.unanswered], [[0, 3, 0, 0], 3, 1]);
});

test("領域の分布は、項目の分布の和", () => {
  const sight = look(FILES);
  const domain = addSpreads([0, 1, 2].map((at) => spreadOf(sight, at)), 4);
  assert.deepEqual([domain.levels, domain.answered, domain.total], [[2, 0, 3, 2], 7, 12]);
  assert.deepEqual([domain.beside.unknown, domain.beside.unanswered], [1, 4]);
});

test("低い方の半分は、下の二つの段階", () => {
  assert.equal(lowerHalf(spreadOf(look(FILES), 0)), 2);
  assert.equal(lowerHalf(spreadOf(look(FILES), 3)), 0);
});

test("段階の差の平均は、二団体ずつの差の平均", () => {
  // 2団体と2団体が3段階離れる: 組は6、差のある組は4、4×3÷6 = 2
  assert.equal(distance(spreadOf(look(FILES), 0)), 2);
  assert.equal(distance(spreadOf(look(FILES), 1)), 0);
  assert.equal(distance(spreadOf(look(FILES), 5)), null);
});

test("難しい項目は低い方の割合の順、分かれた項目は差の順。三つに満たない答えは見ない", () => {
  const sight = look(FILES);
  assert.deepEqual(weakPoints(sight).map(({ item }) => item.id), ["it-a2", "it-a1"]);
  assert.deepEqual(differences(sight).map(({ item }) => item.id), ["it-a1"]);
  assert.deepEqual(weakPoints(look(FILES.slice(0, 2))), []);
});

test("議題の案は、難しい項目、分かれた項目、要望から作り、時間を足せる", () => {
  const agenda = proposeAgenda(look(FILES));
  assert.deepEqual(agenda.map(({ kind, itemId }) => `${kind} ${itemId}`), ["own ", "weak it-a2", "weak it-a1", "own "]);
  assert.equal(totalMinutes(agenda), 10 + 20 + 20 + 15);
});

test("議題は、動かせて、消せて、端からはみ出さない", () => {
  const agenda = ["一", "二", "三"].map((title) => ownEntry(title));
  const titles = (moved: typeof agenda) => moved.map((one) => one.title).join("");
  assert.equal(titles([...moveEntry(agenda, 2, -1)]), "一三二");
  assert.equal(titles([...moveEntry(agenda, 0, -1)]), "一二三");
  assert.equal(titles([...moveEntry(agenda, 1, null)]), "一三");
  assert.deepEqual(["30", "３０", "-1", "x", "9999"].map(readMinutes), [30, 30, 0, 0, 600]);
});

test("表は、項目の id、番号、領域、団体の順に並び、数を分母とともに持つ", () => {
  const matrix = matrixTable(look(FILES));
  assert.deepEqual(matrix.header.slice(4), ["甲市", "乙市", "丙町", "丁村"]);
  assert.deepEqual(matrix.rows[1]?.slice(0, 2), ["it-a2", "1-2"]);
  assert.deepEqual(matrix.rows[1]?.slice(4), ["あまりできていない", "あまりできていない", "あまりできていない", "わからない"]);
  const spread = spreadTable(look(FILES));
  assert.deepEqual(spread.rows[0]?.slice(4), [2, 0, 0, 2, 0, 0, 0, 0, 0, 0, 4, 2, 2]);
  assert.deepEqual(spread.rows.map((row) => row[0]).slice(7), ["dom-a", "dom-b", "dom-c"]);
});
