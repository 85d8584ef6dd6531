/** Judging a file before anything is done with it. A refusal never changes anything. */

import { findShapeFault, isBag } from "../guards";
import type { Bag, ShapeFault } from "../guards";
import * as MESSAGES from "../messages";
import { PROTOTYPE_KEYS } from "../text";
import { FORMAT } from "../types";
import type { ChecklistData, Refusal, Result } from "../types";

export const LARGEST_FILE = 20 * 1024 * 1024;
const DEEPEST = 64;
export const MOST_NODES = 200_000;
const LONGEST_QUOTE = 60;

const TROUBLES = MESSAGES.refusal;
const AROUND = MESSAGES.refused;
type Code = keyof typeof TROUBLES;

/** A refusal with its complete message. */
export function refuse<C extends Code>(code: C, ...args: Parameters<(typeof TROUBLES)[C]>): Refusal {
  const make = TROUBLES[code] as (...values: unknown[]) => { what: string; todo: string };
  const { what, todo } = make(...args);
  return { code, what, todo, message: [AROUND.head, what, todo, AROUND.unchanged].join("") };
}

export function refused<C extends Code>(code: C, ...args: Parameters<(typeof TROUBLES)[C]>): Result<never> {
  return { ok: false, refusal: refuse(code, ...args) };
}

/** Judges a file by its size alone, so that a huge one is never read into memory. */
export function judgeSize(bytes: number): Refusal | null {
  if (bytes === 0) return refuse("empty");
  return bytes > LARGEST_FILE ? refuse("tooLarge", Math.ceil(bytes / 1024 / 1024)) : null;
}

/**
 * Judges JSON text before it is parsed: some browsers' parsers run out of stack on deep nesting, and
 * millions of values would freeze the page.
 */
export function judgeJsonText(text: string, most = MOST_NODES): Refusal | null {
  let depth = 0;
  let nodes = 1;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') at = endOfString(text, at);
    else if (sign === "{" || sign === "[") depth += 1;
    else if (sign === "}" || sign === "]") depth -= 1;
    if (sign === "," || sign === "{" || sign === "[") nodes += 1;
    if (depth > DEEPEST) return refuse("tooDeep");
    if (nodes > most) return refuse("tooMany");
  }
  return null;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}

/** Judges parsed JSON: depth, number of values, and keys that could reach a prototype. Goes no deeper than is allowed. */
export function judgeTree(root: unknown, most = MOST_NODES): Refusal | null {
  let nodes = 0;
  const judge = (value: unknown, depth: number): Refusal | null => {
    nodes += 1;
    if (nodes > most) return refuse("tooMany");
    if (typeof value !== "object" || value === null) return null;
    if (depth > DEEPEST) return refuse("tooDeep");
    for (const key in value) {
      const refusal = PROTOTYPE_KEYS.has(key) ? refuse("forbiddenKey", key) : judge((value as Bag)[key], depth + 1);
      if (refusal) return refusal;
    }
    return null;
  };
  return judge(root, 1);
}

/** Judges what a file says it is: our format, this checklist, every known field of the right type. */
export function judgeRecord(value: unknown, checklist: ChecklistData): Refusal | null {
  if (!isBag(value) || typeof value["format"] !== "string") return refuse("notOurs");
  const format = value["format"];
  if (!format.startsWith("kyogikai-check/")) return refuse("notOurs");
  if (format !== FORMAT) return refuse("unknownFormat", quote(format));
  const found = isBag(value["checklist"]) ? value["checklist"]["id"] : null;
  if (typeof found === "string" && found !== checklist.id) return refuse("otherChecklist", quote(found), checklist.title);
  const fault = findShapeFault(value);
  return fault ? shapeRefusal(fault) : null;
}

function shapeRefusal({ path, expected }: ShapeFault): Refusal {
  return refuse("wrongShape", quote(path), AROUND.expected[expected]);
}

/** A piece of a foreign file inside a message: short, so that it cannot bury the message. */
function quote(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}
