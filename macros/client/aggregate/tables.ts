/** What the workbench shows, as tables for XLSX and CSV. All of it comes from a sight. */

import * as MESSAGES from "../messages";
import { STATE_LABELS, UNANSWERED_LABEL } from "../files/sheet";
import type { Table } from "../files/table";
import { placedItems } from "../scoring";
import type { ChecklistData } from "../types";
import type { AgendaEntry } from "./agenda";
import { BESIDE, kindOf } from "./cells";
import type { Beside, Cell } from "./cells";
import type { Entry } from "./entry";
import type { Desk } from "./manifest";
import { groupRequests } from "./requests";
import { addSpreads, distance, lowerHalf, spreadOf } from "./spread";
import type { Spread } from "./spread";
import type { Sight } from "./sight";

const WORDS = MESSAGES.block.tables;

export const BESIDE_LABELS: Readonly<Record<Beside, string>> = {
  unanswered: UNANSWERED_LABEL, ...STATE_LABELS, not_asked: MESSAGES.block.notAsked, withheld: MESSAGES.block.withheld,
};

/** The words of a cell. */
export function cellLabel(cell: Cell, checklist: ChecklistData): string {
  const kind = kindOf(cell);
  return kind === "answered" ? (checklist.scale.levels[cell]?.label ?? UNANSWERED_LABEL) : BESIDE_LABELS[kind];
}

/** Rows items, columns councils. */
export function matrixTable(sight: Sight, withSpreads = false): Table {
  const { checklist, columns } = sight;
  const levels = checklist.scale.levels.map((level) => level.label);
  const rows = numbered(checklist).map(({ number, item, domain, order }) => [
    item.id, number, domain.title, item.text,
    ...columns.map((column) => cellLabel(column.cells[order] ?? -1, checklist)),
    ...(withSpreads ? counts(spreadOf(sight, order)) : []),
  ]);
  const spreadHeader = withSpreads ? [...levels, ...BESIDE.map((kind) => BESIDE_LABELS[kind])].map(WORDS.countOf) : [];
  return {
    name: WORDS.matrix, fixed: 4, hidden: [0], widths: [30, 8, 20, 50, 18],
    header: [WORDS.itemId, WORDS.number, WORDS.domain, WORDS.item, ...columns.map((column) => column.label), ...spreadHeader], rows,
  };
}

/** The distributions of the items, then of the domains. */
export function spreadTable(sight: Sight): Table {
  const { checklist } = sight;
  const items = numbered(checklist).map(({ number, item, domain, order }) => {
    return line([item.id, number, domain.title, item.text], spreadOf(sight, order));
  });
  let at = 0;
  const domains = checklist.domains.map((domain, index) => {
    const spreads = domain.items.map(() => spreadOf(sight, at++));
    const sum = addSpreads(spreads, checklist.scale.levels.length);
    return [domain.id, index + 1, domain.title, WORDS.wholeDomain, ...counts(sum), sum.answered, lowerHalf(sum), ""];
  });
  const levels = checklist.scale.levels.map((level) => level.label);
  return {
    name: WORDS.spread, fixed: 4, hidden: [0], widths: [30, 8, 20, 50, 12],
    header: [
      WORDS.itemId, WORDS.number, WORDS.domain, WORDS.item, ...levels, ...BESIDE.map((kind) => BESIDE_LABELS[kind]),
      WORDS.answered, WORDS.lower, WORDS.distance,
    ],
    rows: [...items, ...domains],
  };
}

function line(head: readonly (string | number)[], spread: Spread): readonly (string | number)[] {
  const apart = distance(spread);
  return [...head, ...counts(spread), spread.answered, lowerHalf(spread), apart === null ? "" : Math.round(apart * 100) / 100];
}

function counts({ levels, beside }: Spread): readonly number[] {
  return [...levels, ...BESIDE.map((kind) => beside[kind])];
}

export function requestTable(sight: Sight): Table {
  const items = new Map(numbered(sight.checklist).map(({ item, number }) => [item.id, `${number} ${item.text}`]));
  const rows = groupRequests(sight).flatMap((group) => {
    const head = [group.itemId, items.get(group.itemId) ?? WORDS.noItem, group.councils] as const;
    const lines = group.lines.map(({ text, to, councils }) => [...head, text, councils.length, to, councils.filter((one) => one !== "").join("、")]);
    const rest = group.withheld > 0 ? [[...head, WORDS.withheldRequests(group.withheld), "", "", ""]] : [];
    return [...lines, ...rest];
  });
  return {
    name: WORDS.requests, fixed: 0, hidden: [0], widths: [30, 44, 12, 60, 12, 24, 50],
    header: [WORDS.itemId, WORDS.item, WORDS.councilsOfItem, WORDS.request, WORDS.councils, WORDS.to, WORDS.names], rows,
  };
}

export function agendaTable(agenda: readonly AgendaEntry[]): Table {
  return {
    name: WORDS.agenda, fixed: 0, widths: [6, 60, 10, 60],
    header: [WORDS.order, WORDS.title, WORDS.minutes, WORDS.memo],
    rows: agenda.map(({ title, minutes, memo }, at) => [at + 1, title, minutes, memo]),
  };
}

/** 3-2, as people call the items. */
export function numbered(checklist: ChecklistData) {
  const places = checklist.domains.flatMap((domain, at) => domain.items.map((_, index) => `${at + 1}-${index + 1}`));
  return placedItems(checklist).map((placed) => ({ ...placed, number: places[placed.order] ?? "" }));
}

/** What was read and what was not, file by file. Not for anonymous display. */
export function fileTable(desk: Desk, lines: readonly FileLine[]): Table {
  const read = lines.map(({ entry, state }) => {
    const { subject, date } = entry.record;
    return [entry.file, state, subject.name, subject.prefecture, entry.version, date, entry.doubts.join("\n")];
  });
  const refused = desk.refused.map(({ file, what, todo }) => [file, WORDS.refused, "", "", "", "", `${what}${todo}`]);
  return {
    name: WORDS.files, fixed: 1, widths: [44, 26, 20, 14, 10, 14, 70],
    header: [WORDS.file, WORDS.state, WORDS.council, WORDS.prefecture, WORDS.version, WORDS.date, WORDS.about],
    rows: [...read, ...refused],
  };
}

export interface FileLine {
  readonly entry: Entry;
  /** Used, left out, or waiting for an answer: words of the page. */
  readonly state: string;
}
