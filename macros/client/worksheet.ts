/** The worksheet that a council or a prefecture brings to a block meeting: last year, now, next year, requests. */

import { isBag, isSubjectKind } from "./guards";
import { discuss } from "./discuss";
import * as MESSAGES from "./messages";
import { STATUS_LABELS } from "./files/sheet";
import { columnsOf, holdsAll, pickCells, placesOf } from "./files/columns";
import type { Row } from "./files/grids";
import { refused } from "./files/refuse";
import type { Table } from "./files/table";
import { normaliseDue, normaliseStatus } from "./plan";
import { score } from "./scoring";
import { cleanLine, cleanText } from "./text";
import type { ChecklistData, Result, ResultFile, SubjectKind } from "./types";

export const WORKSHEET_FORMAT = "kyogikai-worksheet/1";

/** One line of a list. Which of its fields mean something depends on the list. */
export interface Line {
  readonly text: string;
  /** Who does it, or who is asked. */
  readonly owner: string;
  readonly due: string;
  readonly status: string;
}

export const TEXT_PARTS = ["last_goal", "now", "hinders", "next_goal"] as const;
export type TextPart = (typeof TEXT_PARTS)[number];
export const LIST_PARTS = ["last_actions", "next_actions", "requests"] as const;
export type ListPart = (typeof LIST_PARTS)[number];

export type Worksheet = Readonly<Record<TextPart, string>> & Readonly<Record<ListPart, readonly Line[]>> & {
  readonly format: typeof WORKSHEET_FORMAT;
  readonly kind: SubjectKind;
  readonly prefecture: string;
  readonly name: string;
  /** The fiscal year that the meeting is about, as typed: 2026 or 令和8. */
  readonly year: string;
};

/** The order of the parts, on screen, on paper and in the workbook. */
const ORDER = ["last_goal", "last_actions", "now", "hinders", "next_goal", "next_actions", "requests"] as const;
const HEAD = ["kind", "prefecture", "name", "year"] as const;
const MOST_LINES = 200;

export function emptyWorksheet(): Worksheet {
  return readValue({});
}

/** A value from outside as a worksheet: known fields, cleaned; refused if it says it is something else. */
export function readWorksheet(value: unknown): Result<Worksheet> {
  if (!isBag(value) || typeof value["format"] !== "string" || !value["format"].startsWith("kyogikai-worksheet/")) {
    return refused("notOurs");
  }
  if (value["format"] !== WORKSHEET_FORMAT) return refused("unknownFormat", value["format"].slice(0, 60));
  return { ok: true, value: readValue(value) };
}

function readValue(value: Readonly<Record<string, unknown>>): Worksheet {
  const text = (key: string) => (typeof value[key] === "string" ? cleanText(value[key] as string) : "");
  const lines = (key: string) => (Array.isArray(value[key]) ? (value[key] as unknown[]).slice(0, MOST_LINES).filter(isBag).map(toLine) : []);
  return {
    format: WORKSHEET_FORMAT,
    kind: isSubjectKind(value["kind"]) ? value["kind"] : "municipality",
    prefecture: cleanLine(text("prefecture")), name: cleanLine(text("name")), year: cleanLine(text("year")),
    last_goal: text("last_goal"), now: text("now"), hinders: text("hinders"), next_goal: text("next_goal"),
    last_actions: lines("last_actions"), next_actions: lines("next_actions"), requests: lines("requests"),
  };
}

export function toLine(value: Readonly<Record<string, unknown>>): Line {
  const text = (key: string) => (typeof value[key] === "string" ? (value[key] as string) : "");
  return {
    text: cleanText(text("text")), owner: cleanLine(text("owner")), due: normaliseDue(text("due")), status: normaliseStatus(text("status")),
  };
}

/** Last year's record: its goals and actions become what was planned. What was written already stays. */
export function withLastYear(sheet: Worksheet, { plan }: ResultFile): Worksheet {
  const goals = plan.goals.map((goal) => goal.text).join("\n");
  return {
    ...sheet,
    last_goal: joined(sheet.last_goal, goals),
    last_actions: [...sheet.last_actions, ...plan.actions.map(({ text, owner, due, status }) => ({ text, owner, due, status }))],
  };
}

/** This year's record: how things stand in words, what to talk about, and the plan as next year's. */
export function withThisYear(sheet: Worksheet, record: ResultFile, checklist: ChecklistData): Worksheet {
  const { plan, subject } = record;
  return {
    ...sheet,
    kind: subject.kind, prefecture: sheet.prefecture || subject.prefecture, name: sheet.name || subject.name,
    now: joined(sheet.now, stateInWords(record, checklist)),
    next_goal: joined(sheet.next_goal, plan.goals.map((goal) => goal.text).join("\n")),
    next_actions: [...sheet.next_actions, ...plan.actions.filter((action) => action.status !== "done").map(({ text, owner, due }) => ({ text, owner, due, status: "" }))],
    requests: [...sheet.requests, ...plan.requests.map(({ text, to }) => ({ text, owner: to, due: "", status: "" }))],
  };
}

/** Domain by domain with its denominator, then the items to talk about. No sum, no score. */
function stateInWords(record: ResultFile, checklist: ChecklistData): string {
  const domains = score(record, checklist, "agreed").domains.map(({ title, levels, answered, total }) => {
    const counts = levels.filter(({ count }) => count > 0).map(({ label, count }) => `${label} ${count}`).join("、");
    return MESSAGES.worksheet.domain(title, total, answered, counts);
  });
  const talk = discuss(record, checklist, 5, "agreed").map(({ item }) => `・${item.text}`);
  return [...domains, ...(talk.length > 0 ? [MESSAGES.worksheet.talk, ...talk] : [])].join("\n");
}

function joined(before: string, after: string): string {
  return [before, after].filter((text) => text !== "").join("\n");
}

/** The worksheet as a table: one row for each text, goal, action and request. */
export function worksheetTable(sheet: Worksheet): Table {
  const labels = MESSAGES.worksheet.parts;
  const head = HEAD.map((key) => [key, labels[key], sheet[key], "", "", ""]);
  const body = ORDER.flatMap((part): string[][] => {
    const value = sheet[part];
    if (typeof value === "string") return [[part, labels[part], value, "", "", ""]];
    const lines = value.length > 0 ? value : [toLine({})];
    return lines.map(({ text, owner, due, status }) => [part, labels[part], text, owner, due, statusLabel(status)]);
  });
  return {
    name: MESSAGES.worksheet.sheet, fixed: 0, widths: [16, 26, 70, 24, 16, 14], hidden: [0],
    header: Object.values(MESSAGES.worksheet.columns), rows: [...head, ...body],
  };
}

/** Rows of a workbook back to a worksheet: columns by name, rows by their id; others are left out. */
export function readWorksheetRows(rows: readonly Row[]): Result<Worksheet> {
  const columns = MESSAGES.worksheet.columns;
  const at = rows.findIndex((row) => holdsAll(row, [columns.id, columns.text]));
  if (at < 0) return refused("noTable");
  const places = placesOf(columnsOf(rows[at] ?? []), columns);
  const value: Record<string, unknown> = {};
  for (const row of rows.slice(at + 1)) {
    const cells = pickCells(row, places);
    const id = cells.id.trim();
    if ((LIST_PARTS as readonly string[]).includes(id)) {
      const line = toLine(cells);
      if (line.text || line.owner || line.due) value[id] = [...((value[id] as unknown[] | undefined) ?? []), line];
    } else if (typeof value[id] === "string") value[id] = joined(value[id] as string, cells.text);
    else value[id] = cells.text;
  }
  return { ok: true, value: readValue(value) };
}

export function statusLabel(status: string): string {
  return (STATUS_LABELS as Readonly<Record<string, string>>)[status] ?? status;
}
