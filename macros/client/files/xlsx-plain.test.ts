/** The quick reader against the library: the same texts, or nothing. COUNT and SEED as for the mutated files (fuzz.test.ts). */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { writeXlsx } from "hucre/xlsx";
import type { CellValue } from "hucre/xlsx";
import { CHECKLIST } from "../testing/checklist";
import { mutateBytes } from "../testing/mutate";
import type { Bytes } from "../testing/mutate";
import { mutateXlsx, partsOf } from "../testing/mutate-zip";
import { Dice, randomRecord, seedFromEnvironment } from "../testing/random";
import { makeZip } from "../testing/zip";
import { gridOptions } from "./export";
import type { NamedGrid } from "./grids";
import { MOST, exportXlsx, readByLibrary } from "./xlsx";
import { readPlain } from "./xlsx-plain";
import { judgeZip } from "./zip";

const FOLDER = "macros/client/fixtures";
const seed = seedFromEnvironment();
const count = Number(process.env["COUNT"] ?? 100);

function plainly(bytes: Uint8Array): readonly NamedGrid[] | null {
  const entries = judgeZip(bytes);
  return typeof entries === "string" ? null : readPlain(bytes, entries, MOST);
}

/** What the library reads, each row up to the last cell that holds something; null if it refuses. */
async function byLibrary(bytes: Uint8Array): Promise<readonly NamedGrid[] | null> {
  const read = await readByLibrary(bytes);
  const upTo = <One>(list: readonly One[], holds: (one: One) => boolean) => list.slice(0, list.map(holds).lastIndexOf(true) + 1);
  return read.ok ? read.value.map((sheet) => ({ ...sheet, grid: upTo(sheet.grid.map((row) => upTo(row, (cell) => cell !== "")), (row) => row.length > 0) })) : null;
}

async function same(bytes: Uint8Array, label: string): Promise<void> {
  const plain = plainly(bytes);
  assert.ok(plain, `${label}: not read quickly`);
  assert.deepEqual(plain, await byLibrary(bytes), label);
}

function exported(at: number): Promise<Bytes> {
  return exportXlsx(randomRecord(at, CHECKLIST), CHECKLIST, gridOptions(at % 2 === 0 ? "self" : "prefecture"));
}

/** A workbook of ours with a part written by hand. */
async function withPart(name: string, change: (xml: string) => string): Promise<Bytes> {
  const parts = partsOf(new Uint8Array(await writeXlsx({ sheets: [{ name: "点検シート", rows: [["項目ID", "答え"], ["it-a1", 12]] }] })));
  return makeZip(parts.map((part) => (part.name === name ? { name, data: change(new TextDecoder().decode(part.data as Uint8Array)) } : part)));
}

const SHEET = "xl/worksheets/sheet1.xml";
const cellsOf = (cells: string) => withPart(SHEET, (xml) => xml.replace(/<sheetData>.*<\/sheetData>/, `<sheetData><row r="1">${cells}</row></sheetData>`));

test("このサイトの書き出しと、Excel、LibreOffice のシートを、同じ文字に読む", async () => {
  for (let at = 0; at < 20; at += 1) await same(await exported(seed + at), `export ${seed + at}`);
  for (const name of readdirSync(FOLDER).filter((one) => one.endsWith(".xlsx"))) await same(new Uint8Array(readFileSync(`${FOLDER}/${name}`)), name);
});

test("数、日付、真偽、式、エラー、空の行、書式だけの欄、遠い欄", async () => {
  const rows: CellValue[][] = [["一", 1.5, -2e-7, true], [], [null, new Date(Date.UTC(2026, 10, 21)), null], ["_x0041_ &amp; <b> \" '", "行\nを変える", " 空き "]];
  await same(new Uint8Array(await writeXlsx({ sheets: [{ name: "a&b", rows }, { name: "空", rows: [] }] })), "values");
  const cells = [
    '<c r="A1" t="str"><f>A2&amp;"x"</f><v>&lt;式&gt;</v></c><c r="B1"><f t="shared" si="0"/><v>3</v></c><c r="C1" t="e"><v>#DIV/0!</v></c><c r="D1" t="b"><v>0</v></c>',
    '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> &#x3042;&#12354; _x000D_</t></is></c><c r="C1" s="0"/><c r="ZZ1"><v>1</v></c><c r="B30000"><v>1</v></c>',
  ];
  for (const one of cells) await same(await cellsOf(one), one);
});

test("ふりがなと太字のある文字は、もとの文字だけを読む", async () => {
  const rich = '<si><t>項目</t><rPh sb="0" eb="2"><t>コウモク</t></rPh><phoneticPr fontId="1"/></si><si><r><t>太</t></r><r><rPr><b/><sz val="9"/></rPr><t xml:space="preserve">字 </t></r></si><si><t></t></si>';
  const bytes = await withPart("xl/sharedStrings.xml", (xml) => xml.replace(/<si>.*<\/si>/, rich));
  await same(bytes, "rich");
  assert.deepEqual(plainly(bytes)?.[0]?.grid, [["項目", "太字 "], ["", "12"]]);
});

test("ふつうでないものは、ライブラリーに任せる", async () => {
  const unusual = {
    "a comment": await cellsOf('<!-- x --><c r="A1"><v>1</v></c>'),
    "no place": await cellsOf("<c><v>1</v></c>"),
    "a number that is none": await cellsOf('<c r="A1"><v>0x10</v></c>'),
    "a text beyond the list": await cellsOf('<c r="A1" t="s"><v>99</v></c>'),
    "an entity of its own": await cellsOf('<c r="A1" t="str"><v>&lol;</v></c>'),
    "another type": await cellsOf('<c r="A1" t="d"><v>2026-11-21</v></c>'),
    "the calendar of 1904": await withPart("xl/workbook.xml", (xml) => xml.replace("<bookViews>", '<workbookPr date1904="1"/><bookViews>')),
    "a form of a run that opens twice": await withPart("xl/sharedStrings.xml", (xml) => xml.replace(/<si>.*?<\/si>/, "<si><r><rPr><rPr><b/></rPr><t>x</t></r></si>")),
    "names with a prefix": await withPart(SHEET, (xml) => xml.replaceAll("<c ", "<x:c ").replaceAll("</c>", "</x:c>")),
    "another way to the sheet": await withPart("xl/_rels/workbook.xml.rels", (xml) => xml.replace("worksheets/", "../xl/worksheets/")),
  };
  for (const [label, bytes] of Object.entries(unusual)) assert.equal(plainly(bytes), null, label);
});

test("壊れた部品、偽りの大きさ、大きな部品は、開ききらずに任せる", async () => {
  const whole = await exported(seed);
  const broken = whole.slice();
  broken[whole.length >> 1]! ^= 0x55;
  assert.equal(plainly(broken), null);
  const parts = partsOf(whole).filter(({ name }) => name !== SHEET);
  assert.equal(plainly(makeZip([...parts, { name: SHEET, data: "x".repeat(200_000), claim: 1000 }])), null);
  const noise = Uint8Array.from({ length: 200_000 }, (_, at) => (at * 2654435761) >>> (at % 13));
  assert.equal(plainly(makeZip([...parts, { name: SHEET, data: noise }])), null);
});

/** The part in which a workbook is other than the one it was made of. */
function changedPart(source: Bytes, bytes: Bytes): string {
  const before = new Map(partsOf(source).map(({ name, data }) => [name, String(data)]));
  return partsOf(bytes).find(({ name, data }) => before.get(name) !== String(data))?.name ?? "";
}

test(`${count} 個の崩れたブック: 読むなら、ライブラリーと同じ（SEED=${seed}）`, { timeout: 3_600_000 }, async (context) => {
  const sources = await Promise.all(Array.from({ length: 6 }, (_, at) => exported(seed + at)));
  sources.push(...readdirSync(FOLDER).filter((one) => one.endsWith(".xlsx")).map((one) => new Uint8Array(readFileSync(`${FOLDER}/${one}`))));
  const told = { same: 0, left: 0, more: 0 };
  for (let at = 0; at < count; at += 1) {
    const dice = new Dice(seed * 100_000 + at);
    const source = dice.pick(sources);
    const inside = at % 8 > 0;
    const bytes = (inside ? mutateXlsx : mutateBytes)(source, dice);
    const plain = plainly(bytes);
    const library = plain && (await byLibrary(bytes));
    if (plain && library) assert.deepEqual(plain, library, `#${at} (SEED=${seed})`);
    // The library gives up where a look, a property or a list of types is broken. The cells are whole all the same.
    if (plain && !library && inside) assert.doesNotMatch(changedPart(source, bytes), /sheet\d|sharedStrings/, `#${at} (SEED=${seed})`);
    told[plain ? (library ? "same" : "more") : "left"] += 1;
  }
  context.diagnostic(`read alike ${told.same}, left to the library ${told.left}, read although a part that is not asked for is broken ${told.more}`);
  assert.ok(told.same > count / 10);
});
