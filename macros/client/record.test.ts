import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { compactJson } from "./canonical";
import { findShapeFault, isLooseResultFile } from "./guards";
import { addSnapshot, createRecord, newRecordId, normaliseRecord, removeSnapshot, serialiseRecord, setSubject, stampRecord } from "./record";
import { CHECKLIST } from "./testing/checklist";
import { randomRecord, seedFromEnvironment } from "./testing/random";
import { answered, empty } from "./testing/records";
import { assertSame } from "./testing/same";

test("新しい記録は、チェックリストの版と対象の種類を持つ", () => {
  const record = createRecord(CHECKLIST, "2026-11-21");
  assert.deepEqual(record.checklist, { id: "municipal-council", version: "2.0.0", items_digest: "digest-2" });
  assert.equal(record.subject.kind, "municipality");
  assert.equal(findShapeFault(record), null);
});

test("正準な JSON は、形式の順、ほかのキーは文字の順", () => {
  const shuffled = { zeta: 1, answers: { "it-b": {}, "it-a": { note_shared: "m", state: "unknown" } }, alpha: [], format: "f" };
  assert.equal(
    compactJson(shuffled),
    '{"format":"f","answers":{"it-a":{"state":"unknown","note_shared":"m"},"it-b":{}},"alpha":[],"zeta":1}',
  );
});

test("控えは、選んだ一つだけを消す", () => {
  const record = ["一", "二", "三"].reduce((next, label) => addSnapshot(next, label, "2026-03-31"), answered({ "it-a1": "done" }));
  assert.deepEqual(removeSnapshot(record, 1).snapshots.map(({ label }) => label), ["一", "三"]);
});

test("答えた順がちがっても、同じ記録は同じバイト列になる", () => {
  const one = answered({ "it-a1": "done", "it-b1": "not" });
  const other = answered({ "it-b1": "not", "it-a1": "done" });
  assert.equal(serialiseRecord(one), serialiseRecord(other));
});

const seed = seedFromEnvironment();
test(`正準な JSON は JSON.parse で元に戻り、整え直しても変わらない（SEED=${seed}）`, () => {
  for (let at = 0; at < 150; at += 1) {
    const record = randomRecord(seed + at, CHECKLIST);
    const back: unknown = JSON.parse(serialiseRecord(record));
    assert.deepEqual(back, record, `SEED=${seed + at}`);
    assert.ok(isLooseResultFile(back));
    assertSame(serialiseRecord(normaliseRecord(back)), serialiseRecord(record), `SEED=${seed + at}`);
  }
});

test("公開した形式の見本は、知らないキーも失わない", () => {
  const value: unknown = JSON.parse(readFileSync("macros/client/fixtures/kyogikai-check-1.json", "utf8"));
  assert.ok(isLooseResultFile(value));
  assert.deepEqual(JSON.parse(serialiseRecord(normaliseRecord(value))), value);
});

test("足りない部分は空で補う", () => {
  const loose: unknown = { format: "kyogikai-check/1", checklist: { id: "x", version: "1.0.0" }, answers: {} };
  assert.ok(isLooseResultFile(loose));
  assert.deepEqual(normaliseRecord(loose), {
    format: "kyogikai-check/1",
    checklist: { id: "x", version: "1.0.0", items_digest: "" },
    subject: { prefecture: "", name: "", kind: "other" },
    respondent: { label: "", role: "" },
    date: "",
    saved_at: "",
    answers: {},
    agreed: {},
    plan: { goals: [], actions: [], requests: [] },
    snapshots: [],
  });
});

test("名前は一行にそろえる。印はそのまま文字として残す", () => {
  const name = "〇〇市\n<img src=x onerror=alert(1)>\t ";
  assert.equal(setSubject(empty(), { name }).subject.name, "〇〇市 <img src=x onerror=alert(1)>");
});

test("控えは、いまの回答と版を残す", () => {
  const record = addSnapshot(answered({ "it-a1": "done" }), "年度末", "2026-03-31");
  const [snapshot] = record.snapshots;
  assert.deepEqual(snapshot, { label: "年度末", date: "2026-03-31", answers: record.answers, version: "2.0.0" });
});

test("保存の時刻を刻む", () => {
  assert.equal(stampRecord(empty(), new Date("2026-11-21T10:32:00+09:00")).saved_at, "2026-11-21T01:32:00.000Z");
});

test("記録の id は ASCII", () => {
  assert.equal(newRecordId(new Uint8Array([0, 1, 2, 3, 252, 253, 254, 255])), "r-00010203fcfdfeff");
});
