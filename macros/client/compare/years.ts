/** One council at several dates: what rose, fell or stayed, item by item and counted by domain. No score. */

import * as MESSAGES from "../messages";
import { migrate, routeOf } from "../migrate";
import { placedItems, standing } from "../scoring";
import type { Basis, Placed, Standing } from "../scoring";
import { compareUnits } from "../text";
import { compareVersions } from "../versions";
import type { ChecklistData, Plan, ResultFile, Snapshot } from "../types";

/** The answers at one date: a record as it is, or one of its snapshots. */
export interface Column {
  readonly id: string;
  readonly label: string;
  readonly date: string;
  /** The version the answers were given in. */
  readonly version: string;
  /** Brought to the checklist's version. */
  readonly record: ResultFile;
  /** A copy made before a migration: no year of its own. */
  readonly safety: boolean;
}

export type Cell = Standing | { readonly kind: "not_asked" };

export const CHANGES = ["rose", "fell", "same", "new", "open", "other", "not_asked", "none"] as const;
/**
 * rose, fell, same: the level. new: answered for the first time; open: answered before, not now; other: to or from
 * わからない and the like; not_asked: one of the versions does not ask it; none: not answered at either date.
 */
export type Change = (typeof CHANGES)[number];

/** The columns of a record: its snapshots and itself. `version`: in which the record's own answers were given. */
export function columnsOf(id: string, record: ResultFile, version: string, checklist: ChecklistData): readonly Column[] {
  const then = record.snapshots.map((snapshot, at) => snapshotColumn(`${id}-${at}`, record, snapshot, checklist));
  const now: Column = { id, label: "", date: record.date, version, record, safety: false };
  return [...then, now];
}

const NO_PLAN: Plan = { goals: [], actions: [], requests: [] };

function snapshotColumn(id: string, record: ResultFile, snapshot: Snapshot, checklist: ChecklistData): Column {
  const version = snapshot.version ?? record.checklist.version;
  const { answers, agreed = {}, plan = NO_PLAN, label, date } = snapshot;
  const then = { ...record, checklist: { ...record.checklist, version }, date, answers, agreed, plan, snapshots: [] };
  const safety = label === MESSAGES.migrate.snapshotLabel(version);
  return { id, label, date, version, record: migrate(then, checklist, date).record, safety };
}

/** Oldest first; without a date last. */
export function byDate(columns: readonly Column[]): readonly Column[] {
  return [...columns].sort((a, b) => compareUnits(a.date || "9", b.date || "9"));
}

export function cellOf(column: Column, checklist: ChecklistData, itemId: string, basis: Basis): Cell {
  const stands = standing(column.record, checklist, itemId, basis);
  const newer = stands.kind === "unanswered" && addedAfter(column.version, checklist).has(itemId);
  return newer ? { kind: "not_asked" } : stands;
}

/** The items, by their present ids, that versions later than `version` added. */
function addedAfter(version: string, checklist: ChecklistData): ReadonlySet<string> {
  const later = checklist.changes.filter((change) => compareVersions(change.version, version) > 0);
  return new Set(later.flatMap((change) => (change.added ?? []).map(routeOf(change.version, checklist))));
}

export function changeOf(before: Cell, after: Cell): Change {
  if (before.kind === "not_asked" || after.kind === "not_asked") return "not_asked";
  if (before.kind === "answered" && after.kind === "answered") {
    if (before.rank === after.rank) return "same";
    return after.rank < before.rank ? "rose" : "fell";
  }
  if (after.kind === "unanswered") return before.kind === "unanswered" ? "none" : "open";
  if (before.kind === "unanswered") return "new";
  return before.kind === after.kind ? "same" : "other";
}

export interface ItemYears extends Placed {
  /** In the order of the columns. */
  readonly cells: readonly Cell[];
  /** From each column to the next: one fewer than the columns. */
  readonly steps: readonly Change[];
  /** From the first of the columns to the last. */
  readonly change: Change;
}

/** Every item over `columns` (oldest first, at least two), in the checklist's order. */
export function compareYears(columns: readonly Column[], checklist: ChecklistData, basis: Basis): readonly ItemYears[] {
  return placedItems(checklist).map((placed) => {
    const cells = columns.map((column) => cellOf(column, checklist, placed.item.id, basis));
    const steps = cells.slice(1).map((cell, at) => changeOf(cells[at] ?? cell, cell));
    const [first, last] = [cells[0], cells.at(-1)];
    return { ...placed, cells, steps, change: first && last ? changeOf(first, last) : "none" };
  });
}

export type ChangeCounts = Readonly<Record<Change, number>>;

export function countChanges(items: readonly ItemYears[]): ChangeCounts {
  const counts = CHANGES.map((change) => [change, items.filter((item) => item.change === change).length]);
  return Object.fromEntries(counts) as ChangeCounts;
}
