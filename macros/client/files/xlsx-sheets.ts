/** Which sheet of a workbook is which: by name, or by what is in it, since sheets are renamed. */

import * as MESSAGES from "../messages";
import type { Notice } from "../types";
import { columnsOf, plain } from "./columns";
import type { Grid, NamedGrid } from "./grids";
import { findAnswerHeader } from "./grids-read";
import type { Picked } from "./grids-read";
import { isPlanHeader } from "./grids-read-plan";
import { ANSWER_COLUMNS, META_KEYS, SHEET_ANSWERS, SHEET_META, SHEET_PLAN } from "./sheet";

/** The tables of a record, with what the user should know: other sheets with answers, merged cells. */
export function pickSheets(sheets: readonly NamedGrid[]): Picked {
  const pick = (name: string, fits: (grid: Grid) => boolean) => {
    return sheets.find((sheet) => sheet.name === name && fits(sheet.grid)) ?? sheets.find((sheet) => fits(sheet.grid));
  };
  const hasAnswers = (grid: Grid) => findAnswerHeader(grid) >= 0;
  const answers = pick(SHEET_ANSWERS, hasAnswers);
  const others = sheets.filter((sheet) => sheet !== answers && hasAnswers(sheet.grid)).map(({ name }) => name);
  const notices: Notice[] = [];
  if (answers && others.length > 0) notices.push({ code: "otherTables", message: MESSAGES.notice.otherTables(answers.name, others) });
  if (answers) notices.push(...mergesIn(answers));
  const plan = pick(SHEET_PLAN, (grid) => grid.some(isPlanHeader));
  const meta = pick(SHEET_META, (grid) => grid.some(([key = ""]) => key === META_KEYS.format));
  return { grids: { answers: answers?.grid ?? [], plan: plan?.grid ?? [], meta: meta?.grid ?? [] }, notices };
}

/** Columns that are read: a merged heading of a domain says nothing about the answers. */
const READ = Object.entries(ANSWER_COLUMNS).filter(([key]) => key !== "domain" && key !== "text").map(([, header]) => plain(header));

/** Whether a merge was meant for each of its rows cannot be told: only the first has the answer. */
function mergesIn({ grid, merges = [] }: NamedGrid): readonly Notice[] {
  const header = findAnswerHeader(grid);
  const columns = columnsOf(grid[header] ?? []);
  const read = READ.flatMap((word) => columns.get(word) ?? []);
  const doubtful = merges.filter(({ startRow, endRow, startCol, endCol }) => {
    return endRow > header && endRow > startRow && read.some((column) => column >= startCol && column <= endCol);
  });
  const rows = doubtful.map(({ startRow, endRow }) => `${Math.max(startRow, header + 1) + 1}〜${endRow + 1}`);
  return rows.length > 0 ? [{ code: "merged", message: MESSAGES.notice.merged(rows) }] : [];
}
