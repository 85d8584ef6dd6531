import assert from "node:assert/strict";
import { test } from "node:test";
import { entry } from "../testing/block";
import { sortFiles } from "./councils";

const other = { prefecture: "乙県", name: "府中市", kind: "municipality" as const };
const vague = { prefecture: "", name: "府中市", kind: "municipality" as const };

test("一つの団体に一つのファイルなら、来た順に列になる", () => {
  const { columns, open } = sortFiles([entry("乙市", {}), entry("甲市", {})], {});
  assert.deepEqual(columns.map((column) => column.label), ["乙市", "甲市"]);
  assert.equal(open.length, 0);
});

test("同じ団体のファイルが二つあれば、たずねるまでどちらも数えない", () => {
  const files = [entry("甲市", { "it-a1": "done" }, { date: "2025-11-01" }, "old"), entry("甲市", { "it-a1": "not" }, {}, "new")];
  const before = sortFiles(files, {});
  assert.deepEqual([before.columns.length, before.open.length], [0, 1]);
  const key = before.open[0]?.key ?? "";
  assert.deepEqual(sortFiles(files, { [key]: "new" }).columns.map(({ entry: one }) => one.id), ["new"]);
  assert.deepEqual(sortFiles(files, { [key]: "none" }).columns, []);
  const apart = sortFiles(files, { [key]: "apart" }).columns;
  assert.deepEqual(apart.map(({ label }) => label), ["甲市（市町村の担当・2025-11-01）", "甲市（市町村の担当・2026-11-21）"]);
});

test("もうないファイルを選んだままなら、たずね直す", () => {
  const files = [entry("甲市", { "it-a1": "done" }, {}, "a"), entry("甲市", {}, {}, "b")];
  assert.equal(sortFiles(files, { "甲県|甲市": "gone" }).open.length, 1);
});

test("中身がまったく同じファイルは、一つだけ使い、どれと同じかを言う", () => {
  const files = [entry("甲市", { "it-a1": "done" }, {}, "a"), entry("甲市", { "it-a1": "done" }, { saved_at: "x" }, "b")];
  const { columns, open, same } = sortFiles(files, {});
  assert.deepEqual([columns.length, open.length, same.get("b")?.id], [1, 0, "a"]);
});

test("都道府県のちがう同じ名前は別の団体で、都道府県を付けて呼ぶ", () => {
  const { columns, open } = sortFiles([entry("府中市", {}), entry("府中市", {}, { subject: other }, "b")], {});
  assert.deepEqual(columns.map(({ label }) => label), ["甲県府中市", "乙県府中市"]);
  assert.equal(open.length, 0);
});

test("都道府県の分からない同じ名前があれば、どれの回答かをたずねる", () => {
  const files = [entry("府中市", { "it-a1": "not" }), entry("府中市", { "it-a1": "done" }, { subject: vague }, "b"), entry("丙町", {})];
  const { columns, open } = sortFiles(files, {});
  assert.deepEqual([columns.map(({ label }) => label), open.length], [["丙町"], 1]);
});

test("名前のないファイルは、たがいに混ざらず、ファイルの名前で呼ぶ", () => {
  const nameless = { subject: { prefecture: "", name: "", kind: "municipality" as const } };
  const { columns, open } = sortFiles([entry("", {}, nameless, "x/one"), entry("", { "it-a1": "not" }, nameless, "two")], {});
  assert.deepEqual([columns.map(({ label }) => label), open.length], [["one", "two"], 0]);
});
