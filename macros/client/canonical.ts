/** Canonical JSON: the keys of our format in its order, all others after them, sorted by code unit. */

import { compareUnits } from "./text";

const KNOWN_ORDER = [
  "format", "checklist", "id", "version", "items_digest",
  "subject", "prefecture", "name", "kind", "respondent", "label", "role", "date", "saved_at",
  "answers", "state", "level", "reason", "evidence", "note_shared", "note_private", "target",
  "agreed", "plan", "goals", "actions", "requests", "text", "owner", "due", "status", "to", "items", "snapshots",
];
const RANK: ReadonlyMap<string, number> = new Map(KNOWN_ORDER.map((key, index) => [key, index]));

// JSON.stringify leaves these as they are, but XML refuses some and some editors take others for line ends.
const FRAGILE = /[\u007f-\u009f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]/g;

function compareKeys(a: string, b: string): number {
  return (RANK.get(a) ?? KNOWN_ORDER.length) - (RANK.get(b) ?? KNOWN_ORDER.length) || compareUnits(a, b);
}

function quote(text: string): string {
  return JSON.stringify(text).replace(FRAGILE, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Serialises a JSON value; the same value gives the same text, whatever the order its keys were set in. */
export function canonicalJson(value: unknown, indent = "  "): string {
  return write(value, indent, "\n");
}

/** The same on one line, for a spreadsheet's cell. */
export function compactJson(value: unknown): string {
  return write(value, "", "");
}

function write(value: unknown, indent: string, newline: string): string {
  if (typeof value === "string") return quote(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const inner = newline + indent;
  if (Array.isArray(value)) {
    return wrap("[", value.map((entry) => write(entry, indent, inner)), "]", newline, inner);
  }
  const bag = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(bag).filter((key) => bag[key] !== undefined).sort(compareKeys);
  const colon = indent === "" ? ":" : ": ";
  return wrap("{", keys.map((key) => quote(key) + colon + write(bag[key], indent, inner)), "}", newline, inner);
}

function wrap(open: string, parts: readonly string[], close: string, newline: string, inner: string): string {
  if (parts.length === 0) return open + close;
  return open + inner + parts.join(`,${inner}`) + newline + close;
}
