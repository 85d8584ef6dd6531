/** How the workbook looks: widths, wrapping, frozen header, drop-downs, print. */

import type { CellStyle, ColumnDef, DataValidation, WriteSheet } from "hucre/xlsx";
import { colToLetter } from "hucre/xlsx";
import * as MESSAGES from "../messages";
import type { ChecklistData } from "../types";
import { PLAN_ORDER, ROWS_TO_HEADER, answerOrder } from "./grids";
import type { AnswerColumn, Grid, PlanColumn } from "./grids";
import { answerChoices } from "./labels";
import { PLAN_KIND_LABELS, STATUS_LABELS } from "./sheet";

type Look = Omit<WriteSheet, "name" | "rows">;

/** In characters; half of them fit in full width. */
const ANSWER_WIDTHS: Readonly<Record<AnswerColumn, number>> = {
  domain: 18, text: 52, answer: 20, reason: 32, evidence: 32, note_shared: 32, note_private: 32,
  target: 18, agreed_level: 20, agreed_reason: 32, item_id: 30,
};
const PLAN_WIDTHS: Readonly<Record<PlanColumn, number>> = {
  kind: 12, text: 60, owner: 20, to: 20, due: 16, status: 14, items: 44,
};
export const HEADER: CellStyle = {
  font: { bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "FFE8EEF4" } },
  alignment: { vertical: "center", wrapText: true },
  border: { bottom: { style: "thin" } },
};
export const WRAPPED: CellStyle = { alignment: { vertical: "top", wrapText: true } };
const TITLE: CellStyle = { font: { bold: true, size: 14 }, alignment: { vertical: "center" } };
/** Above the table nothing wraps: a title or a mark runs on over the empty cells beside it. */
const INFO: CellStyle = { alignment: { vertical: "center" } };
const LABEL: CellStyle = { font: { bold: true }, alignment: { vertical: "center" } };
/** Room for answers added below, in a file that is filled in further. */
const SPARE_ROWS = 200;
/** Excel's limit for a list written into the validation itself, quotes included. */
const LONGEST_LIST = 250;

export function answersSheet(grid: Grid, checklist: ChecklistData, withPrivate: boolean): Look {
  const order = answerOrder(withPrivate);
  const last = Math.max(grid.length, ROWS_TO_HEADER + 1);
  const levels = checklist.scale.levels.map((level) => level.label);
  return {
    columns: order.map((column) => wrapped(ANSWER_WIDTHS[column], column === "item_id")),
    cells: styles(grid, ROWS_TO_HEADER - 1),
    freezePane: { rows: ROWS_TO_HEADER },
    dataValidations: [
      ...choices(order.indexOf("answer"), ROWS_TO_HEADER + 1, last, answerChoices(checklist)),
      ...choices(order.indexOf("target"), ROWS_TO_HEADER + 1, last, levels),
      ...choices(order.indexOf("agreed_level"), ROWS_TO_HEADER + 1, last, levels),
    ],
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${ROWS_TO_HEADER}:$${ROWS_TO_HEADER}`,
    },
  };
}

export function planSheet(grid: Grid): Look {
  const last = grid.length + SPARE_ROWS;
  return {
    columns: PLAN_ORDER.map((column) => wrapped(PLAN_WIDTHS[column], false)),
    cells: styles(grid, 0),
    freezePane: { rows: 1 },
    dataValidations: [
      ...choices(PLAN_ORDER.indexOf("kind"), 2, last, Object.values(PLAN_KIND_LABELS)),
      ...choices(PLAN_ORDER.indexOf("status"), 2, last, Object.values(STATUS_LABELS)),
    ],
    pageSetup: { paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

/** A sheet to read: title, then lines of a heading or number and a text. */
export function coverSheet(grid: Grid): Look {
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  for (const [row, line] of grid.entries()) {
    if (row === 0) cells.set("0,0", { style: TITLE });
    else if (line.length === 1) cells.set(`${row},0`, { style: LABEL });
  }
  return {
    columns: [16, 60, 24, 24].map((width) => wrapped(width, false)),
    cells,
    pageSetup: { paperSize: "a4", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

export function metaSheet(): Look {
  return { hidden: true, columns: [{ width: 24 }, { width: 60 }] };
}

function wrapped(width: number, hidden: boolean): ColumnDef {
  return { width, hidden, style: WRAPPED };
}

/** Cell styles by "row,column": title, labels and values, then the header row. The columns' style does the rest. */
function styles(grid: Grid, header: number): NonNullable<WriteSheet["cells"]> {
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  for (const [row, line] of grid.slice(0, header + 1).entries()) {
    for (const column of line.keys()) {
      const info = column % 2 === 0 ? LABEL : INFO;
      const above = row === 0 && column === 0 ? TITLE : info;
      cells.set(`${row},${column}`, { style: row === header ? HEADER : above });
    }
  }
  return cells;
}

function choices(column: number, from: number, to: number, values: readonly string[]): readonly DataValidation[] {
  // A quotation mark ends the words of the list, and a formula would go on behind it; two of them are one.
  const quoted = values.map((value) => value.replaceAll('"', '""'));
  const writable = quoted.join(",").length <= LONGEST_LIST && !values.some((value) => value.includes(","));
  if (!writable) return [];
  const letter = colToLetter(column);
  return [
    {
      type: "list",
      values: quoted,
      range: `${letter}${from}:${letter}${to}`,
      allowBlank: true,
      showErrorMessage: true,
      // A warning, not a wall: （続き） and words of an older version have to be allowed to stay.
      errorStyle: "warning",
      errorMessage: MESSAGES.sheet.pickFromList,
    },
  ];
}
