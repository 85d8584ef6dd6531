/** The agenda of a block meeting: proposed from the findings, then edited by hand. */

import { isBag } from "../guards";
import * as MESSAGES from "../messages";
import { cleanLine, cleanText } from "../text";
import { differences, weakPoints } from "./findings";
import { groupRequests } from "./requests";
import type { Sight } from "./sight";

export const AGENDA_KINDS = ["weak", "difference", "request", "own"] as const;
export type AgendaKind = (typeof AGENDA_KINDS)[number];

export interface AgendaEntry {
  readonly kind: AgendaKind;
  /** "" for an entry about no item. */
  readonly itemId: string;
  readonly title: string;
  readonly minutes: number;
  readonly memo: string;
}

const MINUTES: Readonly<Record<AgendaKind, number>> = { weak: 20, difference: 15, request: 15, own: 10 };
const LONGEST = 600;

/** A few entries, so that they fit into a meeting: opening, three hard items, two different ones, requests, closing. */
export function proposeAgenda(sight: Sight): readonly AgendaEntry[] {
  const weak = weakPoints(sight, 3).map(({ item }) => entryFor(sight, "weak", item.id));
  const taken = new Set(weak.map((entry) => entry.itemId));
  const apart = differences(sight, 5).filter(({ item }) => !taken.has(item.id)).slice(0, 2);
  const asked = [...groupRequests(sight)].sort((a, b) => b.councils - a.councils).slice(0, 2);
  return [
    ownEntry(MESSAGES.block.agenda.opening, 10),
    ...weak,
    ...apart.map(({ item }) => entryFor(sight, "difference", item.id)),
    ...asked.map(({ itemId }) => entryFor(sight, "request", itemId)),
    ownEntry(MESSAGES.block.agenda.closing, 15),
  ];
}

/** An entry about an item ("" for requests about none). */
export function entryFor(sight: Sight, kind: Exclude<AgendaKind, "own">, itemId: string): AgendaEntry {
  const text = sight.checklist.domains.flatMap((domain) => domain.items).find((item) => item.id === itemId)?.text ?? "";
  const title = text === "" ? MESSAGES.block.agenda.requests : MESSAGES.block.agenda[kind](text);
  return { kind, itemId, title, minutes: MINUTES[kind], memo: "" };
}

export function ownEntry(title: string, minutes: number = MINUTES.own): AgendaEntry {
  return { kind: "own", itemId: "", title, minutes, memo: "" };
}

export function totalMinutes(agenda: readonly AgendaEntry[]): number {
  return agenda.reduce((sum, entry) => sum + entry.minutes, 0);
}

/** Minutes as typed: whole, from 0 to 600; 0 for anything else. */
export function readMinutes(text: string): number {
  const minutes = Math.round(Number(text.normalize("NFKC")));
  return Number.isFinite(minutes) && minutes > 0 ? Math.min(minutes, LONGEST) : 0;
}

/** The entry at `index` moved by `by` places, or taken out where `by` is null. */
export function moveEntry(agenda: readonly AgendaEntry[], index: number, by: number | null): readonly AgendaEntry[] {
  const entry = agenda[index];
  if (!entry) return agenda;
  const rest = agenda.filter((_, at) => at !== index);
  if (by === null) return rest;
  const to = Math.max(0, Math.min(rest.length, index + by));
  return [...rest.slice(0, to), entry, ...rest.slice(to)];
}

/** An agenda from a file: what is no entry is left out. */
export function asAgenda(value: unknown): readonly AgendaEntry[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, 100).filter(isBag).map((one) => ({
    kind: AGENDA_KINDS.find((kind) => kind === one["kind"]) ?? "own",
    itemId: cleanLine(String(one["itemId"] ?? "")),
    title: cleanLine(String(one["title"] ?? "")),
    minutes: readMinutes(String(one["minutes"] ?? "")),
    memo: cleanText(String(one["memo"] ?? "")),
  }));
}
