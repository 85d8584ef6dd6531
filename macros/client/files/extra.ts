/** Keys that this release does not know: carried through the tables as one JSON value in `_meta`. */

import { isBag } from "../guards";
import type { Bag } from "../guards";
import { PLAN_KINDS } from "../types";
import type { PlanKind, ResultFile } from "../types";

const KNOWN = {
  record: ["format", "checklist", "subject", "respondent", "date", "saved_at", "answers", "agreed", "plan", "snapshots"],
  checklist: ["id", "version", "items_digest"],
  subject: ["prefecture", "name", "kind"],
  respondent: ["label", "role"],
  plan: ["goals", "actions", "requests"],
  answer: ["state", "level", "reason", "evidence", "note_shared", "note_private", "target"],
  agreed: ["level", "reason"],
  goals: ["text", "due"],
  actions: ["text", "owner", "due", "status", "items"],
  requests: ["text", "to", "items"],
} as const;

/** An entry of the plan is found again by its text, since people insert and delete rows. */
interface EntryExtra {
  readonly kind: PlanKind;
  readonly text: string;
  /** Which of the entries with this text, from 0. */
  readonly nth: number;
  readonly extra: Bag;
}

function unknownOf(value: object, known: readonly string[]): Bag {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !known.includes(key)));
}

function unknownById(entries: Readonly<Record<string, object>>, known: readonly string[]): Bag {
  const extras = Object.entries(entries).map(([id, entry]) => [id, unknownOf(entry, known)] as const);
  return Object.fromEntries(extras.filter(([, extra]) => Object.keys(extra).length > 0));
}

/** Counts, text by text, how often it was asked about the same one before. */
function counter(): (text: string) => number {
  const seen = new Map<string, number>();
  return (text) => {
    const before = seen.get(text) ?? 0;
    seen.set(text, before + 1);
    return before;
  };
}

/** All unknown keys of a record by their place; null if there are none. */
export function collectExtra(record: ResultFile): Bag | null {
  const entries = PLAN_KINDS.flatMap((kind) => {
    const nth = counter();
    return record.plan[kind].map((entry): EntryExtra => {
      return { kind, text: entry.text, nth: nth(entry.text), extra: unknownOf(entry, KNOWN[kind]) };
    });
  }).filter(({ extra }) => Object.keys(extra).length > 0);
  const parts: readonly (readonly [string, Bag])[] = [
    ["record", unknownOf(record, KNOWN.record)],
    ["checklist", unknownOf(record.checklist, KNOWN.checklist)],
    ["subject", unknownOf(record.subject, KNOWN.subject)],
    ["respondent", unknownOf(record.respondent, KNOWN.respondent)],
    ["plan", unknownOf(record.plan, KNOWN.plan)],
    ["answers", unknownById(record.answers, KNOWN.answer)],
    ["agreed", unknownById(record.agreed, KNOWN.agreed)],
  ];
  const found = Object.fromEntries(parts.filter(([, part]) => Object.keys(part).length > 0));
  const extra = entries.length > 0 ? { ...found, entries } : found;
  return Object.keys(extra).length > 0 ? extra : null;
}

export interface Restored {
  readonly record: Bag;
  /** Some entries of the plan were not found again. */
  readonly lost: boolean;
}

/** Puts unknown keys back. What is known comes from the tables: an extra never overrules it. */
export function restoreExtra(record: Bag, extra: Bag): Restored {
  if (Object.keys(extra).length === 0) return { record, lost: false };
  const part = (name: string): Bag => (isBag(extra[name]) ? extra[name] : {});
  const own = (name: string): Bag => (isBag(record[name]) ? record[name] : {});
  const plan = restoreEntries(own("plan"), extra["entries"]);
  return {
    record: {
      ...unknownOf(part("record"), KNOWN.record),
      ...record,
      checklist: { ...unknownOf(part("checklist"), KNOWN.checklist), ...own("checklist") },
      subject: { ...unknownOf(part("subject"), KNOWN.subject), ...own("subject") },
      respondent: { ...unknownOf(part("respondent"), KNOWN.respondent), ...own("respondent") },
      answers: restoreById(own("answers"), part("answers"), KNOWN.answer),
      agreed: restoreById(own("agreed"), part("agreed"), KNOWN.agreed),
      plan: { ...unknownOf(part("plan"), KNOWN.plan), ...plan.plan },
    },
    lost: plan.lost,
  };
}

function restoreById(entries: Bag, extras: Bag, known: readonly string[]): Bag {
  const ids = [...new Set([...Object.keys(entries), ...Object.keys(extras)])];
  return Object.fromEntries(
    ids.map((id) => {
      const extra = Object.hasOwn(extras, id) && isBag(extras[id]) ? unknownOf(extras[id], known) : {};
      const entry = Object.hasOwn(entries, id) && isBag(entries[id]) ? entries[id] : {};
      return [id, { ...extra, ...entry }];
    }),
  );
}

function restoreEntries(plan: Bag, extras: unknown): { readonly plan: Bag; readonly lost: boolean } {
  const waiting = (Array.isArray(extras) ? extras : []).filter(isEntryExtra);
  const lists = PLAN_KINDS.map((kind) => {
    const entries: readonly unknown[] = Array.isArray(plan[kind]) ? plan[kind] : [];
    const nth = counter();
    const restored = entries.map((entry) => {
      if (!isBag(entry)) return entry;
      const place = nth(String(entry["text"]));
      const at = waiting.findIndex((one) => one.kind === kind && one.text === entry["text"] && one.nth === place);
      const found = at < 0 ? undefined : waiting.splice(at, 1)[0];
      return found ? { ...unknownOf(found.extra, KNOWN[kind]), ...entry } : entry;
    });
    return [kind, restored] as const;
  });
  return { plan: { ...plan, ...Object.fromEntries(lists) }, lost: waiting.length > 0 };
}

function isEntryExtra(value: unknown): value is EntryExtra {
  return isBag(value) && PLAN_KINDS.some((kind) => kind === value["kind"]) && isBag(value["extra"]);
}
