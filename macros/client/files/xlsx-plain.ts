/**
 * The quick way into a workbook: only the parts that hold cells, and only as Excel, LibreOffice and this
 * site write them. Whatever is otherwise (another order of things, a comment, a damaged part, a calendar
 * that begins in 1904) is left to the library. A test holds both to the same texts.
 */

import { serialToDate } from "hucre";
import { toIsoDateUtc } from "../dates";
import type { NamedGrid } from "./grids";
import { attribute, between, columnOf, dateStyles, listed, mergesOf, plainText, sharedTexts, unusual } from "./xlsx-plain-parts";
import type { ZipEntry } from "./zip";
import { readPart } from "./zip-part";

export interface Bounds {
  readonly sheets: number;
  readonly rows: number;
  readonly columns: number;
}

/** Of packed bytes (ours have ten thousand): at worst they inflate for a third of a second, whatever they claim. */
const MOST_PACKED = 48 * 1024;
const WORKBOOK = "xl/workbook.xml";
const REF = String.raw`[A-Z]{1,3}[1-9]\d{0,6}`;
const OPEN = String.raw`(?:<row(?: [\w:]+="[^"<>]*")* ?\/>)*<row(?: [\w:]+="[^"<>]*")*>`;
const FIRST_ROW = new RegExp(OPEN, "y");
/** Cells with a look and nothing else (most are), and the way from one row to the next. */
const NOTHING = new RegExp(String.raw`(?:<c r="${REF}"(?: s="\d+")?\/>|<\/row>${OPEN})*`, "y");
const END = /^<\/row>(?:<row(?: [\w:]+="[^"<>]*")* ?\/>)*$/;
/** Column, row, type, style, type, value, text that stands in the cell itself. */
const CELL = new RegExp(
  String.raw`<c r="([A-Z]{1,3})([1-9]\d{0,6})"(?: t="(\w+)")?(?: s="(\d+)")?(?: t="(\w+)")?(?: (?:cm|vm|ph)="\w*")*` +
    String.raw`(?:\/>|>(?:<f(?: [^<>]*)?(?:\/>|>[^<]*<\/f>))?(?:<v>([^<]*)<\/v>|<is><t(?: xml:space="preserve")?>([^<]*)<\/t><\/is>)?<\/c>)`,
  "y",
);
const DIGITS = /^\d+$/;
const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/** The sheets as texts, or null: the library has to read this one. The ZIP file has to be judged before. */
export function readPlain(bytes: Uint8Array, entries: readonly ZipEntry[], bounds: Bounds): readonly NamedGrid[] | null {
  try {
    return sheetsOf(partsOf(bytes, entries), bounds);
  } catch {
    return null;
  }
}

type Parts = (path: string) => string;

function partsOf(bytes: Uint8Array, entries: readonly ZipEntry[]): Parts {
  const known = new Map(entries.map((entry) => [entry.name, entry]));
  if (known.size !== entries.length) unusual();
  const decoder = new TextDecoder();
  let packed = 0;
  return (path) => {
    const entry = known.get(path) ?? unusual();
    packed += entry.packed;
    if (packed > MOST_PACKED) unusual();
    const xml = decoder.decode(readPart(bytes, entry) ?? unusual());
    // Nearly nothing holds a "!", nearly everything a "<".
    return xml.includes("!") && xml.includes("<!") ? unusual() : xml;
  };
}

function sheetsOf(part: Parts, bounds: Bounds): readonly NamedGrid[] {
  const roots = relationships(part("_rels/.rels"), "").filter(({ type }) => type === "officeDocument");
  if (roots.length !== 1 || roots[0]?.path !== WORKBOOK) unusual();
  const workbook = part(WORKBOOK);
  if (/date1904="(?!0"|false")/.test(workbook)) unusual();
  const related = relationships(part("xl/_rels/workbook.xml.rels"), "xl/");
  const pathTo = (type: string) => related.find((one) => one.type === type)?.path;
  const [strings, styles] = [pathTo("sharedStrings"), pathTo("styles")];
  const text = strings === undefined ? unusual : sharedTexts(part(strings));
  let dates: ((style: number) => boolean) | null = null;
  const isDate = (style: number) => (dates ??= dateStyles(part(styles ?? unusual())))(style);
  return listed(between(workbook, "<sheets>", "</sheets>"), "sheet").slice(0, bounds.sheets).map((sheet) => {
    const place = related.find(({ id }) => id === attribute(sheet, "r:id"));
    return place?.type === "worksheet" ? sheetOf(attribute(sheet, "name"), part(place.path), bounds, { text, isDate }) : unusual();
  });
}

interface Relationship {
  readonly id: string;
  /** The last word of it. */
  readonly type: string;
  readonly path: string;
}

function relationships(xml: string, folder: string): readonly Relationship[] {
  return listed(between(xml, "<Relationships ", "</Relationships>"), "Relationship").map((tag) => {
    const [id, type, target] = [attribute(tag, "Id"), attribute(tag, "Type"), attribute(tag, "Target")];
    if (/(?:^|\/)\.?\.?\/|\/\//.test(target.slice(1))) unusual();
    return { id, type: type.slice(type.lastIndexOf("/") + 1), path: target.startsWith("/") ? target.slice(1) : folder + target };
  });
}

interface Lookup {
  readonly text: (index: number) => string;
  readonly isDate: (style: number) => boolean;
}

function sheetOf(name: string, xml: string, bounds: Bounds, lookup: Lookup): NamedGrid {
  const from = xml.indexOf("<sheetData");
  if (xml.startsWith("<sheetData/>", from)) return { name, merges: mergesOf(xml), grid: [] };
  const [start, end] = [from + "<sheetData>".length, xml.lastIndexOf("</sheetData>")];
  if (from < 0 || xml[start - 1] !== ">") unusual();
  return { name, merges: mergesOf(xml.slice(end)), grid: gridOf(xml.slice(start, end), bounds, lookup) };
}

/** The cells, each row up to the last that holds something. */
function gridOf(data: string, bounds: Bounds, lookup: Lookup): string[][] {
  const grid: string[][] = [];
  let at = after(FIRST_ROW, data, 0);
  for (at = after(NOTHING, data, at); data.startsWith("<c ", at); at = after(NOTHING, data, CELL.lastIndex)) {
    CELL.lastIndex = at;
    place(CELL.exec(data) ?? unusual(), grid, bounds, lookup);
  }
  return END.test(data.slice(at)) ? grid : unusual();
}

/** Where what the pattern stands for ends. */
function after(pattern: RegExp, xml: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(xml) ? pattern.lastIndex : unusual();
}

/** Puts a cell where it belongs, unless it is empty or far out. */
function place(cell: RegExpExecArray, grid: string[][], bounds: Bounds, lookup: Lookup): void {
  const column = columnOf(cell[1]!);
  const row = Number(cell[2]) - 1;
  if (column >= bounds.columns || row >= bounds.rows) return;
  const value = valueOf(cell, lookup);
  if (value === "") return;
  while (grid.length <= row) grid.push([]);
  const cells = grid[row]!;
  while (cells.length < column) cells.push("");
  cells[column] = value;
}

function valueOf(cell: RegExpExecArray, { text, isDate }: Lookup): string {
  const type = cell[3] ?? cell[5] ?? "n";
  const style = cell[4];
  const value = cell[6];
  const inline = cell[7];
  if (type === "s") return text(DIGITS.test(value ?? "") ? Number(value) : unusual());
  if ((type === "inlineStr") !== (inline !== undefined)) unusual();
  if (inline !== undefined) return plainText(inline);
  if (type === "str") return plainText(value ?? "");
  if (type === "b" || type === "e") return PLAIN_VALUES[type].get(value ?? "") ?? unusual();
  if (type !== "n") unusual();
  if (value === undefined || value === "") return "";
  if (!NUMBER.test(value)) unusual();
  return style !== undefined && isDate(Number(style)) ? toIsoDateUtc(serialToDate(Number(value), false)) : String(Number(value));
}

const ERRORS = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"];
const PLAIN_VALUES = {
  b: new Map([["0", "false"], ["1", "true"]]),
  e: new Map(ERRORS.map((error) => [error, error])),
};
