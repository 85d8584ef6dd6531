/** The manifest out and in. In anonymous display only what the sight holds is written. */

import { isBag, isVersion } from "../guards";
import * as MESSAGES from "../messages";
import { refuse } from "../files/refuse";
import { allItems } from "../scoring";
import { cleanLine, cleanText } from "../text";
import { FORMAT } from "../types";
import type { Answer, ChecklistData, Result } from "../types";
import { asAgenda } from "./agenda";
import type { AgendaEntry } from "./agenda";
import { kindOf } from "./cells";
import type { Choices } from "./councils";
import { draftOf } from "./entry";
import type { Entry } from "./entry";
import { MANIFEST_FORMAT } from "./manifest-format";
import type { Left, Manifest } from "./manifest-format";
import { groupRequests } from "./requests";
import type { Sight, SightColumn } from "./sight";

export interface Desk {
  readonly entries: readonly Entry[];
  readonly refused: readonly Left[];
  readonly choices: Choices;
  readonly sizes: Readonly<Record<string, string>>;
  readonly agenda: readonly AgendaEntry[];
}

export const EMPTY_DESK: Desk = { entries: [], refused: [], choices: {}, sizes: {}, agenda: [] };

/** The whole desk, with names: for the user's own use. `madeAt`: ISO instant. */
export function writeManifest(desk: Desk, madeAt: string): Uint8Array<ArrayBuffer> {
  const files = desk.entries.map(({ id, file, version, record }) => ({ id, file, version, record }));
  return encode({
    format: MANIFEST_FORMAT, made_at: madeAt, anonymous: false, files,
    refused: desk.refused, choices: desk.choices, sizes: desk.sizes, agenda: desk.agenda,
  });
}

/** What anonymous display shows, and nothing else. `agenda` must be redacted already. */
export function writeAnonymousManifest(sight: Sight, agenda: readonly AgendaEntry[]): Uint8Array<ArrayBuffer> {
  const words = new Set(groupRequests(sight).flatMap((group) => group.lines.map((line) => line.text)));
  const files = sight.columns.filter((column) => !column.withheld).map((column) => ({
    id: column.key, file: "", version: sight.checklist.version, record: bareRecord(sight, column, words),
  }));
  return encode({
    format: MANIFEST_FORMAT, made_at: "", anonymous: true, files, refused: [], choices: {}, sizes: {}, agenda,
  });
}

function bareRecord({ checklist }: Sight, column: SightColumn, words: ReadonlySet<string>): object {
  const pairs = allItems(checklist).flatMap(({ id }, at): (readonly [string, Answer])[] => {
    const cell = column.cells[at] ?? -1;
    const kind = kindOf(cell);
    const level = checklist.scale.levels[cell]?.id;
    if (kind === "answered" && level) return [[id, { state: "answered", level }]];
    return kind === "not_applicable" || kind === "unknown" || kind === "deferred" ? [[id, { state: kind }]] : [];
  });
  const { id, version, items_digest } = checklist;
  const requests = column.requests.filter((one) => words.has(one.text)).map(({ text, items }) => ({ text, to: "", items }));
  return {
    format: FORMAT, checklist: { id, version, items_digest },
    subject: { prefecture: "", name: column.label, kind: checklist.subject_kind },
    answers: Object.fromEntries(pairs), plan: { goals: [], actions: [], requests },
  };
}

function encode(manifest: Manifest): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${JSON.stringify(manifest)}\n`);
}

/** What a manifest brings back: every record judged alone, as if its file had been dropped again. */
export function openManifest(
  manifest: Manifest,
  catalogue: readonly ChecklistData[],
  today: string,
): Result<Desk> {
  if (manifest.format !== MANIFEST_FORMAT) return { ok: false, refusal: refuse("unknownFormat", manifest.format.slice(0, 60)) };
  if (!Array.isArray(manifest.files)) return { ok: false, refusal: refuse("damaged") };
  const entries: Entry[] = [];
  const refused: Left[] = listOf(manifest.refused).filter(isBag).map((one) => ({
    file: lineOf(one["file"]), what: lineOf(one["what"]), todo: lineOf(one["todo"]),
  }));
  for (const one of listOf(manifest.files)) {
    const read = isBag(one) ? openEntry(one, catalogue, today) : null;
    if (read?.ok) entries.push(read.value);
    else {
      const { what, todo } = read?.refusal ?? refuse("damaged");
      refused.push({ file: isBag(one) ? lineOf(one["file"]) : "", what, todo });
    }
  }
  const desk = { entries, refused, choices: textsOf(manifest.choices), sizes: textsOf(manifest.sizes), agenda: asAgenda(manifest.agenda) };
  return { ok: true, value: desk };
}

function openEntry(one: Readonly<Record<string, unknown>>, catalogue: readonly ChecklistData[], today: string): Result<Entry> {
  const record = one["record"];
  const ref = isBag(record) ? record["checklist"] : null;
  const checklist = catalogue.find((own) => isBag(ref) && own.id === ref["id"]);
  if (!checklist) {
    const { what, todo } = MESSAGES.block.unknownChecklist(isBag(ref) ? lineOf(ref["id"]) : "");
    return { ok: false, refusal: { code: "otherChecklist", what, todo, message: what + todo } };
  }
  const version = isVersion(one["version"]) ? String(one["version"]) : undefined;
  const draft = draftOf("json", { raw: record, notices: [] }, checklist, today, version);
  if (!draft.ok) return draft;
  return { ok: true, value: { ...draft.value, id: lineOf(one["id"]).slice(0, 40), file: lineOf(one["file"]) } };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function lineOf(value: unknown): string {
  return typeof value === "string" ? cleanLine(value) : "";
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  if (!isBag(value)) return {};
  return Object.fromEntries(Object.entries(value).flatMap(([key, text]) => (typeof text === "string" ? [[key, cleanText(text)]] : [])));
}
