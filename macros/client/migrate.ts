/** Bringing a record from the checklist version it was answered in to the page's. Nothing is dropped. */

import * as MESSAGES from "./messages";
import { checklistRef } from "./record";
import { allItems } from "./scoring";
import { compareVersions } from "./versions";
import type { Answer, ChecklistData, Notice, Plan, ResultFile, Snapshot } from "./types";

/** Why an answer found no place. It stays in the record under `id`. */
export type UnplacedReason = "retired" | "not_in_version" | "taken" | "level";

export interface Unplaced {
  readonly id: string;
  readonly reason: UnplacedReason;
  readonly message: string;
  readonly answer: Answer;
}

export interface Migration {
  readonly record: ResultFile;
  /** "same": the page's version; "newer": the file is from a newer version than the page. */
  readonly direction: "same" | "upgraded" | "newer";
  readonly from: string;
  readonly to: string;
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  readonly unplaced: readonly Unplaced[];
  readonly notices: readonly Notice[];
}

/**
 * Migrates `record` to the version of `checklist`, following `moved` through every version between.
 * `today` (ISO local date) dates the snapshot of the answers as they were before.
 */
export function migrate(record: ResultFile, checklist: ChecklistData, today: string): Migration {
  const from = record.checklist.version;
  const direction = directionOf(from, checklist.version);
  const upgraded = direction === "upgraded" ? upgrade(record, checklist, today) : { record, moved: [], taken: [] };
  const unplaced = findUnplaced(upgraded.record, checklist, upgraded.taken);
  const changed = direction === "same" && record.checklist.items_digest !== checklist.items_digest;
  return {
    record: upgraded.record,
    direction,
    from,
    to: checklist.version,
    moved: upgraded.moved,
    unplaced,
    notices: noticesOf(direction, from, checklist, upgraded.moved.length, unplaced.length, changed),
  };
}

function directionOf(from: string, to: string): Migration["direction"] {
  const order = compareVersions(from, to);
  if (order === 0) return "same";
  return order < 0 ? "upgraded" : "newer";
}

interface Upgrade {
  readonly record: ResultFile;
  readonly moved: Migration["moved"];
  readonly taken: readonly string[];
}

function upgrade(record: ResultFile, checklist: ChecklistData, today: string): Upgrade {
  const route = routeOf(record.checklist.version, checklist);
  const places = placesOf([...Object.keys(record.answers), ...Object.keys(record.agreed)], route);
  const label = MESSAGES.migrate.snapshotLabel(record.checklist.version);
  const before: Snapshot = { label, date: today, answers: record.answers, version: record.checklist.version };
  const upgraded: ResultFile = {
    ...record,
    checklist: { ...record.checklist, ...checklistRef(checklist) },
    answers: relocate(record.answers, places),
    agreed: relocate(record.agreed, places),
    plan: relocatePlan(record.plan, route),
    snapshots: Object.keys(record.answers).length > 0 ? [...record.snapshots, before] : record.snapshots,
  };
  const pairs = [...places].map(([from, to]) => ({ from, to }));
  return {
    record: upgraded,
    moved: pairs.filter(({ from, to }) => from !== to),
    taken: pairs.filter(({ from, to }) => from === to && route(from) !== from).map(({ from }) => from),
  };
}

/** Where an id of version `from` stands in the checklist's version. */
export function routeOf(from: string, checklist: ChecklistData): (id: string) => string {
  const later = checklist.changes
    .filter((change) => compareVersions(change.version, from) > 0)
    .filter((change) => compareVersions(change.version, checklist.version) <= 0)
    .sort((a, b) => compareVersions(a.version, b.version));
  return (id) => later.reduce((at, change) => (Object.hasOwn(change.moved, at) ? (change.moved[at] ?? at) : at), id);
}

/**
 * Each id's place. Where several come to one place, who stood there already has it, else the first by
 * id; the others keep their old ids. Keeping an id can push out who meant to move there: hence the loop.
 */
function placesOf(ids: readonly string[], route: (id: string) => string): ReadonlyMap<string, string> {
  const sorted = [...new Set(ids)].sort();
  const places = new Map(sorted.map((id) => [id, route(id)]));
  for (;;) {
    const stays = sorted.filter((id) => places.get(id) === id);
    const moves = sorted.filter((id) => places.get(id) !== id);
    const occupied = new Set<string>();
    const blocked = [...stays, ...moves].find((id) => {
      const place = places.get(id) ?? id;
      return occupied.has(place) || !occupied.add(place);
    });
    if (blocked === undefined) return places;
    places.set(blocked, blocked);
  }
}

function relocate<Entry>(
  entries: Readonly<Record<string, Entry>>,
  places: ReadonlyMap<string, string>,
): Readonly<Record<string, Entry>> {
  return Object.fromEntries(Object.entries(entries).map(([id, entry]) => [places.get(id) ?? id, entry]));
}

function relocatePlan(plan: Plan, route: (id: string) => string): Plan {
  const tied = <Entry extends { readonly items: readonly string[] }>(entry: Entry): Entry => {
    return { ...entry, items: [...new Set(entry.items.map(route))] };
  };
  return { ...plan, actions: plan.actions.map(tied), requests: plan.requests.map(tied) };
}

/** What placing an answer needs to know of a checklist, worked out once: a prefecture reads it 1,741 times. */
interface Knowledge {
  readonly asked: ReadonlySet<string>;
  readonly retired: ReadonlySet<string>;
  readonly levels: ReadonlySet<string>;
}

const knowledge = new WeakMap<ChecklistData, Knowledge>();

function known(checklist: ChecklistData): Knowledge {
  const found = knowledge.get(checklist) ?? {
    asked: new Set(allItems(checklist).map((item) => item.id)),
    retired: new Set(checklist.changes.flatMap((change) => change.retired)),
    levels: new Set(checklist.scale.levels.map((level) => level.id)),
  };
  knowledge.set(checklist, found);
  return found;
}

function findUnplaced(record: ResultFile, checklist: ChecklistData, taken: readonly string[]): readonly Unplaced[] {
  const { asked, retired, levels } = known(checklist);
  const reasonOf = (id: string): UnplacedReason | null => {
    if (taken.includes(id)) return "taken";
    if (!asked.has(id)) return retired.has(id) ? "retired" : "not_in_version";
    const level = record.answers[id]?.level ?? record.agreed[id]?.level;
    return level && !levels.has(level) ? "level" : null;
  };
  const reasons = new Map<string, UnplacedReason>();
  for (const entries of [record.answers, record.agreed]) {
    for (const id in entries) {
      const reason = reasonOf(id);
      if (reason) reasons.set(id, reason);
    }
  }
  return [...reasons].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, reason]) => {
    return { id, reason, message: MESSAGES.migrate.unplaced[reason], answer: record.answers[id] ?? {} };
  });
}

function noticesOf(
  direction: Migration["direction"],
  from: string,
  checklist: ChecklistData,
  moved: number,
  unplaced: number,
  reworded: boolean,
): readonly Notice[] {
  const notices: Notice[] = [];
  if (direction === "upgraded") notices.push({ code: "upgraded", message: MESSAGES.migrate.upgraded(from, checklist.version, moved) });
  if (direction === "newer") notices.push({ code: "newer", message: MESSAGES.migrate.newer(from, checklist.version) });
  if (reworded) notices.push({ code: "reworded", message: MESSAGES.migrate.reworded });
  if (unplaced > 0) notices.push({ code: "unplaced", message: MESSAGES.migrate.someUnplaced(unplaced) });
  return notices;
}
