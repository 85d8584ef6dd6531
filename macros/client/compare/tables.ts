/** The comparison as plain tables, for a workbook or CSV. What is hidden on the screen is hidden here too. */

import { answerLabel, levelLabel } from "../files/labels";
import type { Table } from "../files/table";
import { STATE_LABELS, UNANSWERED_LABEL } from "../files/sheet";
import { formatDate } from "../dates";
import * as MESSAGES from "../messages";
import { compareUnits } from "../text";
import type { Answer, ChecklistData } from "../types";
import type { AgreedMap } from "./agreement";
import { bySpread, compareVoices } from "./people";
import type { Voice } from "./people";
import type { Cell, Column, ItemYears } from "./years";

const WORDS = MESSAGES.compare.table;
/** What a respondent wrote for others. */
export const SHOWN_TEXTS = ["reason", "evidence", "note_shared"] as const;
export type ShownText = (typeof SHOWN_TEXTS)[number];

export interface VoiceNote {
  /** "" where nobody is to be known. */
  readonly owner: string;
  readonly field: ShownText;
  readonly text: string;
}

/** The notes of all voices on an item. With `hidden` they bear no owner and stand in the order of their words. */
export function notesOn(voices: readonly Voice[], itemId: string, hidden: boolean): readonly VoiceNote[] {
  const notes = voices.flatMap(({ label, record }) => {
    const answer: Answer = record.answers[itemId] ?? {};
    return SHOWN_TEXTS.flatMap((field) => (answer[field] ? [{ owner: hidden ? "" : label, field, text: answer[field] }] : []));
  });
  return hidden ? [...notes].sort((a, b) => compareUnits(a.text, b.text)) : notes;
}

export function peopleTable(
  voices: readonly Voice[],
  checklist: ChecklistData,
  agreed: AgreedMap,
  hidden: boolean,
  numberOf: (id: string) => string,
): Table {
  const header = [WORDS.number, WORDS.item, WORDS.spread, ...voices.map(({ label }) => label), WORDS.agreed, WORDS.reason, WORDS.notes, WORDS.id];
  const rows = bySpread(compareVoices(voices, checklist)).map(({ item, spread }) => {
    const one = agreed[item.id];
    const answers = voices.map(({ record }) => answerLabel(record.answers[item.id] ?? {}, checklist) || UNANSWERED_LABEL);
    const notes = notesOn(voices, item.id, hidden).map(({ owner, field, text }) => WORDS.note(owner, field, text)).join("\n");
    const distance = spread === null ? WORDS.few : WORDS.steps(spread);
    return [numberOf(item.id), item.text, distance, ...answers, levelLabel(one?.level ?? "", checklist), one?.reason ?? "", notes, item.id];
  });
  const widths = [8, 48, 12, ...voices.map(() => 20), 20, 32, 48, 30];
  return { name: WORDS.people, header, rows, widths, fixed: 2, hidden: [header.length - 1] };
}

export function yearsTable(
  items: readonly ItemYears[],
  titles: readonly string[],
  numberOf: (id: string) => string,
): Table {
  const header = [WORDS.number, WORDS.item, ...titles, WORDS.change, WORDS.id];
  const rows = items.map(({ item, cells, change }) => {
    return [numberOf(item.id), item.text, ...cells.map(cellWord), MESSAGES.compare.changes[change], item.id];
  });
  const widths = [8, 48, ...titles.map(() => 22), 24, 30];
  return { name: WORDS.years, header, rows, widths, fixed: 2, hidden: [header.length - 1] };
}

/** A column's heading: its label and day. */
export function columnTitle({ label, date }: Pick<Column, "label" | "date">): string {
  const day = date ? formatDate(date) : WORDS.noDate;
  return label ? `${label}　${day}` : day;
}

export function cellWord(cell: Cell): string {
  if (cell.kind === "answered") return cell.level.label;
  if (cell.kind === "unanswered") return UNANSWERED_LABEL;
  return cell.kind === "not_asked" ? WORDS.notAsked : STATE_LABELS[cell.kind];
}
