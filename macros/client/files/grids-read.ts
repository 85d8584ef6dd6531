/**
 * Tables of texts back to a record. People have worked on these tables: columns and rows are found by
 * name, what cannot be read is said row by row, and the rest is taken.
 */

import { parseLooseDate } from "../dates";
import { isBag, isItemId } from "../guards";
import * as MESSAGES from "../messages";
import { checklistRef } from "../record";
import { allItems } from "../scoring";
import { FORMAT } from "../types";
import type { ChecklistData, Notice, Result } from "../types";
import { restoreExtra } from "./extra";
import type { Grids, Row } from "./grids";
import { parseJson } from "./json-parse";
import { readItems } from "./grids-read-items";
import { readPlan } from "./grids-read-plan";
import { refused } from "./refuse";
import { ANSWER_HEADER_MARKS, INFO_LABELS, META_KEYS } from "./sheet";
import { columnsOf, holdsAll, plain } from "./columns";

const HEADER_WITHIN = 50;

/** A record as read: not judged yet, with what the user should know. */
export interface RawRecord {
  readonly raw: unknown;
  readonly notices: readonly Notice[];
}

/** Where the answers' table begins; -1 if there is none. */
export function findAnswerHeader(rows: readonly Row[]): number {
  return rows.slice(0, HEADER_WITHIN).findIndex((row) => holdsAll(row, ANSWER_HEADER_MARKS));
}

/** The tables of a file, whatever checklist they answer. */
export interface Picked {
  readonly grids: Grids;
  /** What the user should know about the file itself. */
  readonly notices: readonly Notice[];
}

/** Which checklist a file says it answers; "" if it does not say. */
export function namedChecklist({ grids }: Picked): string {
  return readMeta(grids.meta).get(META_KEYS.checklistId)?.trim() ?? "";
}

/** The tables of a file as answers to `checklist`. */
export function fromPicked({ grids, notices }: Picked, checklist: ChecklistData): Result<RawRecord> {
  const read = fromGrids(grids, checklist);
  return read.ok ? { ok: true, value: { ...read.value, notices: [...notices, ...read.value.notices] } } : read;
}

/** Reads the three tables. Refused only if there is no table of answers, or a value in `_meta` is hostile. */
export function fromGrids(grids: Grids, checklist: ChecklistData): Result<RawRecord> {
  const at = findAnswerHeader(grids.answers);
  if (at < 0) return refused("noTable");
  const columns = columnsOf(grids.answers[at] ?? []);
  const items = readItems(grids.answers.slice(at + 1), columns, at + 2, checklist);
  const plan = readPlan(grids.plan);
  const info = readInfo(grids.answers.slice(0, at));
  const meta = readMeta(grids.meta);
  const head = readHead(meta, checklist, items.ids);
  if (!head) return refused("notOurs");
  const snapshots = readJson(meta, META_KEYS.snapshots);
  const extra = readJson(meta, META_KEYS.extra);
  for (const json of [snapshots, extra]) if (!json.ok) return json;
  const record = {
    format: head.format,
    checklist: head.checklist,
    subject: { prefecture: info.prefecture, name: info.name, kind: head.kind },
    respondent: { label: info.respondent, role: info.role },
    date: info.date,
    saved_at: meta.get(META_KEYS.savedAt) ?? "",
    answers: items.answers,
    agreed: items.agreed,
    plan: plan.plan,
    snapshots: snapshots.ok && Array.isArray(snapshots.value.json) ? snapshots.value.json : [],
  };
  const restored = restoreExtra(record, extra.ok && isBag(extra.value.json) ? extra.value.json : {});
  const lost = restored.lost ? [{ code: "extraLost", message: MESSAGES.notice.extraLost }] : [];
  const jsonNotices = [snapshots, extra].flatMap((json) => (json.ok ? json.value.notices : []));
  const notices = [...head.notices, ...info.notices, ...items.notices, ...plan.notices, ...jsonNotices, ...lost];
  return { ok: true, value: { raw: restored.record, notices } };
}

type Info = Record<keyof typeof INFO_LABELS, string> & { readonly notices: readonly Notice[] };

/** The labelled cells above the table: a value stands to the right of its label. */
function readInfo(rows: readonly Row[]): Info {
  const names = new Map(Object.entries(INFO_LABELS).map(([key, label]) => [plain(label), key]));
  const found = new Map<string, string>();
  for (const row of rows) {
    for (let at = 0; at < row.length; at += 1) {
      const key = names.get(plain(row[at] ?? ""));
      if (key === undefined || found.has(key)) continue;
      at += 1;
      found.set(key, row[at] ?? "");
    }
  }
  const get = (key: keyof typeof INFO_LABELS) => found.get(key) ?? "";
  const date = get("date").trim();
  const iso = date === "" ? "" : parseLooseDate(date);
  const notices = iso === null ? [{ code: "dateUnread", message: MESSAGES.notice.dateUnread(date.slice(0, 40)) }] : [];
  return {
    prefecture: get("prefecture"),
    name: get("name"),
    respondent: get("respondent"),
    role: get("role"),
    date: iso ?? "",
    notices,
  };
}

/** Rows of key and value; a key that comes again goes on with its value. */
function readMeta(rows: readonly Row[]): ReadonlyMap<string, string> {
  const meta = new Map<string, string>();
  for (const [key = "", value = ""] of rows) {
    if (key !== "") meta.set(key, (meta.get(key) ?? "") + value);
  }
  return meta;
}

interface Head {
  readonly format: string;
  readonly checklist: { readonly id: string; readonly version: string; readonly items_digest: string };
  readonly kind: string;
  readonly notices: readonly Notice[];
}

/**
 * Which checklist the answers are for. Who copies the visible sheet into a new workbook loses `_meta`:
 * rows with ids of this checklist are then taken for answers to its present version, and this is said.
 */
function readHead(meta: ReadonlyMap<string, string>, checklist: ChecklistData, ids: readonly string[]): Head | null {
  const get = (key: string) => meta.get(key)?.trim() ?? "";
  const kind = get(META_KEYS.subjectKind) || checklist.subject_kind;
  const [id, version] = [get(META_KEYS.checklistId), get(META_KEYS.checklistVersion)];
  const format = get(META_KEYS.format);
  if (format && id && version) {
    return { format, checklist: { id, version, items_digest: get(META_KEYS.itemsDigest) }, kind, notices: [] };
  }
  const asked = new Set(allItems(checklist).map((item) => item.id));
  if (!ids.some((one) => isItemId(one) && asked.has(one))) return null;
  const notices = [{ code: "noMeta", message: MESSAGES.notice.noMeta }];
  return { format: FORMAT, checklist: checklistRef(checklist), kind, notices };
}

interface ReadJson {
  readonly json: unknown;
  readonly notices: readonly Notice[];
}

/** A JSON value of `_meta`. A broken one is left out and said; a hostile one refuses the file. */
function readJson(meta: ReadonlyMap<string, string>, key: string): Result<ReadJson> {
  const text = meta.get(key) ?? "";
  if (text === "") return { ok: true, value: { json: null, notices: [] } };
  const parsed = parseJson(text);
  if (parsed.ok) return { ok: true, value: { json: parsed.value, notices: [] } };
  if (parsed.refusal.code !== "damaged") return parsed;
  return { ok: true, value: { json: null, notices: [{ code: "metaUnread", message: MESSAGES.notice.metaUnread(key) }] } };
}
