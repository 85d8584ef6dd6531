/** The hand-over in words: sections of lines, the same for the workbook's first sheet and for paper. */

import { isIsoDate, formatDate } from "../dates";
import type { Cover } from "../files/grids";
import { levelLabel } from "../files/labels";
import { STATE_LABELS, STATUS_LABELS } from "../files/sheet";
import * as MESSAGES from "../messages";
import { allItems } from "../scoring";
import type { Action, ChecklistData, ResultFile } from "../types";
import { handover } from "./handover";
import { cellWord, columnTitle } from "./tables";

const WORDS = MESSAGES.handover;

export interface HandoverSection {
  readonly id: "first" | "open" | "goals" | "requests" | "changes" | "agreed" | "closed";
  readonly title: string;
  /** Each line: what it is about (a number, a person), then the text and what belongs to it. */
  readonly lines: readonly (readonly string[])[];
}

/** The sections in reading order; a section with nothing in it has no line. */
export function tellHandover(record: ResultFile, checklist: ChecklistData, numberOf: (id: string) => string): readonly HandoverSection[] {
  const pack = handover(record, checklist);
  const since = pack.since ? WORDS.changes(columnTitle(pack.since)) : WORDS.noSnapshot;
  return [
    { id: "first", title: WORDS.first, lines: pack.first.map(({ item, standing }) => {
      const step = standing.kind === "answered" ? item.next_steps[standing.level.id] : undefined;
      const word = standing.kind === "answered" ? standing.level.label : STATE_LABELS.unknown;
      return [numberOf(item.id), item.text, word, ...(step ? [WORDS.step(step)] : [])];
    }) },
    { id: "open", title: WORDS.open, lines: pack.open.map((action) => actionLine(action, numberOf)) },
    { id: "goals", title: WORDS.goals, lines: pack.goals.map(({ text, due }) => ["", text, day(due)]) },
    { id: "requests", title: WORDS.requests, lines: pack.requests.map(({ text, to, items }) => [tied(items, numberOf), text, to]) },
    { id: "changes", title: since, lines: pack.changes.map(({ item, cells, change }) => {
      const [before = "", after = ""] = cells.map(cellWord);
      return [numberOf(item.id), item.text, WORDS.change(MESSAGES.compare.changes[change], before, after)];
    }) },
    { id: "agreed", title: WORDS.agreed, lines: allItems(checklist).flatMap(({ id, text }) => {
      const one = record.agreed[id];
      return one ? [[numberOf(id), text, levelLabel(one.level, checklist), one.reason]] : [];
    }) },
    { id: "closed", title: WORDS.closed, lines: pack.closed.map((action) => actionLine(action, numberOf)) },
  ];
}

/** The sections as the first sheet of a workbook. */
export function handoverCover(record: ResultFile, checklist: ChecklistData, numberOf: (id: string) => string): Cover {
  const who = [record.subject.prefecture + record.subject.name, record.date && formatDate(record.date)].filter(Boolean).join("　");
  const body = tellHandover(record, checklist, numberOf).flatMap(({ title, lines }) => {
    return [[], [title], ...(lines.length > 0 ? lines : [["", WORDS.none]])];
  });
  return { name: WORDS.sheet, rows: [[WORDS.title(checklist.title, who)], ["", WORDS.rest], ...body] };
}

function actionLine({ text, owner, due, status, items }: Action, numberOf: (id: string) => string): readonly string[] {
  const word = (STATUS_LABELS as Readonly<Record<string, string>>)[status] ?? status;
  return [tied(items, numberOf), text, owner, [day(due), word].filter(Boolean).join("・")];
}

function day(due: string): string {
  return isIsoDate(due) ? formatDate(due) : due;
}

function tied(items: readonly string[], numberOf: (id: string) => string): string {
  return items.map(numberOf).join("、");
}
