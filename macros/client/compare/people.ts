/**
 * Several respondents at one time: where their answers differ. Nothing is averaged.
 *
 * The spread of an item is the distance between the highest and the lowest level among those who answered
 * with a level; 未回答, わからない, 該当しない and 今は取り組まない stand beside it and are never the lowest.
 */

import { placedItems, standing } from "../scoring";
import type { Placed, Standing } from "../scoring";
import type { ChecklistData, ResultFile } from "../types";

/** One respondent in the comparison. `label` is what the page calls them. */
export interface Voice {
  readonly id: string;
  readonly label: string;
  readonly record: ResultFile;
}

/** differ: levels differ; same: all levels are one; few: fewer than two answered with a level. */
export type Agreement = "differ" | "same" | "few";

export interface ItemVoices extends Placed {
  /** In the order of the voices. */
  readonly standings: readonly Standing[];
  readonly agreement: Agreement;
  /** Steps between the highest and the lowest level; null where fewer than two answered. */
  readonly spread: number | null;
  /** How many answered otherwise than most: settles ties of `spread`. */
  readonly differing: number;
}

/** Every item with where each voice stands, in the checklist's order. */
export function compareVoices(voices: readonly Voice[], checklist: ChecklistData): readonly ItemVoices[] {
  return placedItems(checklist).map((placed) => {
    const standings = voices.map(({ record }) => standing(record, checklist, placed.item.id));
    const ranks = standings.flatMap((one) => (one.kind === "answered" ? [one.rank] : []));
    if (ranks.length < 2) return { ...placed, standings, agreement: "few", spread: null, differing: 0 };
    const spread = Math.max(...ranks) - Math.min(...ranks);
    return { ...placed, standings, agreement: spread > 0 ? "differ" : "same", spread, differing: ranks.length - largestGroup(ranks) };
  });
}

function largestGroup(ranks: readonly number[]): number {
  return Math.max(...ranks.map((rank) => ranks.filter((other) => other === rank).length));
}

/** The largest spread first; then who stands against most; then the checklist's order. What cannot be compared is last. */
export function bySpread(items: readonly ItemVoices[]): readonly ItemVoices[] {
  return [...items].sort((a, b) => (b.spread ?? -1) - (a.spread ?? -1) || b.differing - a.differing || a.order - b.order);
}

export function countAgreement(items: readonly ItemVoices[]): Readonly<Record<Agreement, number>> {
  const count = (agreement: Agreement) => items.filter((item) => item.agreement === agreement).length;
  return { differ: count("differ"), same: count("same"), few: count("few") };
}
