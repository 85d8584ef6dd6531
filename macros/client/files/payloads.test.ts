/** tests/payloads.json in every field of every table that leaves a page: text it stays, never a formula. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { matrixTable, spreadTable } from "../aggregate/tables";
import { exportCsv, formatCsv } from "./csv";
import { normaliseRecord } from "../record";
import { look, entry } from "../testing/block";
import { CHECKLIST } from "../testing/checklist";
import { answered } from "../testing/records";
import { partsOf } from "../testing/mutate-zip";
import type { ResultFile } from "../types";
import { gridOptions } from "./export";
import type { Table } from "./table";
import { exportTables, exportXlsx } from "./xlsx";

const { markup, formulas } = JSON.parse(readFileSync("tests/payloads.json", "utf8")) as { markup: string[]; formulas: string[] };
const PAYLOADS = [...formulas, ...markup];
/** What Excel and LibreOffice take for the beginning of a formula. */
const RUNS = /^[=+\-@\t\r＝＋－＠]/;

/** A record whose every text is a payload. */
function hostile(payload: string): ResultFile {
  const texts = { reason: payload, evidence: payload, note_shared: payload, note_private: payload };
  const record = answered({ "it-a1": "done", "it-a2": "not" });
  return normaliseRecord({
    ...record,
    subject: { prefecture: payload, name: payload, kind: "municipality" },
    respondent: { label: payload, role: payload },
    answers: { "it-a1": { state: "answered", level: "done", ...texts }, "it-gone": { state: "unknown", ...texts } },
    agreed: { "it-a1": { level: "not", reason: payload } },
    plan: {
      goals: [{ text: payload, due: payload }], requests: [{ text: payload, to: payload, items: [] }],
      actions: [{ text: payload, owner: payload, due: payload, status: payload as never, items: [] }],
    },
    snapshots: [{ label: payload, date: "2025-04-01", answers: {} }],
  });
}

/** Cells as a spreadsheet takes a CSV file apart. */
function cellsOf(csv: string): readonly string[] {
  return [...csv.replace(/^\ufeff/, "").matchAll(/"((?:[^"]|"")*)"(?:,|\r\n)/g)].map((match) => (match[1] ?? "").replaceAll('""', '"'));
}

function assertNoFormula(bytes: Uint8Array<ArrayBuffer>, label: string): void {
  for (const { name, data } of partsOf(bytes)) {
    const xml = new TextDecoder().decode(data as Uint8Array);
    if (!name.startsWith("xl/worksheets/")) continue;
    assert.ok(!/<f[ >]/.test(xml), `${label}: a formula in ${name}`);
    assert.ok(!/<hyperlink/.test(xml), `${label}: a link in ${name}`);
  }
}

function tables(payload: string): readonly Table[] {
  const sight = look([entry(payload, { "it-a1": "done" }, { plan: hostile(payload).plan }, "one"), entry("乙市", { "it-a1": "not" })]);
  const own: Table = { name: "表", header: [payload], rows: [[payload, 1]], widths: [10], fixed: 0 };
  return [matrixTable(sight, true), spreadTable(sight), own];
}

test("no cell of a CSV begins as a formula does", () => {
  for (const payload of PAYLOADS) {
    const csv = new TextDecoder().decode(exportCsv(hostile(payload), CHECKLIST, gridOptions("self")));
    const all = [csv, ...tables(payload).map(({ header, rows }) => formatCsv([header, ...rows.map((row) => row.map(String))]))];
    const running = all.flatMap(cellsOf).filter((cell) => RUNS.test(cell));
    assert.deepEqual(running, [], payload);
    assert.ok(cellsOf(csv).some((cell) => cell.includes(payload.trim().replace(/^'/, ""))), `${payload} is not in the file at all`);
  }
});

test("no cell of a workbook is a formula or a link", async () => {
  for (const payload of PAYLOADS) {
    assertNoFormula(await exportXlsx(hostile(payload), CHECKLIST, gridOptions("self")), payload);
    assertNoFormula(await exportTables(tables(payload)), payload);
  }
});

test("a level of somebody's own checklist stays a word in the list to choose from", async () => {
  const levels = CHECKLIST.scale.levels.map((level, at) => (at === 0 ? { ...level, label: 'x"&A1&"y' } : level));
  const bytes = await exportXlsx(hostile("x"), { ...CHECKLIST, scale: { ...CHECKLIST.scale, levels } }, gridOptions("self"));
  const sheets = partsOf(bytes).filter(({ name }) => name.startsWith("xl/worksheets/"));
  const formulas = sheets.flatMap(({ data }) => [...new TextDecoder().decode(data as Uint8Array).matchAll(/<formula1>(.*?)<\/formula1>/g)])
    .map((match) => (match[1] ?? "").replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
  assert.ok(formulas.some((formula) => formula.startsWith('"x""&A1&""y,')), formulas.join("\n"));
  for (const formula of formulas) assert.match(formula, /^"(?:[^"]|"")*"$/);
});
