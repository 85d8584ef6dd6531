/** Goals, actions and requests of a record, each tied to items. Changes give a new record. */

import { parseLooseDate } from "./dates";
import { STATUS_LABELS } from "./files/sheet";
import { cleanLine, cleanText } from "./text";
import type { Action, Goal, Plan, PlanKind, Request, ResultFile } from "./types";

type Entry<Kind extends PlanKind> = Plan[Kind][number];

const STATUS_BY_LABEL: ReadonlyMap<string, string> = new Map(
  Object.entries(STATUS_LABELS).map(([status, label]) => [label, status]),
);

/** A day in ISO form where `text` is a day, else the words as they are (年度末). */
export function normaliseDue(text: string): string {
  const line = cleanLine(text);
  return parseLooseDate(line) ?? line;
}

/** A status id; its label (これから …) becomes its id, other words stay. */
export function normaliseStatus(text: string): string {
  const line = cleanLine(text);
  return STATUS_BY_LABEL.get(line) ?? line;
}

const goal = (entry: Partial<Goal>): Goal => ({
  ...entry,
  text: cleanText(entry.text ?? ""),
  due: normaliseDue(entry.due ?? ""),
});

const action = (entry: Partial<Action>): Action => ({
  ...entry,
  text: cleanText(entry.text ?? ""),
  owner: cleanLine(entry.owner ?? ""),
  due: normaliseDue(entry.due ?? ""),
  status: normaliseStatus(entry.status ?? ""),
  items: [...new Set(entry.items ?? [])],
});

const request = (entry: Partial<Request>): Request => ({
  ...entry,
  text: cleanText(entry.text ?? ""),
  to: cleanLine(entry.to ?? ""),
  items: [...new Set(entry.items ?? [])],
});

const NORMALISE = { goals: goal, actions: action, requests: request } as {
  readonly [Kind in PlanKind]: (entry: Partial<Entry<Kind>>) => Entry<Kind>;
};

/** Every part present, texts cleaned; unknown keys stay. */
export function normalisePlan(plan: Partial<Plan>): Plan {
  return {
    ...plan,
    goals: (plan.goals ?? []).map(goal),
    actions: (plan.actions ?? []).map(action),
    requests: (plan.requests ?? []).map(request),
  };
}

function withEntries<Kind extends PlanKind>(record: ResultFile, kind: Kind, entries: readonly Entry<Kind>[]): ResultFile {
  return { ...record, plan: { ...record.plan, [kind]: entries } };
}

/** Adds a goal, action or request at the end. What is not given is empty. */
export function addPlanEntry<Kind extends PlanKind>(
  record: ResultFile,
  kind: Kind,
  entry: Partial<Entry<Kind>> = {},
): ResultFile {
  return withEntries(record, kind, [...record.plan[kind], NORMALISE[kind](entry)]);
}

/** Changes the entry at `index`; without such an entry nothing changes. */
export function updatePlanEntry<Kind extends PlanKind>(
  record: ResultFile,
  kind: Kind,
  index: number,
  change: Partial<Entry<Kind>>,
): ResultFile {
  const entries: readonly Entry<Kind>[] = record.plan[kind];
  return withEntries(
    record,
    kind,
    entries.map((entry, at) => (at === index ? NORMALISE[kind]({ ...entry, ...change }) : entry)),
  );
}

export function removePlanEntry(record: ResultFile, kind: PlanKind, index: number): ResultFile {
  const entries: readonly unknown[] = record.plan[kind];
  return { ...record, plan: { ...record.plan, [kind]: entries.filter((_, at) => at !== index) } };
}

/** Ties an action or request to an item, or unties it if it was tied. */
export function togglePlanItem(
  record: ResultFile,
  kind: "actions" | "requests",
  index: number,
  itemId: string,
): ResultFile {
  const items = record.plan[kind][index]?.items ?? [];
  const tied = items.includes(itemId);
  return updatePlanEntry(record, kind, index, { items: tied ? items.filter((id) => id !== itemId) : [...items, itemId] });
}
