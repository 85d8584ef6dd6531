/** Judges whether a value from outside is a result file, and names the place that is not as it should be. */

import { isIsoDate } from "./dates";
import { LONGEST_LINE } from "./text";
import { ANSWER_STATES, FORMAT, NOTE_FIELDS } from "./types";
import type { AnswerState, ResultFile, SubjectKind } from "./types";

/** Where a value has the wrong shape: a path such as `answers.it-mc-1.level`. */
export interface ShapeFault {
  readonly path: string;
  readonly expected: "object" | "list" | "text" | "line" | "state" | "kind" | "date" | "id" | "level" | "version" | "format";
}

export type Bag = Readonly<Record<string, unknown>>;

const ITEM_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LEVEL_ID = /^[a-z][a-z0-9_-]*$/;
const VERSION = /^\d{1,6}\.\d{1,6}\.\d{1,6}$/;
const LONGEST_ID = 200;
const SUBJECT_KINDS: readonly string[] = ["municipality", "area", "prefecture", "other"] satisfies SubjectKind[];

export function isBag(value: unknown): value is Bag {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isAnswerState(value: unknown): value is AnswerState {
  return (ANSWER_STATES as readonly unknown[]).includes(value);
}

export function isSubjectKind(value: unknown): value is SubjectKind {
  return typeof value === "string" && SUBJECT_KINDS.includes(value);
}

export function isItemId(value: unknown): boolean {
  return typeof value === "string" && value.length <= LONGEST_ID && ITEM_ID.test(value);
}

export function isLevelId(value: unknown): boolean {
  return typeof value === "string" && value.length <= LONGEST_ID && LEVEL_ID.test(value);
}

export function isVersion(value: unknown): boolean {
  return typeof value === "string" && VERSION.test(value);
}

/** A fault's path is told from the value that was given: who holds that value puts its own name before it. */
type Check = (value: unknown) => ShapeFault | null;

const is = (test: (value: unknown) => boolean, expected: ShapeFault["expected"]): Check => {
  const fault: ShapeFault = { path: "", expected };
  return (value) => (test(value) ? null : fault);
};

function under(name: string, { path, expected }: ShapeFault): ShapeFault {
  const joint = path === "" || path.startsWith("[") ? "" : ".";
  return { path: name + joint + path, expected };
}

const text = is((value) => typeof value === "string", "text");
const line = is((value) => typeof value === "string" && value.length <= LONGEST_LINE, "line");
const level = is(isLevelId, "level");
const date = is((value) => value === "" || (typeof value === "string" && isIsoDate(value)), "date");

/** An object whose named keys, where present, pass their checks; others may hold anything. `needed` must be present. */
function bag(checks: Readonly<Record<string, Check>>, needed: readonly string[] = []): Check {
  const checkOf = new Map(Object.entries(checks));
  return (value) => {
    if (!isBag(value)) return { path: "", expected: "object" };
    for (const key of needed) {
      const fault = Object.hasOwn(value, key) ? null : checkOf.get(key)?.(undefined);
      if (fault) return under(key, fault);
    }
    // By what is there: an answer has two of the eight keys it may have, and a prefecture's files have a hundred thousand.
    for (const key of Object.keys(value)) {
      const fault = checkOf.get(key)?.(value[key]);
      if (fault) return under(key, fault);
    }
    return null;
  };
}

/** An object of items by id. */
function byItem(check: Check): Check {
  return (value) => {
    if (!isBag(value)) return { path: "", expected: "object" };
    for (const id of Object.keys(value)) {
      if (!isItemId(id)) return { path: id.slice(0, 40), expected: "id" };
      const fault = check(value[id]);
      if (fault) return under(id, fault);
    }
    return null;
  };
}

function list(check: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return { path: "", expected: "list" };
    for (const [index, entry] of value.entries()) {
      const fault = check(entry);
      if (fault) return under(`[${index}]`, fault);
    }
    return null;
  };
}

const notes = Object.fromEntries(NOTE_FIELDS.map((field) => [field, text]));
const answers = byItem(bag({ state: is(isAnswerState, "state"), level, target: level, reason: text, ...notes }));
const items = list(is(isItemId, "id"));

const agreed = byItem(bag({ level: is((value) => value === "" || isLevelId(value), "level"), reason: text }));
const plan = bag({
  goals: list(bag({ text, due: line })),
  actions: list(bag({ text, owner: line, due: line, status: line, items })),
  requests: list(bag({ text, to: line, items })),
});

const resultFile = bag(
  {
    format: is((value) => value === FORMAT, "format"),
    checklist: bag({ id: line, version: is(isVersion, "version"), items_digest: line }, ["id", "version"]),
    subject: bag({ prefecture: line, name: line, kind: is(isSubjectKind, "kind") }),
    respondent: bag({ label: line, role: line }),
    date,
    saved_at: line,
    answers,
    agreed,
    plan,
    snapshots: list(bag({ label: line, date: line, answers, version: line, agreed, plan }, ["answers"])),
  },
  ["format", "checklist", "answers"],
);

/** The first place where `value` is not a result file of the present format; null if it is one. */
export function findShapeFault(value: unknown): ShapeFault | null {
  return resultFile(value);
}

/**
 * A value that passes may still lack optional parts: `normaliseRecord` fills them in. This is therefore
 * a guard for what is about to be normalised.
 */
export type LooseResultFile = Partial<ResultFile> & Pick<ResultFile, "format" | "checklist" | "answers">;

export function isLooseResultFile(value: unknown): value is LooseResultFile {
  return findShapeFault(value) === null;
}
