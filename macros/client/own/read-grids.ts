/** The sheets of a workbook made from the template → a draft. Cells are named as Excel names them. */

import { columnsOf, plain } from "../files/columns";
import type { Grid, NamedGrid, Row } from "../files/grids";
import { OWN } from "./messages";
import { BASIC_LABELS, ITEM_COLUMNS, SHEET_BASICS, SHEET_ITEMS } from "./template";
import { BASIC_KEYS } from "./types";
import type { BasicKey, Cell, Draft, DraftItem } from "./types";

type Columns = ReadonlyMap<string, number>;
type ColumnKey = keyof typeof ITEM_COLUMNS;

const HEADER_WITHIN = 50;
const STEPS = ["step1", "step2", "step3", "step4"] as const;
const LEVELS = ["level1", "level2", "level3", "level4"] as const;

export function readGrids(sheets: readonly NamedGrid[]): Draft {
  const named = sheets.find((sheet) => sheet.name === SHEET_ITEMS);
  const sheet = named && headerOf(named.grid) >= 0 ? named : sheets.find((one) => headerOf(one.grid) >= 0);
  const told = basicsOf(sheets.find((one) => one.name === SHEET_BASICS));
  if (!sheet) return { ...told, items: [], abouts: new Map(), faults: [...told.faults, OWN.noTable] };
  return { ...told, items: itemsOf(sheet), abouts: new Map() };
}

/** The row that holds both needed headers; -1 if none does. */
function headerOf(grid: Grid): number {
  return grid.slice(0, HEADER_WITHIN).findIndex((row) => {
    const words = new Set(row.map(plain));
    return words.has(plain(ITEM_COLUMNS.domain)) && words.has(plain(ITEM_COLUMNS.text));
  });
}

function itemsOf({ name, grid }: NamedGrid): readonly DraftItem[] {
  const header = headerOf(grid);
  const columns = columnsOf(grid[header] ?? []);
  let domain: Cell | null = null;
  const items: DraftItem[] = [];
  for (const [at, row] of grid.entries()) {
    if (at <= header) continue;
    const cell = (key: ColumnKey) => cellAt(name, row, at, columns, key);
    const found = cell("domain");
    // An empty cell goes on with the domain above: so do merged cells.
    if (found.text !== "") domain = found;
    const keys = Object.keys(ITEM_COLUMNS) as ColumnKey[];
    if (keys.every((key) => key === "domain" || cell(key).text === "")) continue;
    items.push(itemOf(cell, domain ?? found));
  }
  return items;
}

function itemOf(cell: (key: ColumnKey) => Cell, domain: Cell): DraftItem {
  const optional = (key: ColumnKey) => (cell(key).text === "" ? [] : [cell(key)]);
  const { place, text } = cell("lookFor");
  const lines = text.split(/\r\n?|\n/).map((line) => line.replace(/^[・･●○*-]\s*/, "").trim());
  const pairs = { easy: optional("easy")[0], why: optional("why")[0], askPrefecture: optional("askPrefecture")[0], weight: optional("weight")[0] };
  const given = Object.fromEntries(Object.entries(pairs).filter(([, one]) => one !== undefined));
  return {
    domain,
    text: cell("text"),
    ...given,
    lookFor: lines.filter((line) => line !== "").map((line) => ({ text: line, place })),
    nextSteps: new Map(STEPS.flatMap((key, level) => optional(key).map((one) => [level, one] as const))),
  };
}

function cellAt(sheet: string, row: Row, at: number, columns: Columns, key: ColumnKey): Cell {
  const index = columns.get(plain(ITEM_COLUMNS[key]));
  return { text: (index === undefined ? "" : (row[index] ?? "")).trim(), place: placeOf(sheet, at, index ?? 0) };
}

function basicsOf(sheet: NamedGrid | undefined): Pick<Draft, "basics" | "levels" | "faults"> {
  const found = new Map<string, Cell>();
  for (const [at, row] of sheet?.grid.entries() ?? []) {
    const label = plain(row[0] ?? "");
    const text = (row[1] ?? "").trim();
    const key = Object.entries<string>(BASIC_LABELS).find(([, one]) => plain(one) === label)?.[0];
    if (key && text !== "" && !found.has(key)) found.set(key, { text, place: placeOf(sheet?.name ?? "", at, 1) });
  }
  const told = BASIC_KEYS.flatMap((key) => (found.has(key) ? [[key, found.get(key)] as const] : []));
  const levels = LEVELS.flatMap((key) => found.get(key) ?? []);
  const gap = LEVELS.findIndex((key) => !found.has(key));
  const beyond = gap < 0 ? undefined : LEVELS.slice(gap).flatMap((key) => found.get(key) ?? [])[0];
  const faults = beyond ? [OWN.levelGap(beyond.place)] : [];
  return { basics: Object.fromEntries(told) as Partial<Record<BasicKey, Cell>>, levels, faults };
}

/** 項目!C12: sheet, column letters, row from 1. */
export function placeOf(sheet: string, row: number, column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${sheet}!${letters}${row + 1}`;
}
