import assert from "node:assert/strict";
import { test } from "node:test";
import { entry, look } from "../testing/block";
import { CHECKLIST } from "../testing/checklist";
import { generator } from "../testing/random";
import { makeZip } from "../testing/zip";
import { serialiseRecord } from "../record";
import { exportCsv } from "../files/csv";
import { ownEntry } from "./agenda";
import { extract, openArchive } from "./archive";
import { EMPTY_DESK, openManifest, writeAnonymousManifest, writeManifest } from "./manifest";
import { looksLikeManifest } from "./manifest-format";
import { readAny } from "./read-any";
import { sampleChecklist, sampleFiles } from "./sample";
import { sortFiles } from "./councils";
import { draftOf } from "./entry";

const noXlsx = async () => Promise.reject(new Error("no script"));
const read = (bytes: Uint8Array) => readAny(bytes, [CHECKLIST], "2026-11-21", noXlsx);
const bytesOf = (text: string) => new TextEncoder().encode(text);
const OLD = { checklist: { id: CHECKLIST.id, version: "1.1.0", items_digest: "" } };

async function reopened(bytes: Uint8Array) {
  const found = await read(bytes);
  assert.ok(found.ok && found.value.kind === "manifest");
  const desk = openManifest(found.value.manifest, [CHECKLIST], "2026-12-01");
  assert.ok(desk.ok);
  return desk.value;
}

test("控えは、ファイル、決めたこと、議題をそのまま持って戻る", async () => {
  const entries = [entry("甲市", { "it-a1": "done", "it-b1": "unknown" }, {}, "e1"), entry("乙市", { "it-old-b": "not" }, OLD, "e2")];
  const desk = {
    ...EMPTY_DESK, entries, choices: { "甲県|丙市": "none" }, sizes: { "甲県|甲市": "大" },
    refused: [{ file: "x.json", what: "壊れています。", todo: "選び直してください。" }], agenda: [ownEntry("はじめに", 5)],
  };
  const bytes = writeManifest(desk, "2026-11-21T00:00:00.000Z");
  assert.ok(looksLikeManifest(bytes));
  const again = await reopened(bytes);
  const bare = (list: typeof entries) => list.map(({ id, file, version, cells, record }) => ({ id, file, version, cells: [...cells], record }));
  assert.deepEqual(bare([...again.entries]), bare(entries));
  assert.deepEqual({ ...again, entries: [] }, { ...desk, entries: [] });
});

test("匿名の控えには、名前も、メモも、ファイルの名前も、日付もない", async () => {
  const entries = Array.from({ length: 6 }, (_, index) => entry(`白浜${index}町`, { "it-a1": "done", "it-b2": "deferred" }, { date: "2026-11-05" }));
  const sight = look(entries, { anonymous: true });
  const bytes = writeAnonymousManifest(sight, [ownEntry("はじめに")]);
  const text = new TextDecoder().decode(bytes);
  for (const secret of ["白浜", "甲県", "佐藤", "2026-11-05"]) assert.ok(!text.includes(secret), secret);
  const again = await reopened(bytes);
  assert.deepEqual(again.entries.map((one) => [...one.cells]), sight.columns.map((one) => [...one.cells]));
});

test("控えの中の一つが壊れていても、ほかは戻る", async () => {
  const desk = { ...EMPTY_DESK, entries: [entry("甲市", { "it-a1": "done" }, {}, "e1"), entry("乙市", {}, {}, "e2")] };
  const text = new TextDecoder().decode(writeManifest(desk, "")).replace('"level":"done"', '"level":3');
  const again = await reopened(bytesOf(text));
  assert.deepEqual([again.entries.map((one) => one.id), again.refused.length], [["e2"], 1]);
  assert.match(again.refused[0]?.what ?? "", /answers\.it-a1\.level/);
});

test("知らない版の控えは開かない", () => {
  assert.equal(openManifest({ format: "kyogikai-block/9" } as never, [CHECKLIST], "2026-11-21").ok, false);
});

test("どのチェックリストの回答かは、ファイルから見分ける。ないものは断る", async () => {
  const record = entry("甲市", { "it-a1": "done" }).record;
  const csv = exportCsv(record, CHECKLIST, { withPrivate: false, mark: "" });
  const found = await read(csv);
  assert.ok(found.ok && found.value.kind === "record");
  assert.equal(found.value.draft.cells[0], 0);
  const other = await read(bytesOf(serialiseRecord({ ...record, checklist: { ...record.checklist, id: "another" } })));
  assert.match(other.ok ? "" : other.refusal.what, /another/);
  const csvOther = await read(exportCsv({ ...record, checklist: { ...record.checklist, id: "another" } }, CHECKLIST, { withPrivate: false, mark: "" }));
  assert.match(csvOther.ok ? "" : csvOther.refusal.what, /another/);
});

test("ZIP の中のファイルを一つずつ取り出し、ふくらむものと入れ子は断る", async () => {
  const zip = makeZip([{ name: "甲/a.json", data: "{}" }, { name: "甲/", data: "" }, { name: "b.zip", data: "PK" }]);
  const archive = openArchive(zip);
  assert.ok(archive.kind === "files");
  assert.deepEqual(archive.files.map((one) => one.name), ["甲/a.json", "b.zip"]);
  const [first, second] = await Promise.all(archive.files.map((one) => extract(zip, one)));
  assert.equal(new TextDecoder().decode(first as Uint8Array), "{}");
  assert.ok(second && "what" in second);
  assert.equal(openArchive(makeZip([{ name: "a", data: new Uint8Array(5 * 1024 * 1024) }])).kind, "refused");
  assert.equal(openArchive(zip.slice(0, 40)).kind, "refused");
  const lying = makeZip([{ name: "a.json", data: "x".repeat(1000), claim: 10 }]);
  const opened = openArchive(lying);
  assert.ok(opened.kind === "files" && opened.files[0]);
  assert.ok("what" in (await extract(lying, opened.files[0])));
});

test("見本は四十の団体で、二つの年と版があり、三つはたずねられる", () => {
  const checklist = sampleChecklist(CHECKLIST);
  const files = sampleFiles(checklist, generator(1));
  const entries = files.map(({ record, file }, at) => {
    const draft = draftOf("json", { raw: record, notices: [] }, checklist, "2026-11-21");
    assert.ok(draft.ok);
    return { ...draft.value, id: `s${at}`, file };
  });
  const sorted = sortFiles(entries, {});
  assert.deepEqual([entries.length, sorted.open.length, sorted.columns.length], [43, 3, 37]);
  assert.ok(entries.every(({ record }) => record.subject.prefecture === "架空県"));
  assert.equal(new Set(entries.map(({ record }) => record.subject.name)).size, 40);
});
