import assert from "node:assert/strict";
import { test } from "node:test";
import { formatDate, formatTime, isIsoDate, parseLooseDate, toIsoDate, toIsoDateUtc } from "./dates";

test("2026年11月21日（土）", () => {
  assert.equal(formatDate("2026-11-21"), "2026年11月21日（土）");
  assert.equal(formatDate("2026-04-01"), "2026年4月1日（水）");
});

test("日付でない文字は、そのまま出す", () => {
  assert.deepEqual(["", "年度末", "2026-02-30"].map(formatDate), ["", "年度末", "2026-02-30"]);
});

test("ない日は日付ではない", () => {
  assert.deepEqual(["2026-02-28", "2024-02-29", "2026-02-29", "2026-13-01", "2026-1-1", "26-01-01"].map(isIsoDate), [
    true, true, false, false, false, false,
  ]);
});

test("その土地の日付にする。朝でも前の日にならない", () => {
  assert.equal(toIsoDate(new Date(2026, 10, 21, 0, 5)), "2026-11-21");
  assert.equal(toIsoDate(new Date(2026, 0, 2, 23, 59)), "2026-01-02");
  assert.equal(formatTime(new Date(2026, 10, 21, 9, 5)), "9:05");
});

test("表計算の日付の欄は、UTC の真夜中", () => {
  assert.equal(toIsoDateUtc(new Date(Date.UTC(2026, 10, 21))), "2026-11-21");
  assert.equal(toIsoDateUtc(new Date(Number.NaN)), "");
});

test("人や Excel の書き方の日付を読む", () => {
  for (const text of ["2026-11-21", "2026/11/21", "2026.11.21", "２０２６年１１月２１日", "2026年11月21日（土）", "令和8年11月21日", "R8.11.21", " 令和 8 年 11 月 21 日 "]) {
    assert.equal(parseLooseDate(text), "2026-11-21", text);
  }
  assert.equal(parseLooseDate("令和元年5月1日"), "2019-05-01");
});

test("日付として読めないものは null", () => {
  for (const text of ["", "11月21日", "年度末", "2026-11-31", "46347", "2026/11/21 10:00頃"]) assert.equal(parseLooseDate(text), null, text);
});
