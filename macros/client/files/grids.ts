/** A record as tables of texts: what the CSV and the XLSX have in common. Reading is in `grids-read.ts`. */

import { compactJson } from "../canonical";
import * as MESSAGES from "../messages";
import { placedItems } from "../scoring";
import { chunkText } from "../text";
import { PLAN_KINDS } from "../types";
import type { ChecklistData, PlanKind, ResultFile } from "../types";
import { collectExtra } from "./extra";
import { answerLabel, levelLabel } from "./labels";
import {
  ANSWER_COLUMNS, CELL_CHARACTERS, CONTINUED_LABEL, INFO_LABELS, META_KEYS, PLAN_COLUMNS, PLAN_KIND_LABELS, STATUS_LABELS,
} from "./sheet";

export type Row = readonly string[];
export type Grid = readonly Row[];

/** A sheet of a workbook. */
export interface NamedGrid {
  readonly name: string;
  readonly grid: Grid;
  /** Rows and columns from 0, the last ones included. Only the first cell of a merge holds anything. */
  readonly merges?: readonly Merge[];
}

export interface Merge {
  readonly startRow: number;
  readonly endRow: number;
  readonly startCol: number;
  readonly endCol: number;
}

export interface Grids {
  readonly answers: Grid;
  readonly plan: Grid;
  readonly meta: Grid;
}

/** A sheet for people to read: it is not read back. */
export interface Cover {
  readonly name: string;
  readonly rows: Grid;
}

export interface GridOptions {
  /** Stands before the other sheets of a workbook. */
  readonly cover?: Cover;
  /** Whether the column 手元メモ is there at all. */
  readonly withPrivate: boolean;
  /** Stands at the top: for whom the file is. */
  readonly mark: string;
}

export type AnswerColumn = keyof typeof ANSWER_COLUMNS;
export type PlanColumn = keyof typeof PLAN_COLUMNS;
export const PLAN_ORDER = Object.keys(PLAN_COLUMNS) as PlanColumn[];

/** The answers' columns in the order they are written. */
export function answerOrder(withPrivate: boolean): readonly AnswerColumn[] {
  const columns = Object.keys(ANSWER_COLUMNS) as AnswerColumn[];
  return withPrivate ? columns : columns.filter((column) => column !== "note_private");
}

/** Rows above the header of the answers' table, header included. */
export const ROWS_TO_HEADER = 5;

/** The three tables of a record. */
export function toGrids(record: ResultFile, checklist: ChecklistData, options: GridOptions): Grids {
  return { answers: answersGrid(record, checklist, options), plan: planGrid(record), meta: metaGrid(record) };
}

function answersGrid(record: ResultFile, checklist: ChecklistData, options: GridOptions): Grid {
  const order = answerOrder(options.withPrivate);
  const asked = placedItems(checklist).map(({ item, domain }) => ({ id: item.id, domain: domain.title, text: item.text }));
  const known = new Set(asked.map(({ id }) => id));
  const others = [...new Set([...Object.keys(record.answers), ...Object.keys(record.agreed)])]
    .filter((id) => !known.has(id))
    .sort()
    .map((id) => ({ id, domain: MESSAGES.sheet.otherVersion, text: "" }));
  const rows = [...asked, ...others].flatMap((item) => answerRows(record, checklist, item, order));
  return [...infoRows(record, checklist, options.mark), order.map((column) => ANSWER_COLUMNS[column]), ...rows];
}

function infoRows({ subject, respondent, date }: ResultFile, checklist: ChecklistData, mark: string): Grid {
  return [
    [MESSAGES.sheet.title(checklist.title, checklist.version), "", mark],
    [INFO_LABELS.prefecture, subject.prefecture, INFO_LABELS.respondent, respondent.label],
    [INFO_LABELS.name, subject.name, INFO_LABELS.role, respondent.role],
    [INFO_LABELS.date, date],
  ];
}

function answerRows(
  record: ResultFile,
  checklist: ChecklistData,
  item: { readonly id: string; readonly domain: string; readonly text: string },
  order: readonly AnswerColumn[],
): Grid {
  const answer = record.answers[item.id] ?? {};
  const agreed = record.agreed[item.id];
  const cells: Record<AnswerColumn, string> = {
    domain: item.domain,
    text: item.text,
    answer: answerLabel(answer, checklist),
    reason: answer.reason ?? "",
    evidence: answer.evidence ?? "",
    note_shared: answer.note_shared ?? "",
    note_private: answer.note_private ?? "",
    target: levelLabel(answer.target ?? "", checklist),
    agreed_level: levelLabel(agreed?.level ?? "", checklist),
    agreed_reason: agreed?.reason ?? "",
    item_id: item.id,
  };
  return continued(cells, order, { domain: item.domain, answer: CONTINUED_LABEL, item_id: item.id });
}

/** One row, and rows below it for what is longer than a cell may be; `repeat` stands in each of these. */
function continued<Column extends string>(
  cells: Readonly<Record<Column, string>>,
  order: readonly Column[],
  repeat: Partial<Record<Column, string>>,
): Grid {
  const pieces = order.map((column) => chunkText(cells[column], CELL_CHARACTERS));
  const rows = Math.max(1, ...pieces.map((one) => one.length));
  return Array.from({ length: rows }, (_, row) => {
    return order.map((column, at) => pieces[at]?.[row] ?? (row > 0 ? (repeat[column] ?? "") : ""));
  });
}

function planGrid({ plan }: ResultFile): Grid {
  const rows = PLAN_KINDS.flatMap((kind) => plan[kind].flatMap((entry) => planRows(kind, entry)));
  return [PLAN_ORDER.map((column) => PLAN_COLUMNS[column]), ...rows];
}

type AnyEntry = { text: string; owner?: string; to?: string; due?: string; status?: string; items?: readonly string[] };

function planRows(kind: PlanKind, entry: AnyEntry): Grid {
  const status = entry.status ?? "";
  const cells: Record<PlanColumn, string> = {
    kind: PLAN_KIND_LABELS[kind],
    text: entry.text,
    owner: entry.owner ?? "",
    to: entry.to ?? "",
    due: entry.due ?? "",
    status: (STATUS_LABELS as Readonly<Record<string, string>>)[status] ?? status,
    items: (entry.items ?? []).join(" "),
  };
  return continued(cells, PLAN_ORDER, { kind: CONTINUED_LABEL });
}

function metaGrid(record: ResultFile): Grid {
  const extra = collectExtra(record);
  const entries: readonly (readonly [string, string])[] = [
    [META_KEYS.format, record.format],
    [META_KEYS.checklistId, record.checklist.id],
    [META_KEYS.checklistVersion, record.checklist.version],
    [META_KEYS.itemsDigest, record.checklist.items_digest],
    [META_KEYS.subjectKind, record.subject.kind],
    [META_KEYS.savedAt, record.saved_at],
    [META_KEYS.snapshots, record.snapshots.length > 0 ? compactJson(record.snapshots) : ""],
    [META_KEYS.extra, extra === null ? "" : compactJson(extra)],
  ];
  return entries.flatMap(([key, value]) => chunkText(value, CELL_CHARACTERS).map((piece) => [key, piece]));
}
