import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { setNote, setTarget } from "../answers";
import { setSubject } from "../record";
import { CHECKLIST } from "../testing/checklist";
import { answered } from "../testing/records";
import { savedRecord } from "../testing/saved";
import { makeZip } from "../testing/zip";
import type { Result, ResultFile } from "../types";
import { gridOptions } from "./export";
import { importFile } from "./import";
import type { Imported } from "./import";
import * as engine from "./xlsx";

function load(bytes: Uint8Array<ArrayBuffer>): Promise<Result<Imported>> {
  return importFile(new Blob([bytes]), CHECKLIST, "2026-11-21", async () => engine);
}

async function loaded(bytes: Uint8Array<ArrayBuffer>): Promise<Imported> {
  const result = await load(bytes);
  assert.ok(result.ok, result.ok ? "" : result.refusal.message);
  return result.value;
}

async function code(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const result = await load(bytes);
  return result.ok ? "読めた" : result.refusal.code;
}

function write(record: ResultFile, audience: "self" | "colleagues" = "self"): Promise<Uint8Array<ArrayBuffer>> {
  return engine.exportXlsx(record, CHECKLIST, gridOptions(audience));
}

test("人が読めるシート: 見出し、幅、折り返し、固定、一覧から選ぶ欄、隠した ID の列と _meta", async () => {
  const { sheets } = await readXlsx(await write(answered({ "it-a1": "little" })), { readStyles: true });
  assert.deepEqual(sheets.map((sheet) => [sheet.name, sheet.hidden ?? false]), [["点検シート", false], ["計画", false], ["_meta", true]]);
  const [sheet] = sheets;
  assert.deepEqual(sheet?.rows[4], [
    "領域", "項目", "答え", "理由", "根拠", "共有メモ", "手元メモ", "目標の段階", "合意した答え", "合意の理由", "項目ID",
  ]);
  assert.deepEqual(sheet?.rows[5]?.slice(0, 3), ["個別事例", "it-a1 をしていますか。", "あまりできていない"]);
  assert.equal(sheet?.freezePane?.rows, 5);
  assert.equal(sheet?.columns?.[10]?.hidden, true);
  assert.equal(sheet?.cells?.get("5,1")?.style?.alignment?.wrapText, true);
  const [answers] = sheet?.dataValidations ?? [];
  assert.equal(answers?.range, "C6:C12");
  assert.deepEqual(answers?.values, [
    "できている", "ややできている", "あまりできていない", "できていない", "該当しない", "わからない", "今は取り組まない",
  ]);
});

test("人に渡すシートには、手元メモの列がない", async () => {
  const { sheets } = await readXlsx(await write(answered({}), "colleagues"));
  assert.equal(sheets[0]?.rows[4]?.includes("手元メモ"), false);
});

test("式や印は、ただの文字として入る", async () => {
  const record = setNote(setSubject(answered({}), { name: "<img src=x onerror=alert(1)>" }), "it-a1", "note_shared", "=1+1");
  const { sheets } = await readXlsx(await write(record), { readStyles: true });
  const cell = sheets[0]?.cells?.get("5,5");
  assert.equal(cell?.value ?? sheets[0]?.rows[5]?.[5], "=1+1");
  assert.equal(cell?.formula, undefined);
  assert.equal(sheets[0]?.rows[2]?.[1], "<img src=x onerror=alert(1)>");
});

test("どの欄も 32,767 字を超えない。長い文は下の行に続け、読むと元に戻る", async () => {
  const text = "=あ😀".repeat(25_000);
  const record = setTarget(setNote(answered({ "it-a1": "not" }), "it-a1", "evidence", text), "it-a1", "done");
  const bytes = await write(record);
  const { sheets } = await readXlsx(bytes);
  const lengths = sheets.flatMap((sheet) => sheet.rows.flat()).map((cell) => String(cell ?? "").length);
  assert.ok(Math.max(...lengths) <= 32_767);
  assert.deepEqual((await loaded(bytes)).record, record);
});

test("ほかの道具で作られ、人が記入したシートを読む（日付・数・式・太字の欄）", async () => {
  const { record, notices } = await loaded(new Uint8Array(readFileSync("macros/client/fixtures/filled-in-by-hand.xlsx")));
  assert.deepEqual(notices, []);
  assert.deepEqual(record.subject, { prefecture: "北海道", name: "〇〇市", kind: "municipality" });
  assert.equal(record.date, "2026-11-21");
  assert.deepEqual(record.answers, {
    "it-a1": { state: "answered", level: "done", note_shared: "12" },
    "it-a2": { state: "answered", level: "mostly", note_shared: "3" },
    "it-a3": { state: "answered", level: "little", note_shared: "2026-04-01" },
    "it-b1": { state: "answered", level: "not", note_shared: "太字です" },
    "it-b2": { state: "not_applicable", reason: "町に対象者がいないため" },
    "it-c1": { state: "unknown" },
    "it-c2": { state: "deferred" },
  });
  assert.deepEqual(record.plan.actions, [
    { text: "部会をつくる", owner: "係長", due: "2027-03-31", status: "todo", items: ["it-a1", "it-b1"] },
  ]);
});

function fixture(name: string): Promise<Imported> {
  return loaded(new Uint8Array(readFileSync(`macros/client/fixtures/${name}.xlsx`)));
}

test("LibreOffice で開いて保存し直したシートは、元の記録に戻る", async () => {
  const { record, notices } = await fixture("saved-by-libreoffice");
  assert.deepEqual(record, savedRecord());
  assert.deepEqual(notices, []);
});

test("LibreOffice で、行を入れ替え、列を足し、欄を結合し、空にし、シートの名を変えても、ID で読み、疑いを言う", async () => {
  const { record, notices } = await fixture("reworked-in-libreoffice");
  const { "it-a3": _, ...others } = savedRecord().answers; // its id was emptied
  assert.deepEqual(record.answers, { ...others, "it-b1": { reason: "対象者がいない" }, "it-b2": { state: "answered", level: "done" } });
  const { agreed, plan, snapshots, subject, checklist } = savedRecord();
  assert.deepEqual([record.agreed, record.plan, record.snapshots, record.subject, record.checklist], [agreed, plan, snapshots, subject, checklist]);
  assert.deepEqual(notices.map(({ message }) => message), [
    "点検の表のあるシートがいくつかあります。「R8 町の点検」を読み、「昨年度」は読み込んでいません。",
    "結合された欄があります（10〜11行目）。いちばん上の行の答えとして読みました。",
    "表の 8 行目は、項目ID がないので読み込んでいません。",
  ]);
});

test("シートの名前を変えられていても、見出しで見つける", async () => {
  const rows = [["項目ID", "項目", "答え"], ["it-a1", "一", "できている"]];
  const bytes = await writeXlsx({ sheets: [{ name: "表紙", rows: [["x"]] }, { name: "R8点検", rows }] });
  const { record } = await loaded(new Uint8Array(bytes));
  assert.deepEqual(record.answers, { "it-a1": { state: "answered", level: "done" } });
});

test("記入前のシートは、答えがないと言う", async () => {
  const { notices } = await loaded(await write(answered({})));
  assert.deepEqual(notices.map((notice) => notice.code), ["noAnswers"]);
});

test("別のブックは、表がないと断る", async () => {
  assert.equal(await code(new Uint8Array(await writeXlsx({ sheets: [{ name: "売上", rows: [["a", 1]] }] }))), "noTable");
});

test("ふくらむブック、切れたブック、ブックでない ZIP を断る", async () => {
  const whole = await write(answered({}));
  const bomb = makeZip([{ name: "xl/workbook.xml", data: new Uint8Array(30 * 1024 * 1024) }]);
  assert.equal(await code(bomb), "bomb");
  assert.equal(await code(whole.slice(0, whole.length / 2)), "damaged");
  assert.equal(await code(makeZip([{ name: "xl/workbook.xml", data: "<a>".repeat(1000) }])), "damaged");
  assert.equal(await code(makeZip([{ name: "a.txt", data: "x" }])), "notOurs");
});

test("大きさを小さく偽るブックも、偽りの大きさまでしか開かずに断る", async () => {
  const lying = makeZip([{ name: "xl/workbook.xml", data: "x".repeat(500_000), claim: 100 }]);
  assert.equal(await code(lying), "damaged");
});

test("いちばん遠い隅に字があっても、固まらない", async () => {
  const rows = [["項目ID", "項目", "答え"], ["it-a1", "一", "できている"]];
  const cells = new Map([["1048575,16383", { value: "隅" }]]);
  const bytes = await writeXlsx({ sheets: [{ name: "点検シート", rows, cells }] });
  assert.deepEqual((await loaded(new Uint8Array(bytes))).record.answers, { "it-a1": { state: "answered", level: "done" } });
});

test("_meta に悪いキーがあれば断る", async () => {
  const rows = [["項目ID", "項目", "答え"], ["it-a1", "一", "できている"]];
  const meta = [["format", "kyogikai-check/1"], ["checklist.id", "municipal-council"], ["checklist.version", "2.0.0"]];
  const extra = ["extra", '{"record":{"__proto__":{"polluted":1}}}'];
  const bytes = await writeXlsx({ sheets: [{ name: "点検シート", rows }, { name: "_meta", rows: [...meta, extra] }] });
  assert.equal(await code(new Uint8Array(bytes)), "forbiddenKey");
  assert.equal(({} as { polluted?: unknown }).polluted, undefined);
});

test("_meta の JSON が壊れていたら、そこだけ使わずに言う", async () => {
  const rows = [["項目ID", "項目", "答え"], ["it-a1", "一", "できている"]];
  const meta = [["format", "kyogikai-check/1"], ["checklist.id", "municipal-council"], ["checklist.version", "2.0.0"], ["snapshots", "[{"]];
  const bytes = await writeXlsx({ sheets: [{ name: "点検シート", rows }, { name: "_meta", rows: meta }] });
  const { notices } = await loaded(new Uint8Array(bytes));
  assert.ok(notices.some((notice) => notice.code === "metaUnread"));
});
