/** A result file that was read: what the workbench keeps of it, and what it does not. */

import { stripFor } from "../audience";
import * as MESSAGES from "../messages";
import type { Answers, ChecklistData, Result, ResultFile } from "../types";
import { accept } from "../files/import";
import type { FileKind } from "../files/export";
import type { RawRecord } from "../files/grids-read";
import { askedIn } from "./asked";
import { cellsOf } from "./cells";

export interface Entry {
  readonly id: string;
  /** The file's name with its folder, as it was dropped. */
  readonly file: string;
  /** As it may go to a block meeting: no private note, no evidence, no names of persons. Of today's version. */
  readonly record: ResultFile;
  /** The version that the file was answered in. */
  readonly version: string;
  /** One for each item of the checklist, in its order. */
  readonly cells: Int8Array;
  /** What the user should know about the file: complete sentences. */
  readonly doubts: readonly string[];
}

export type Draft = Omit<Entry, "id" | "file">;

/** The answered versions' items, worked out once for each version. */
const asked = new WeakMap<ChecklistData, Map<string, ReadonlySet<string>>>();

function askedOnce(checklist: ChecklistData, version: string): ReadonlySet<string> {
  const known = asked.get(checklist) ?? new Map<string, ReadonlySet<string>>();
  asked.set(checklist, known);
  const found = known.get(version) ?? askedIn(checklist, version);
  known.set(version, found);
  return found;
}

/**
 * Judges what was read and keeps what may be shown at a block meeting. `version` is given where the file
 * itself no longer tells in which version it was answered (a manifest).
 */
export function draftOf(
  kind: FileKind,
  read: RawRecord,
  checklist: ChecklistData,
  today: string,
  version?: string,
): Result<Draft> {
  const imported = accept(kind, read, checklist, today);
  if (!imported.ok) return imported;
  const { record: whole, migration, notices } = imported.value;
  const record = stripFor(whole, "prefecture");
  const answeredIn = version ?? migration.from;
  const doubts = [
    ...notices.map((notice) => (notice.code === "upgraded" ? MESSAGES.block.older(answeredIn, checklist.version) : notice.message)),
    ...migration.unplaced.map((one) => MESSAGES.block.unplaced(one.id, one.message)),
    ...heldBack(whole),
    ...(record.subject.name === "" ? [MESSAGES.block.noName] : []),
  ];
  const cells = cellsOf(record, checklist, askedOnce(checklist, answeredIn));
  return { ok: true, value: { record, version: answeredIn, cells, doubts } };
}

/** Said where a full backup was dropped: its private parts are not taken in. */
function heldBack(record: ResultFile): readonly string[] {
  const some = hasPrivateNotes(record.answers);
  const names = record.respondent.label !== "" || record.plan.actions.some((action) => action.owner !== "");
  return some || names ? [MESSAGES.block.heldBack] : [];
}

function hasPrivateNotes(answers: Answers): boolean {
  for (const id in answers) if (answers[id]?.note_private || answers[id]?.evidence) return true;
  return false;
}
