/**
 * CSV out and in: the sheets of `xlsx.ts` one below the other.
 *
 * Written for Excel: UTF-8 with its mark, CRLF, every field quoted. A text that Excel would take for a
 * formula gets a `'` before it; so does one that begins with `'` and such a sign, so that taking one `'`
 * away on reading gives back exactly what was written.
 */

import type { ChecklistData, Result, ResultFile } from "../types";
import { decodeText } from "./decode";
import { toGrids } from "./grids";
import type { Grid, GridOptions, Grids, Row } from "./grids";
import { findAnswerHeader } from "./grids-read";
import type { Picked } from "./grids-read";
import { isPlanHeader } from "./grids-read-plan";
import { refused } from "./refuse";
import { SHEET_META } from "./sheet";

const FORMULA_START = /^'*[=+\-@\t\r＝＋－＠]/;
const GUARDED = /^'+[=+\-@\t\r＝＋－＠]/;
const MOST_CELLS = 200_000;

/** The record as CSV. Apply `forAudience` first. */
export function exportCsv(record: ResultFile, checklist: ChecklistData, options: GridOptions): Uint8Array<ArrayBuffer> {
  const grids = toGrids(record, checklist, options);
  const meta = grids.meta.map((row) => [SHEET_META, ...row]);
  return new TextEncoder().encode(`\ufeff${formatCsv([...grids.answers, [], ...grids.plan, [], ...meta])}`);
}

/** The three tables of a CSV file. */
export function readCsvGrids(bytes: Uint8Array): Result<Picked> {
  const text = decodeText(bytes);
  if (!text.ok) return text;
  const rows = parseCsv(text.value);
  return rows.ok ? { ok: true, value: { grids: splitTables(rows.value), notices: [] } } : rows;
}

/** Rows as CSV text. An empty row stays an empty line. */
export function formatCsv(rows: Grid): string {
  return rows.map((row) => `${row.map((cell) => `"${guard(cell).replaceAll('"', '""')}"`).join(",")}\r\n`).join("");
}

function guard(cell: string): string {
  return FORMULA_START.test(cell) ? `'${cell}` : cell;
}

function unguard(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}

/** CSV text as rows. Refused if a quoted field never ends, or there are far more cells than we ever write. */
export function parseCsv(text: string): Result<Grid> {
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith("\ufeff") ? 1 : 0;
  for (let cells = 0; at < text.length; cells += 1) {
    if (cells > MOST_CELLS) return refused("tooMany");
    const field = readField(text, at, separator);
    if (field === null) return refused("damaged");
    row.push(unguard(field.text));
    at = field.end;
    if (text[at] === separator) {
      at += 1;
      if (at < text.length) continue;
      row.push("");
    }
    at += text.startsWith("\r\n", at) ? 2 : 1;
    rows.push(row);
    row = [];
  }
  return { ok: true, value: rows };
}

interface Field {
  readonly text: string;
  /** Where the separator, the line end or the end of the text stands. */
  readonly end: number;
}

/** One field; null if its closing quote is missing. What follows a closing quote is kept: `"a"b` is `ab`. */
function readField(text: string, start: number, separator: string): Field | null {
  let at = start;
  let quoted = "";
  if (text[at] === '"') {
    const close = closingQuote(text, at + 1);
    if (close < 0) return null;
    quoted = text.slice(at + 1, close).replaceAll('""', '"');
    at = close + 1;
  }
  let end = at;
  while (end < text.length && text[end] !== separator && text[end] !== "\r" && text[end] !== "\n") end += 1;
  return { text: quoted + text.slice(at, end), end };
}

function closingQuote(text: string, start: number): number {
  let at = text.indexOf('"', start);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

/** Excel's 「Unicode テキスト」 has tabs, some countries' CSV semicolons: the header's first line tells. */
function separatorOf(text: string): string {
  const line = text.split("\n").find((one) => one.includes("項目ID") || one.includes("項目ＩＤ")) ?? "";
  const counts = [",", "\t", ";"].map((sign) => ({ sign, count: line.split(sign).length }));
  return counts.sort((a, b) => b.count - a.count)[0]?.sign ?? ",";
}

function splitTables(rows: Grid): Grids {
  const isMeta = (row: Row) => row[0] === SHEET_META;
  const table = rows.filter((row) => !isMeta(row));
  const header = Math.max(0, findAnswerHeader(table));
  const found = table.findIndex((row, index) => index > header && isPlanHeader(row));
  const split = found < 0 ? table.length : found;
  return {
    answers: table.slice(0, split),
    plan: table.slice(split),
    meta: rows.filter(isMeta).map((row) => row.slice(1)),
  };
}
