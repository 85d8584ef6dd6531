/** Tables as a workbook: one sheet each, header frozen, texts as texts and numbers as numbers. */

import { writeXlsx } from "hucre/xlsx";
import type { CellValue, WriteSheet } from "hucre/xlsx";
import { chunkText } from "../text";
import { CELL_CHARACTERS } from "./sheet";
import type { Table } from "./table";
import { HEADER, WRAPPED } from "./xlsx-look";

/** The workbook's bytes. A text longer than a cell may be is cut, with a mark. */
export async function exportTables(tables: readonly Table[]): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await writeXlsx({ sheets: tables.map(sheetOf), defaultFont: { name: "游ゴシック", size: 11 } });
  return new Uint8Array(bytes);
}

function sheetOf({ name, widths, header, rows, fixed, hidden }: Table): WriteSheet {
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  for (const column of header.keys()) cells.set(`0,${column}`, { style: HEADER });
  return {
    name,
    rows: [[...header], ...rows].map((row) => row.map(cellOf)),
    columns: header.map((_, at) => ({
      width: widths[Math.min(at, widths.length - 1)] ?? 16, hidden: hidden?.includes(at) ?? false, style: WRAPPED,
    })),
    cells,
    freezePane: { rows: 1, columns: fixed },
    pageSetup: {
      paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: "$1:$1",
    },
  };
}

function cellOf(value: string | number): CellValue {
  if (typeof value === "number") return value;
  if (value === "") return null;
  const [first = "", ...rest] = chunkText(value, CELL_CHARACTERS);
  return (rest.length > 0 ? `${first}…` : first).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}
