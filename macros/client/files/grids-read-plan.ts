/** The rows of the plan's table back to goals, actions and requests. */

import { isItemId } from "../guards";
import * as MESSAGES from "../messages";
import { PLAN_KINDS } from "../types";
import type { Notice, PlanKind } from "../types";
import { columnsOf, holdsAll, pickCells, placesOf, plain } from "./columns";
import type { PlanColumn, Row } from "./grids";
import { CONTINUED_LABEL, PLAN_COLUMNS, PLAN_KIND_LABELS } from "./sheet";

export interface ReadPlan {
  readonly plan: Readonly<Record<PlanKind, readonly object[]>>;
  readonly notices: readonly Notice[];
}

interface PlanRow {
  readonly cells: Record<PlanColumn, string>;
  /** As Excel shows it. */
  readonly number: number;
}

const LONGEST_QUOTE = 30;

/** True for the header row of the plan's table; columns of one's own may stand before it. */
export function isPlanHeader(row: Row): boolean {
  return holdsAll(row, [PLAN_COLUMNS.kind, PLAN_COLUMNS.text]);
}

/** Reads the plan; a sheet without its header has no plan. */
export function readPlan(rows: readonly Row[]): ReadPlan {
  const at = rows.findIndex(isPlanHeader);
  const plan: Record<PlanKind, object[]> = { goals: [], actions: [], requests: [] };
  const notices: Notice[] = [];
  if (at < 0) return { plan, notices };
  for (const row of gather(rows.slice(at + 1), columnsOf(rows[at] ?? []), at + 2)) {
    const kind = PLAN_KINDS.find((one) => plain(PLAN_KIND_LABELS[one]) === plain(row.cells.kind));
    if (kind) plan[kind].push(readEntry(kind, row, notices));
    else notices.push({ code: "planUnread", message: planUnread(row) });
  }
  return { plan, notices };
}

/** The rows with something in them, those that go on joined to the one above. */
function gather(rows: readonly Row[], columns: ReadonlyMap<string, number>, firstRow: number): readonly PlanRow[] {
  const gathered: PlanRow[] = [];
  const places = placesOf(columns, PLAN_COLUMNS);
  for (const [index, row] of rows.entries()) {
    const cells: PlanRow["cells"] = pickCells(row, places);
    const last = gathered.at(-1);
    if (last && plain(cells.kind) === plain(CONTINUED_LABEL)) append(last.cells, cells);
    else if (Object.values(cells).some((cell) => cell.trim() !== "")) gathered.push({ cells, number: firstRow + index });
  }
  return gathered;
}

function append(cells: PlanRow["cells"], more: PlanRow["cells"]): void {
  for (const column of Object.keys(cells) as PlanColumn[]) {
    if (column !== "kind") cells[column] += more[column];
  }
}

function readEntry(kind: PlanKind, { cells, number }: PlanRow, notices: Notice[]): object {
  const { text, owner, to, due, status } = cells;
  if (kind === "goals") return { text, due };
  const words = cells.items.split(/[\s、,，;；]+/).filter((word) => word !== "");
  for (const word of words.filter((one) => !isItemId(one))) {
    notices.push({ code: "planItem", message: MESSAGES.notice.planItem(number, word.slice(0, LONGEST_QUOTE)) });
  }
  const items = words.filter(isItemId);
  return kind === "actions" ? { text, owner, due, status, items } : { text, to, items };
}

function planUnread({ cells, number }: PlanRow): string {
  return MESSAGES.notice.planUnread(number, cells.kind.trim().slice(0, LONGEST_QUOTE));
}
