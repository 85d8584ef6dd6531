import assert from "node:assert/strict";
import { test } from "node:test";
import { makeZip } from "../testing/zip";
import { judgeZip } from "./zip";

const WORKBOOK = { name: "xl/workbook.xml", data: "<workbook/>" };
const megabytes = (count: number) => new Uint8Array(count * 1024 * 1024);

test("ふつうのブックは通る", () => {
  const entries = judgeZip(makeZip([WORKBOOK, { name: "xl/sharedStrings.xml", data: "x".repeat(50_000) }]));
  assert.ok(typeof entries !== "string");
  assert.deepEqual(entries.map(({ name, size }) => [name, size]), [["xl/workbook.xml", 11], ["xl/sharedStrings.xml", 50_000]]);
});

test("ブックでない ZIP は、自分たちのものではない", () => {
  assert.equal(judgeZip(makeZip([{ name: "word/document.xml", data: "x" }])), "notOurs");
});

test("小さく見えて大きくふくらむものは開かない", () => {
  assert.equal(judgeZip(makeZip([WORKBOOK, { name: "a", data: megabytes(5) }])), "bomb");
});

test("一つで 40 MB、合わせて 80 MB を超えるものは開かない", () => {
  const noise = (count: number) => Uint8Array.from({ length: count * 1024 * 1024 }, (_, at) => (at * 2654435761) >>> (at % 13));
  assert.equal(judgeZip(makeZip([WORKBOOK, { name: "a", data: noise(1), claim: 41 * 1024 * 1024 }])), "bomb");
  const parts = ["a", "b", "c"].map((name) => ({ name, data: noise(1), claim: 30 * 1024 * 1024 }));
  assert.equal(judgeZip(makeZip([WORKBOOK, ...parts])), "bomb");
});

test("大きさを 0 と偽るものは開かない", () => {
  assert.equal(judgeZip(makeZip([WORKBOOK, { name: "a", data: megabytes(5), claim: 0 }])), "bomb");
});

test("部品が 500 を超えるものは開かない", () => {
  const parts = Array.from({ length: 500 }, (_, at) => ({ name: `p${at}`, data: "x" }));
  assert.equal(judgeZip(makeZip([WORKBOOK, ...parts])), "bomb");
});

test("途中で切れたもの、目次の壊れたものは damaged", () => {
  const whole = makeZip([WORKBOOK]);
  assert.equal(judgeZip(whole.slice(0, whole.length - 30)), "damaged");
  assert.equal(judgeZip(new Uint8Array(10)), "damaged");
  const broken = whole.slice();
  broken[broken.length - 6] = 0xff;
  assert.equal(judgeZip(broken), "damaged");
});
