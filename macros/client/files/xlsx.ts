/**
 * XLSX out and in. A separate entry (`xlsx-entry.ts`): loaded only when somebody needs it.
 *
 * ## The workbook's contract (the blank sheet of macros/exports/xlsx.py follows it too)
 * Names are in `sheet.ts`. Nothing is found by position; sheets, columns and rows are found by name.
 *
 * 1. Sheet 「点検シート」, visible, first.
 *    - Above the table: cells with a label of INFO_LABELS, the value in the next cell to the right.
 *      Other text there (title, how to fill in) is free. The date may be a real date cell,
 *      2026-11-21, 2026/11/21 or 令和8年11月21日.
 *    - The header row is the first row (of the first 50) that has 「項目ID」, 「項目」 and 「答え」 as cells.
 *      Columns are those of ANSWER_COLUMNS in any order; only 「項目ID」 and 「答え」 have to be filled in;
 *      others may be missing, be hidden or stand among columns of one's own, which are ignored.
 *      Each header name stands once.
 *    - Below it one row for each item. 「項目ID」 holds the item's id; rows without one are skipped
 *      (headings of domains). 「答え」 holds a label of the scale, a label of STATE_LABELS, 「未回答」 or
 *      nothing. 「目標の段階」 and 「合意した答え」 hold a label of the scale or nothing.
 *    - A text longer than a cell may be goes on in the row below, with the same 「項目ID」 and
 *      「（続き）」 under 「答え」.
 * 2. Sheet 「計画」, visible, optional. The header row is the first row whose first cell is 「計画の種類」;
 *    columns of PLAN_COLUMNS; kinds 目標・取組・要望; item ids separated by spaces.
 * 3. Sheet `_meta`, hidden. Column A a key of META_KEYS, column B its value; a value too long for a cell
 *    goes on in the next row under the same key. A blank sheet needs format ("kyogikai-check/1"),
 *    checklist.id, checklist.version, checklist.items_digest, subject.kind.
 *
 * Every cell is text (a string cell, never a formula). No answer's text is in `_meta`: who deletes a
 * column or a row before handing the file on must be able to rely on its being gone.
 */

import { readXlsx, writeXlsx } from "hucre/xlsx";
import type { CellValue, Workbook, WriteSheet } from "hucre/xlsx";
import { toIsoDateUtc } from "../dates";
import type { ChecklistData, Result, ResultFile } from "../types";
import { toGrids } from "./grids";
import type { Grid, GridOptions, NamedGrid } from "./grids";
import type { Picked } from "./grids-read";
import { refused } from "./refuse";
import { SHEET_ANSWERS, SHEET_META, SHEET_PLAN } from "./sheet";
import { pickSheets } from "./xlsx-sheets";
import { readPlain } from "./xlsx-plain";
import type { Bounds } from "./xlsx-plain";
import { answersSheet, coverSheet, metaSheet, planSheet } from "./xlsx-look";
import { judgeZip } from "./zip";

export { exportTables } from "./xlsx-tables";

/** Far more than a sheet of ours has; without it two cells in far corners would ask for gigabytes. */
export const MOST: Bounds = { sheets: 20, rows: 20_000, columns: 104 };
const READ_RANGE = "A1:CZ20000";

/** The record as a workbook. Apply `forAudience` first. */
export async function exportXlsx(
  record: ResultFile,
  checklist: ChecklistData,
  options: GridOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const grids = toGrids(record, checklist, options);
  const { cover } = options;
  const sheets: WriteSheet[] = [
    ...(cover ? [{ ...coverSheet(cover.rows), name: cover.name, rows: cells(cover.rows) }] : []),
    { ...answersSheet(grids.answers, checklist, options.withPrivate), name: SHEET_ANSWERS, rows: cells(grids.answers) },
    { ...planSheet(grids.plan), name: SHEET_PLAN, rows: cells(grids.plan) },
    { ...metaSheet(), name: SHEET_META, rows: cells(grids.meta) },
  ];
  const bytes = await writeXlsx({ sheets, defaultFont: { name: "游ゴシック", size: 11 } });
  return new Uint8Array(bytes);
}

/** The three tables of a workbook. */
export async function readGrids(bytes: Uint8Array): Promise<Result<Picked>> {
  const sheets = await readTables(bytes);
  return sheets.ok ? { ok: true, value: pickSheets(sheets.value) } : sheets;
}

/** The sheets of a workbook as texts, judged as a ZIP first. */
export async function readTables(bytes: Uint8Array): Promise<Result<readonly NamedGrid[]>> {
  const entries = judgeZip(bytes);
  if (typeof entries === "string") return refused(entries);
  const plain = readPlain(bytes, entries, MOST);
  return plain ? { ok: true, value: plain } : readByLibrary(bytes);
}

/** Any workbook, at leisure. The ZIP file has to be judged before. */
export async function readByLibrary(bytes: Uint8Array): Promise<Result<readonly NamedGrid[]>> {
  let workbook: Workbook;
  try {
    workbook = await readXlsx(bytes, { range: READ_RANGE, sheets: (_, index) => index < MOST.sheets });
  } catch {
    return refused("damaged");
  }
  return {
    ok: true,
    value: workbook.sheets.map(({ name, rows, merges = [] }) => ({ name, merges, grid: rows.map((row) => row.map(cellText)) })),
  };
}

function cells(grid: Grid): CellValue[][] {
  return grid.map((row) => row.map((cell) => (cell === "" ? null : escapeEscapes(cell))));
}

/** Texts that look like the format's own escapes (_x0041_) would come back as what they stand for. */
function escapeEscapes(cell: string): string {
  return cell.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}

function cellText(cell: CellValue): string {
  if (cell === null || cell === undefined) return "";
  return cell instanceof Date ? toIsoDateUtc(cell) : String(cell);
}
