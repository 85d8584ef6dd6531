/** The turn of a year: what is kept, what begins anew, and which actions go on. */

import { addSnapshot } from "../record";
import { cleanText } from "../text";
import type { Action, ResultFile } from "../types";

const CLOSED: readonly string[] = ["done", "stopped"];

/** Neither done nor given up; a status that a later release knows counts as open. */
export function isOpen(action: Action): boolean {
  return !CLOSED.includes(action.status);
}

export interface YearTurn {
  /** What the snapshot is called: 2026年度. */
  readonly label: string;
  /** ISO local day: of the snapshot where the record has none, and of the new year's check. */
  readonly today: string;
  /** The answers stay as a start, or the sheet begins empty. */
  readonly keepAnswers: boolean;
}

/**
 * Begins a new year in `record`. The snapshot holds everything as it was. What was agreed begins anew, closed
 * actions stay behind with the snapshot; open actions, goals and requests go on.
 */
export function startYear(record: ResultFile, { label, today, keepAnswers }: YearTurn): ResultFile {
  const kept = addSnapshot(record, label, record.date || today);
  return {
    ...kept,
    date: today,
    answers: keepAnswers ? record.answers : {},
    agreed: {},
    plan: { ...record.plan, actions: record.plan.actions.filter(isOpen) },
  };
}

export interface Carried {
  readonly record: ResultFile;
  readonly added: number;
}

/** Adds the open ones of `actions` to `record`, each once; an action that is there already is left as it is. */
export function carryActions(actions: readonly Action[], record: ResultFile): Carried {
  const known = new Set(record.plan.actions.map(keyOf));
  const fresh = actions.filter(isOpen).filter((action) => {
    const key = keyOf(action);
    return !known.has(key) && known.add(key);
  });
  if (fresh.length === 0) return { record, added: 0 };
  return { record: { ...record, plan: { ...record.plan, actions: [...record.plan.actions, ...fresh] } }, added: fresh.length };
}

/** Each action once, as it stood last. */
export function latestActions(actions: readonly Action[]): readonly Action[] {
  return [...new Map(actions.map((action) => [keyOf(action), action])).values()];
}

/** The same words about the same items are the same action, whoever does it by now. */
function keyOf({ text, items }: Action): string {
  return JSON.stringify([cleanText(text).replace(/\s+/g, ""), [...items].sort()]);
}
