/**
 * A cell of the matrix: what one council says to one item, in exactly one of seven states.
 *
 * A cell is a small number, so that 1,741 councils by 60 items stay cheap: the rank of the level
 * (0 is the highest) where it is answered, a negative number for each of the other six states.
 */

import { effectiveAnswer } from "../answers";
import type { ChecklistData, ResultFile } from "../types";
import { allItems } from "../scoring";

/** The six states beside a level. `not_asked`: that version had no such item; `withheld`: kept back from view. */
export const BESIDE = ["unanswered", "not_applicable", "unknown", "deferred", "not_asked", "withheld"] as const;
export type Beside = (typeof BESIDE)[number];
export type CellKind = "answered" | Beside;

/** A rank (0 …) or the code of a state (-1 … -6). */
export type Cell = number;

export function cellOf(kind: Beside): Cell {
  return -1 - BESIDE.indexOf(kind);
}

export function kindOf(cell: Cell): CellKind {
  return cell >= 0 ? "answered" : (BESIDE[-1 - cell] ?? "withheld");
}

/**
 * The cells of a record, one for each item of `checklist` in its order. What the meeting agreed on goes
 * before the respondent's own answer. An item that the record's version did not ask is `not_asked`, unless
 * somebody answered it all the same.
 */
export function cellsOf(record: ResultFile, checklist: ChecklistData, asked: ReadonlySet<string>): Int8Array {
  const { ids, ranks } = layoutOf(checklist);
  const cells = new Int8Array(ids.length);
  for (const [at, id] of ids.entries()) {
    const { state, level } = effectiveAnswer(record, id, "agreed");
    if (state === "answered") cells[at] = ranks.get(level ?? "") ?? UNANSWERED;
    else if (state !== undefined) cells[at] = cellOf(state);
    else cells[at] = asked.has(id) ? UNANSWERED : cellOf("not_asked");
  }
  return cells;
}

const UNANSWERED = cellOf("unanswered");

interface Layout {
  readonly ids: readonly string[];
  readonly ranks: ReadonlyMap<string, number>;
}

const layouts = new WeakMap<ChecklistData, Layout>();

/** Worked out once for each checklist. */
function layoutOf(checklist: ChecklistData): Layout {
  const found = layouts.get(checklist) ?? {
    ids: allItems(checklist).map((item) => item.id),
    ranks: new Map(checklist.scale.levels.map((level, rank) => [level.id, rank])),
  };
  layouts.set(checklist, found);
  return found;
}
