import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isLooseResultFile } from "./guards";
import { migrate } from "./migrate";
import { normaliseRecord } from "./record";
import { CHECKLIST } from "./testing/checklist";
import { answered } from "./testing/records";
import type { ChecklistData, ResultFile } from "./types";

const TODAY = "2026-11-21";

function ofVersion(record: ResultFile, version: string, digest = "digest-2"): ResultFile {
  return { ...record, checklist: { ...record.checklist, version, items_digest: digest } };
}

function released(): ResultFile {
  const value: unknown = JSON.parse(readFileSync("macros/client/fixtures/kyogikai-check-1.json", "utf8"));
  assert.ok(isLooseResultFile(value));
  return normaliseRecord(value);
}

test("同じ版なら何も変わらない", () => {
  const record = answered({ "it-a1": "done" });
  const migration = migrate(record, CHECKLIST, TODAY);
  assert.equal(migration.direction, "same");
  assert.deepEqual(migration.record, record);
  assert.deepEqual(migration.notices, []);
});

test("1.0.0 の回答は、二つの版の moved を順にたどって移る", () => {
  const record = ofVersion(answered({ "it-older-b": "little", "it-a1": "done" }), "1.0.0");
  const migration = migrate(record, CHECKLIST, TODAY);
  assert.deepEqual(migration.record.answers, answered({ "it-b1": "little", "it-a1": "done" }).answers);
  assert.deepEqual(migration.moved, [{ from: "it-older-b", to: "it-b1" }]);
  assert.deepEqual(migration.record.checklist, { id: "municipal-council", version: "2.0.0", items_digest: "digest-2" });
});

test("1.1.0 の回答には、1.1.0 までの moved を当てない", () => {
  const migration = migrate(ofVersion(answered({ "it-older-b": "little" }), "1.1.0"), CHECKLIST, TODAY);
  assert.deepEqual(migration.moved, []);
  assert.equal(migration.unplaced[0]?.reason, "not_in_version");
});

test("移す前の回答を、版とともに控えとして残す", () => {
  const record = ofVersion(answered({ "it-older-b": "little" }), "1.0.0");
  assert.deepEqual(migrate(record, CHECKLIST, TODAY).record.snapshots, [
    { label: "版 1.0.0 での回答（移す前の控え）", date: TODAY, answers: record.answers, version: "1.0.0" },
  ]);
});

test("なくなった項目の回答は、消さずに一覧に出す", () => {
  const migration = migrate(ofVersion(answered({ "it-gone": "deferred" }), "1.1.0"), CHECKLIST, TODAY);
  assert.deepEqual(migration.record.answers, { "it-gone": { state: "deferred" } });
  assert.deepEqual(migration.unplaced.map(({ id, reason }) => [id, reason]), [["it-gone", "retired"]]);
});

test("二つの項目が一つにまとまったときは、先の回答を置き、もう一つを残す", () => {
  const record = ofVersion(answered({ "it-merged": "done", "it-old-b": "not" }), "1.1.0");
  const migration = migrate(record, CHECKLIST, TODAY);
  assert.deepEqual(migration.record.answers, answered({ "it-b1": "done", "it-old-b": "not" }).answers);
  assert.deepEqual(migration.unplaced.map(({ id, reason }) => [id, reason]), [["it-old-b", "taken"]]);
});

test("移る先にもう回答があれば、そちらを残す", () => {
  const record = ofVersion(answered({ "it-b1": "mostly", "it-old-b": "not" }), "1.1.0");
  assert.deepEqual(migrate(record, CHECKLIST, TODAY).record.answers, record.answers);
});

test("入れ替え、順送り、居残りがあっても、回答は一つも失われない", () => {
  const moved = { "it-a": "it-c", "it-aa": "it-b", "it-b": "it-c", "it-x": "it-y", "it-y": "it-x" };
  const checklist: ChecklistData = { ...CHECKLIST, changes: [{ version: "2.0.0", summary: "", moved, retired: [] }] };
  const ids = ["it-a", "it-aa", "it-b", "it-x", "it-y"];
  const levels = ["done", "mostly", "little", "not", "done"];
  const record = ofVersion(answered(Object.fromEntries(ids.map((id, at) => [id, levels[at] ?? ""]))), "1.0.0");
  const after = migrate(record, checklist, TODAY).record.answers;
  const counted = Object.values(after).map((answer) => answer.level).sort();
  assert.deepEqual(counted, [...levels].sort());
  assert.equal(after["it-c"]?.level, "done");
  assert.equal(after["it-x"]?.level, "done");
  assert.equal(after["it-y"]?.level, "not");
});

test("新しい版のファイルは、そのままの版で残す", () => {
  const record = ofVersion(answered({ "it-new": "done" }), "2.10.0");
  const migration = migrate(record, CHECKLIST, TODAY);
  assert.equal(migration.direction, "newer");
  assert.deepEqual(migration.record, record);
  assert.match(migration.notices[0]?.message ?? "", /新しい版 2\.10\.0/);
});

test("版が同じで言い方だけ変わったときは、読み直しを勧める", () => {
  const migration = migrate(ofVersion(answered({ "it-a1": "done" }), "2.0.0", "digest-x"), CHECKLIST, TODAY);
  assert.deepEqual(migration.notices.map((notice) => notice.code), ["reworded"]);
});

test("段階の組にない段階は一覧に出す", () => {
  const migration = migrate(answered({ "it-a1": "excellent" }), CHECKLIST, TODAY);
  assert.deepEqual(migration.unplaced.map(({ id, reason }) => [id, reason]), [["it-a1", "level"]]);
});

test("公開した形式 kyogikai-check/1 の見本は、いつまでも開ける", () => {
  const { record, unplaced } = migrate(released(), CHECKLIST, TODAY);
  assert.deepEqual(Object.keys(record.answers).sort(), ["it-a1", "it-a2", "it-b1", "it-gone", "it-older-b"]);
  // it-merged と it-older-b はどちらも it-b1 へ移る。id の順で it-merged が先。
  assert.equal(record.answers["it-b1"]?.level, "not");
  assert.deepEqual(unplaced.map(({ id, reason }) => [id, reason]), [["it-gone", "retired"], ["it-older-b", "taken"]]);
  assert.deepEqual(record.plan.requests[0]?.items, ["it-b1", "it-a1"]);
  assert.equal(record.snapshots.length, 1);
  assert.deepEqual((record as unknown as { app: unknown }).app, { theme: "dark" });
});
