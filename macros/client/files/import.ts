/**
 * A file back to a record: judged, cleaned and migrated, and nothing stored. The page shows what this
 * says, and only then takes the record over.
 */

import type { Bag, LooseResultFile } from "../guards";
import * as MESSAGES from "../messages";
import { migrate } from "../migrate";
import type { Migration } from "../migrate";
import { normaliseRecord } from "../record";
import { hasUnwanted } from "../text";
import type { Answer, ChecklistData, Notice, Result, ResultFile } from "../types";
import { readCsvGrids } from "./csv";
import type { LoadXlsx } from "./engine";
import type { FileKind } from "./export";
import { fromPicked } from "./grids-read";
import type { Picked, RawRecord } from "./grids-read";
import { readJsonFile } from "./json";
import { judgeRecord, judgeSize, judgeTree, refused } from "./refuse";

const MOST_NOTICES = 100;

/** What a browser's File offers, as far as it is used. */
export interface FileLike {
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export interface Imported {
  readonly kind: FileKind;
  /** Ready to be stored: of the page's checklist version, unless the file is from a newer one. */
  readonly record: ResultFile;
  readonly migration: Migration;
  /** Everything the user should read before taking the record over, the migration's notices included. */
  readonly notices: readonly Notice[];
}

/** Reads a file that a user chose. `today`: ISO local date, for the snapshot a migration keeps. */
export async function importFile(
  file: FileLike,
  checklist: ChecklistData,
  today: string,
  loadXlsx: LoadXlsx,
): Promise<Result<Imported>> {
  const bySize = judgeSize(file.size);
  if (bySize) return { ok: false, refusal: bySize };
  const buffer = await file.arrayBuffer().catch(() => null);
  if (buffer === null) return refused("unreadable");
  const bytes = new Uint8Array(buffer);
  const kind = sniff(bytes);
  if (kind === "oldExcel" || kind === "notOurs") return refused(kind);
  const read = await readAs(kind, bytes, checklist, loadXlsx);
  return read.ok ? accept(kind, read.value, checklist, today) : read;
}

/** Tells the kind by the first bytes; the file's name may say anything. */
export function sniff(bytes: Uint8Array): FileKind | "oldExcel" | "notOurs" {
  const starts = (...signature: readonly number[]) => signature.every((byte, at) => bytes[at] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04)) return "xlsx";
  // An OLE container: .xls, or an .xlsx with a password.
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return "oldExcel";
  const isUtf16 = starts(0xff, 0xfe) || starts(0xfe, 0xff);
  // A zero byte does not occur in text except in UTF-16: pictures, PDF, programs.
  if (!isUtf16 && bytes.subarray(0, 4096).includes(0)) return "notOurs";
  const first = firstSign(bytes);
  return first === 0x7b || first === 0x5b ? "json" : "csv";
}

const NO_SIGN: ReadonlySet<number> = new Set([0xef, 0xbb, 0xbf, 0xff, 0xfe, 0x00, 0x09, 0x0a, 0x0d, 0x20]);

/** The first byte that is neither a byte-order mark, a zero of UTF-16 nor white space. */
function firstSign(bytes: Uint8Array): number | undefined {
  return bytes.find((byte) => !NO_SIGN.has(byte));
}

async function readAs(
  kind: FileKind,
  bytes: Uint8Array,
  checklist: ChecklistData,
  loadXlsx: LoadXlsx,
): Promise<Result<RawRecord>> {
  if (kind === "json") return readJsonFile(bytes);
  const picked = await readTables(kind, bytes, loadXlsx);
  return picked.ok ? fromPicked(picked.value, checklist) : picked;
}

/** The tables of a file, which a checklist makes answers of. */
export async function readTables(kind: "csv" | "xlsx", bytes: Uint8Array, loadXlsx: LoadXlsx): Promise<Result<Picked>> {
  if (kind === "csv") return readCsvGrids(bytes);
  const engine = await loadXlsx().catch(() => null);
  return engine ? engine.readGrids(bytes) : refused("noEngine");
}

/** Judges what was read and brings it into the form that is stored. */
export function accept(kind: FileKind, read: RawRecord, checklist: ChecklistData, today: string): Result<Imported> {
  // A JSON file's tree was judged as it was parsed.
  const refusal = (kind === "json" ? null : judgeTree(read.raw)) ?? judgeRecord(read.raw, checklist);
  if (refusal) return { ok: false, refusal };
  const raw = read.raw as LooseResultFile; // as judgeRecord has found
  const migration = migrate(normaliseRecord(raw), checklist, today);
  const notices = [...repairs(raw), ...emptiness(migration.record), ...migration.notices, ...read.notices];
  return { ok: true, value: { kind, record: migration.record, migration, notices: capped(notices) } };
}

/** A sheet of another kind, with our headers, could say something about each of its thousands of rows. */
function capped(notices: readonly Notice[]): readonly Notice[] {
  if (notices.length <= MOST_NOTICES) return notices;
  const more = { code: "more", message: MESSAGES.notice.more(notices.length - MOST_NOTICES) };
  return [...notices.slice(0, MOST_NOTICES), more];
}

/** What normalising took away, said in words. */
function repairs(raw: LooseResultFile): readonly Notice[] {
  const notices: Notice[] = [];
  let dropped = 0;
  for (const id in raw.answers) {
    const { state, level } = raw.answers[id] as Answer;
    if ((state === "answered") !== Boolean(level)) dropped += 1;
  }
  const cleaned = countUnwanted([raw.subject, raw.respondent, raw.answers, raw.agreed, raw.plan]);
  if (dropped > 0) notices.push({ code: "levelDropped", message: MESSAGES.notice.levelDropped(dropped) });
  if (cleaned > 0) notices.push({ code: "cleaned", message: MESSAGES.notice.cleaned(cleaned) });
  return notices;
}

/** Texts with control characters in them. The depth was judged before. */
function countUnwanted(value: unknown): number {
  if (typeof value === "string") return hasUnwanted(value) ? 1 : 0;
  if (typeof value !== "object" || value === null) return 0;
  let count = 0;
  for (const key in value) count += countUnwanted((value as Bag)[key]);
  return count;
}

function emptiness(record: ResultFile): readonly Notice[] {
  for (const id in record.answers) if (record.answers[id]?.state !== undefined) return [];
  return [{ code: "noAnswers", message: MESSAGES.notice.noAnswers }];
}
