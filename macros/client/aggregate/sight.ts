/**
 * What may be seen: the one place from which screen, paper and files take councils and their answers.
 * In anonymous display names, notes and everything that tells a council apart are not in it at all.
 */

import * as MESSAGES from "../messages";
import { allItems } from "../scoring";
import type { ChecklistData, Request } from "../types";
import { SMALLEST_GROUP, pseudonyms, releasable } from "./anonymity";
import { cellOf } from "./cells";
import type { Column } from "./councils";

export interface Note {
  readonly kind: "reason" | "note_shared" | "agreed";
  readonly text: string;
}

export interface SightColumn {
  readonly key: string;
  readonly label: string;
  /** "" where nobody gave one, and in anonymous display. */
  readonly size: string;
  readonly cells: Int8Array;
  /** Kept back as a whole: every cell is `withheld`. */
  readonly withheld: boolean;
  readonly requests: readonly Request[];
  readonly notes: (itemId: string) => readonly Note[];
}

export interface Filter {
  readonly size: string;
  readonly prefecture: string;
  readonly role: string;
}

export const NO_FILTER: Filter = { size: "", prefecture: "", role: "" };

export interface Sight {
  readonly checklist: ChecklistData;
  readonly anonymous: boolean;
  readonly columns: readonly SightColumn[];
  /** Size classes that may be chosen. */
  readonly sizes: readonly string[];
  /** Fewer than five councils: nothing of them is shown. */
  readonly tooFew: boolean;
}

export interface SightOptions {
  readonly anonymous: boolean;
  readonly filter: Filter;
  /** Council → size class. */
  readonly sizes: Readonly<Record<string, string>>;
  /** A lot between 0 and 1 for each file, kept as long as the page is open. */
  readonly lot: (id: string) => number;
}

export function sightOf(checklist: ChecklistData, columns: readonly Column[], options: SightOptions): Sight {
  return options.anonymous ? anonymousSight(checklist, columns, options) : openSight(checklist, columns, options);
}

function openSight(checklist: ChecklistData, columns: readonly Column[], { filter, sizes }: SightOptions): Sight {
  const sizeOf = (column: Column) => sizes[column.council] ?? "";
  const shown = columns.filter((column) => {
    const { subject, respondent } = column.entry.record;
    const fits = (wanted: string, found: string) => wanted === "" || wanted === found;
    return fits(filter.size, sizeOf(column)) && fits(filter.prefecture, subject.prefecture) && fits(filter.role, respondent.role);
  });
  return {
    checklist, anonymous: false, tooFew: false,
    sizes: [...new Set(columns.map(sizeOf))].filter((size) => size !== ""),
    columns: shown.map((column) => ({
      key: column.entry.id, label: column.label, size: sizeOf(column), cells: column.entry.cells, withheld: false,
      requests: column.entry.record.plan.requests, notes: (itemId) => notesOf(column, itemId),
    })),
  };
}

function notesOf({ entry: { record } }: Column, itemId: string): readonly Note[] {
  const answer = record.answers[itemId];
  const notes: readonly Note[] = [
    { kind: "reason", text: answer?.reason ?? "" },
    { kind: "note_shared", text: answer?.note_shared ?? "" },
    { kind: "agreed", text: record.agreed[itemId]?.reason ?? "" },
  ];
  return notes.filter((note) => note.text !== "");
}

/**
 * Councils that share a version with fewer than four others could be told by the items they were not
 * asked: they are withheld and not counted. What is left is shown from five councils on. Of the filters
 * only the size class works, and only where `releasable` lets it.
 */
function anonymousSight(checklist: ChecklistData, columns: readonly Column[], { filter, sizes, lot }: SightOptions): Sight {
  const versions = tally(columns, (column) => column.entry.version);
  const counted = columns.filter((column) => (versions.get(column.entry.version) ?? 0) >= SMALLEST_GROUP);
  const tooFew = counted.length < SMALLEST_GROUP;
  const sizeOf = (column: Column) => sizes[column.council] ?? "";
  const free = releasable(tally(counted, sizeOf));
  const chosen = filter.size !== "" && free.has(filter.size);
  const shown = tooFew ? [] : counted.filter((column) => !chosen || sizeOf(column) === filter.size);
  const hidden = tooFew ? columns : chosen ? [] : columns.filter((column) => !counted.includes(column));
  const number = pseudonyms(columns.map((column) => column.entry.id), lot);
  const toSight = (withheld: boolean) => (column: Column): SightColumn => {
    const own = number.get(column.entry.id) ?? 0;
    return {
      key: `a${own}`, label: MESSAGES.block.pseudonym(own), size: "", withheld,
      cells: withheld ? Int8Array.from(allItems(checklist), () => cellOf("withheld")) : column.entry.cells,
      requests: withheld ? [] : column.entry.record.plan.requests, notes: () => [],
    };
  };
  const all = [...shown.map(toSight(false)), ...hidden.map(toSight(true))];
  const rank = (column: SightColumn) => Number(column.key.slice(1));
  return {
    checklist, anonymous: true, tooFew,
    columns: all.sort((a, b) => rank(a) - rank(b)),
    sizes: [...free].filter((size) => size !== ""),
  };
}

function tally(columns: readonly Column[], keyOf: (column: Column) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const column of columns) counts.set(keyOf(column), (counts.get(keyOf(column)) ?? 0) + 1);
  return counts;
}
