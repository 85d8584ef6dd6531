/** The rows of the answers' table back to answers and agreements. */

import { isItemId } from "../guards";
import * as MESSAGES from "../messages";
import type { ChecklistData, Notice } from "../types";
import { pickCells, placesOf, plain } from "./columns";
import type { AnswerColumn, Row } from "./grids";
import { parseAnswer, parseLevel } from "./labels";
import { ANSWER_COLUMNS, CONTINUED_LABEL } from "./sheet";

export interface ReadItems {
  readonly answers: Readonly<Record<string, object>>;
  readonly agreed: Readonly<Record<string, object>>;
  /** Every id found, answered or not. */
  readonly ids: readonly string[];
  readonly notices: readonly Notice[];
}

type Cells = Record<AnswerColumn, string>;

const ANSWER_TEXTS = ["reason", "evidence", "note_shared", "note_private"] as const;
const LONG_COLUMNS = [...ANSWER_TEXTS, "agreed_reason"] as const;
const FILLED_COLUMNS = ["answer", "target", "agreed_level", ...LONG_COLUMNS] as const;
const LONGEST_QUOTE = 30;

/** Reads the rows below the header. `firstRow`: the number of the first of them, as Excel shows it. */
export function readItems(
  rows: readonly Row[],
  columns: ReadonlyMap<string, number>,
  firstRow: number,
  checklist: ChecklistData,
): ReadItems {
  const gathered = gather(rows, columns, firstRow);
  const notices = [...gathered.notices];
  const answers: [string, object][] = [];
  const agreed: [string, object][] = [];
  for (const [id, cells] of gathered.items) {
    answers.push([id, readAnswer(id, cells, checklist, notices)]);
    const level = readLevel(id, "agreed_level", cells, checklist, notices);
    if (level !== "" || cells.agreed_reason !== "") agreed.push([id, { level, reason: cells.agreed_reason }]);
  }
  const ids = [...gathered.items.keys()];
  return { answers: Object.fromEntries(answers), agreed: Object.fromEntries(agreed), ids, notices };
}

interface Gathered {
  readonly items: ReadonlyMap<string, Cells>;
  readonly notices: readonly Notice[];
}

/** Each item's cells, with the rows that go on with them joined in. */
function gather(rows: readonly Row[], columns: ReadonlyMap<string, number>, firstRow: number): Gathered {
  const items = new Map<string, Cells>();
  const notices: Notice[] = [];
  const places = placesOf(columns, ANSWER_COLUMNS);
  const say = (code: string, message: string) => notices.push({ code, message });
  for (const [index, row] of rows.entries()) {
    const cells: Cells = pickCells(row, places);
    const id = cells.item_id.trim();
    const filled = FILLED_COLUMNS.some((column) => cells[column].trim() !== "");
    const known = items.get(id);
    if (known && plain(cells.answer) === plain(CONTINUED_LABEL)) for (const column of LONG_COLUMNS) known[column] += cells[column];
    else if (known && filled) say("twice", MESSAGES.notice.twice(id, firstRow + index));
    else if (isItemId(id)) items.set(id, cells);
    else if (filled && id === "") say("noId", MESSAGES.notice.noId(firstRow + index));
    else if (filled) say("badId", MESSAGES.notice.badId(firstRow + index, id.slice(0, LONGEST_QUOTE)));
  }
  return { items, notices };
}

function readAnswer(id: string, cells: Cells, checklist: ChecklistData, notices: Notice[]): object {
  const parsed = parseAnswer(cells.answer, checklist);
  if (parsed === null) notices.push(unread(id, "answer", cells));
  const answer: Record<string, string> = { ...parsed };
  for (const column of ANSWER_TEXTS) if (cells[column] !== "") answer[column] = cells[column];
  const target = readLevel(id, "target", cells, checklist, notices);
  if (target !== "") answer["target"] = target;
  return answer;
}

function readLevel(
  id: string,
  column: "target" | "agreed_level",
  cells: Cells,
  checklist: ChecklistData,
  notices: Notice[],
): string {
  const level = parseLevel(cells[column], checklist);
  if (level === null) notices.push(unread(id, column, cells));
  return level ?? "";
}

function unread(id: string, column: AnswerColumn, cells: Cells): Notice {
  const found = cells[column].trim().slice(0, LONGEST_QUOTE);
  return { code: "levelUnread", message: MESSAGES.notice.levelUnread(id, ANSWER_COLUMNS[column], found) };
}
