import assert from "node:assert/strict";
import { test } from "node:test";
import { setLevel } from "../answers";
import { setDate, setRespondent, stampRecord } from "../record";
import { answered } from "../testing/records";
import { councilNames, findTwins } from "./sources";

const source = (name: string, record = answered({ "it-a1": "done" })) => ({ name, record });

test("同じ協議会・回答者・日付のファイルに気づき、新しいほうを言う", () => {
  const record = answered({ "it-a1": "done" });
  const old = source("old", stampRecord(record, new Date("2026-11-20")));
  const newer = source("new", stampRecord(setLevel(record, "it-a1", "not"), new Date("2026-11-21")));
  const other = source("other", setRespondent(record, { label: "基幹" }));
  const lastYear = source("last year", setDate(record, "2025-11-21"));
  const [twin, ...rest] = findTwins([newer, other, old, lastYear]);
  assert.deepEqual(rest, []);
  assert.deepEqual(twin?.sources.map(({ name }) => name), ["new", "old"]);
  assert.equal(twin?.newest.name, "new");
  assert.equal(twin?.identical, false);
});

test("中身が同じなら、そう言う", () => {
  assert.equal(findTwins([source("a"), source("b")])[0]?.identical, true);
});

test("協議会の名前を、重ねずに集める", () => {
  assert.deepEqual(councilNames([answered({}), answered({})]), ["北海道〇〇市"]);
});
