/** Any file of a drop: which checklist it answers is found out from the file. */

import { isBag } from "../guards";
import * as MESSAGES from "../messages";
import type { ChecklistData, Refusal, Result } from "../types";
import type { LoadXlsx } from "../files/engine";
import { fromPicked, namedChecklist } from "../files/grids-read";
import type { RawRecord } from "../files/grids-read";
import { readTables, sniff } from "../files/import";
import { readJsonFile } from "../files/json";
import { MOST_NODES, judgeSize, refuse, refused } from "../files/refuse";
import { draftOf } from "./entry";
import type { Draft } from "./entry";
import { isManifest, looksLikeManifest } from "./manifest-format";
import type { Manifest } from "./manifest-format";

/** The files of 1,741 councils in one: some 15 MB and 400,000 values. */
const LARGEST_MANIFEST = 100 * 1024 * 1024;
const MOST_MANIFEST_NODES = 5_000_000;

export type Found =
  | { readonly kind: "record"; readonly draft: Draft }
  | { readonly kind: "manifest"; readonly manifest: Manifest };

/** Reads one file's bytes. Nothing is merged, nothing stored; a refusal says why and what to do. */
export async function readAny(
  bytes: Uint8Array,
  catalogue: readonly ChecklistData[],
  today: string,
  loadXlsx: LoadXlsx,
): Promise<Result<Found>> {
  const large = bytes.length > MOST_NODES && bytes.length <= LARGEST_MANIFEST && looksLikeManifest(bytes);
  const bySize = large ? null : judgeSize(bytes.length);
  if (bySize) return { ok: false, refusal: bySize };
  const kind = sniff(bytes);
  if (kind === "oldExcel" || kind === "notOurs") return refused(kind);
  if (kind !== "json") return readTable(kind, bytes, catalogue, today, loadXlsx);
  const read = readJsonFile(bytes, large ? MOST_MANIFEST_NODES : undefined);
  if (!read.ok) return read;
  if (isManifest(read.value.raw)) return { ok: true, value: { kind: "manifest", manifest: read.value.raw } };
  const id = checklistIdOf(read.value);
  const checklist = catalogue.find((one) => one.id === id);
  if (!checklist && id !== null) return unknownChecklist(id);
  return recordOf(draftOf("json", read.value, checklist ?? (catalogue[0] as ChecklistData), today));
}

/** The labels in a table can be read only with its checklist at hand: the one it names, else each until one fits. */
async function readTable(
  kind: "csv" | "xlsx",
  bytes: Uint8Array,
  catalogue: readonly ChecklistData[],
  today: string,
  loadXlsx: LoadXlsx,
): Promise<Result<Found>> {
  const picked = await readTables(kind, bytes, loadXlsx);
  if (!picked.ok) return picked;
  const named = namedChecklist(picked.value);
  const likely = [...catalogue.filter((one) => one.id === named), ...catalogue.filter((one) => one.id !== named)];
  let first: Refusal | null = null;
  for (const checklist of likely) {
    const read = fromPicked(picked.value, checklist);
    if (!read.ok) {
      first ??= read.refusal;
      if (read.refusal.code !== "notOurs") break;
      continue;
    }
    const id = checklistIdOf(read.value);
    if (id === checklist.id || id === null) return recordOf(draftOf(kind, read.value, checklist, today));
    if (!catalogue.some((one) => one.id === id)) return unknownChecklist(id);
  }
  return { ok: false, refusal: first ?? refuse("notOurs") };
}

function recordOf(draft: Result<Draft>): Result<Found> {
  return draft.ok ? { ok: true, value: { kind: "record", draft: draft.value } } : draft;
}

function checklistIdOf({ raw }: RawRecord): string | null {
  const checklist = isBag(raw) ? raw["checklist"] : null;
  const id = isBag(checklist) ? checklist["id"] : null;
  return typeof id === "string" ? id : null;
}

function unknownChecklist(id: string): Result<never> {
  const { what, todo } = MESSAGES.block.unknownChecklist(id.slice(0, 60));
  return { ok: false, refusal: { code: "otherChecklist", what, todo, message: what + todo } };
}
