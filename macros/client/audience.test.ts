import assert from "node:assert/strict";
import { test } from "node:test";
import { setNote, setReason } from "./answers";
import { describeLeaving, forAudience } from "./audience";
import { exportFile } from "./files/export";
import { importFile } from "./files/import";
import * as engine from "./files/xlsx";
import { addPlanEntry } from "./plan";
import { addSnapshot, serialiseRecord } from "./record";
import { CHECKLIST } from "./testing/checklist";
import { randomRecord, seedFromEnvironment } from "./testing/random";
import { answered } from "./testing/records";
import { assertSame } from "./testing/same";

function full() {
  let record = setReason(answered({ "it-a1": "not", "it-b1": "not_applicable" }), "it-b1", "町にない");
  record = setNote(record, "it-a1", "note_private", "ひみつ");
  record = setNote(record, "it-a1", "note_shared", "みんなへ");
  record = setNote(record, "it-a1", "evidence", "会議録");
  record = setNote(record, "it-a2", "note_private", "ひみつだけ");
  record = addPlanEntry(record, "actions", { text: "部会", owner: "鈴木" });
  record = addPlanEntry(record, "requests", { text: "研修", to: "県" });
  return addSnapshot(record, "昨年", "2025-11-21");
}

test("自分の控えには、すべてが入る", () => {
  const record = full();
  assert.equal(forAudience(record, "self"), record);
});

test("関係者には、手元メモだけが出ない", () => {
  const leaving = forAudience(full(), "colleagues");
  assert.deepEqual(leaving.answers, {
    "it-a1": { state: "answered", level: "not", evidence: "会議録", note_shared: "みんなへ" },
    "it-b1": { state: "not_applicable", reason: "町にない" },
  });
  assert.deepEqual(leaving.snapshots[0]?.answers, leaving.answers);
  assert.equal(leaving.respondent.label, "佐藤");
  assert.equal(leaving.plan.actions[0]?.owner, "鈴木");
});

test("控えの中の合意と計画からも、知らないキーは出ない", () => {
  const record = full();
  const [kept] = record.snapshots;
  assert.ok(kept?.plan);
  const agreed = { "it-a1": { level: "done", reason: "話した", later: "ひみつ" } };
  const marked = { ...record, snapshots: [{ ...kept, agreed, plan: { ...kept.plan, later: "ひみつ" } }] };
  const [leaving] = forAudience(marked, "colleagues").snapshots;
  assert.deepEqual([leaving?.agreed, leaving?.plan], [{ "it-a1": { level: "done", reason: "話した" } }, kept.plan]);
});

test("都道府県・ブロック会議には、氏名、根拠、以前の控えも出ない", () => {
  const leaving = forAudience(full(), "prefecture");
  assert.deepEqual(leaving.answers["it-a1"], { state: "answered", level: "not", note_shared: "みんなへ" });
  assert.deepEqual(leaving.respondent, { label: "", role: "市町村の担当" });
  assert.equal(leaving.plan.actions[0]?.owner, "");
  assert.deepEqual(leaving.plan.requests, [{ text: "研修", to: "県", items: [] }]);
  assert.deepEqual(leaving.snapshots, []);
});

test("手元メモだけの項目は、項目ごと出ない", () => {
  assert.equal(Object.hasOwn(forAudience(full(), "colleagues").answers, "it-a2"), false);
});

test("知らないキーは、自分の控えのほかには出ない", () => {
  const record = { ...full(), later_field: "ひみつ", respondent: { ...full().respondent, email: "a@example.jp" } };
  for (const audience of ["colleagues", "prefecture"] as const) {
    assert.doesNotMatch(serialiseRecord(forAudience(record, audience)), /later_field|email/);
  }
  assert.match(serialiseRecord(forAudience(record, "self")), /later_field/);
});

test("何が出て、何が残るかを、件数とともに示す", () => {
  const lines = describeLeaving(full(), "prefecture").map(({ label, count, leaves }) => [label, count, leaves]);
  assert.deepEqual(lines, [
    ["協議会の名前", 1, true],
    ["回答者の名前", 1, false],
    ["役割・立場", 1, true],
    ["答え", 2, true],
    ["理由", 1, true],
    ["根拠", 1, false],
    ["共有メモ", 1, true],
    ["手元メモ", 2, false],
    ["取組", 1, true],
    ["取組の担当者の名前", 1, false],
    ["要望", 1, true],
    ["以前の回答の控え", 1, false],
  ]);
});

const seed = seedFromEnvironment();
test(`でたらめな記録でも、人に渡すファイルのどの形式にも手元メモは入らない（SEED=${seed}）`, async () => {
  for (let at = 0; at < 20; at += 1) {
    const random = randomRecord(seed + at, CHECKLIST);
    const marked = (answers: typeof random.answers) =>
      Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, { ...answer, note_private: "手元の秘密" }]));
    const snapshots = random.snapshots.map((snapshot) => ({ ...snapshot, answers: marked(snapshot.answers) }));
    const record = { ...random, answers: marked(random.answers), snapshots };
    for (const audience of ["colleagues", "prefecture"] as const) {
      for (const kind of ["json", "csv", "xlsx"] as const) {
        const file = await exportFile(record, CHECKLIST, kind, audience, async () => engine);
        assert.ok(file.ok);
        const back = await importFile(new Blob([file.value.bytes]), CHECKLIST, "2026-11-21", async () => engine);
        assert.ok(back.ok);
        assertSame(serialiseRecord(back.value.record), serialiseRecord(forAudience(record, audience)), `SEED=${seed + at} ${audience} ${kind}`);
        assert.doesNotMatch(serialiseRecord(back.value.record), /手元の秘密/);
        if (kind !== "xlsx") assert.doesNotMatch(new TextDecoder().decode(file.value.bytes), /手元の秘密|note_private|"手元メモ"/);
      }
    }
  }
});
