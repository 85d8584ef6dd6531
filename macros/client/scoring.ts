/**
 * Distributions. There is no overall score: the counts are the result, each with its denominator.
 * 未回答 is never the lowest level; わからない, 該当しない and 今は取り組まない stand beside the levels.
 */

import { effectiveAnswer } from "./answers";
import type { ChecklistData, ChecklistDomain, ChecklistItem, ResultFile, ScaleLevel } from "./types";

/** Whose answer counts: the respondent's, or what the meeting agreed on where it did. */
export type Basis = "own" | "agreed";

/** What one item counts as. A level the scale does not know counts as unanswered; migration lists it. */
export type Standing =
  | { readonly kind: "answered"; readonly level: ScaleLevel; readonly rank: number }
  | { readonly kind: "unanswered" | "unknown" | "not_applicable" | "deferred" };

export interface LevelCount {
  readonly id: string;
  readonly label: string;
  readonly count: number;
}

export interface Distribution {
  /** All items of the part. */
  readonly total: number;
  /** Items with a level: the denominator of every `levels[].count`. */
  readonly answered: number;
  /** Items that somebody has dealt with, in whatever way: `total` less `unanswered`. */
  readonly handled: number;
  readonly levels: readonly LevelCount[];
  readonly unanswered: number;
  readonly unknown: number;
  readonly not_applicable: number;
  readonly deferred: number;
}

export interface DomainDistribution extends Distribution {
  readonly id: string;
  readonly title: string;
}

export interface Scores {
  readonly overall: Distribution;
  readonly domains: readonly DomainDistribution[];
}

/** What `item` counts as. `rank` is 0 for the highest level. */
export function standing(
  record: ResultFile,
  checklist: ChecklistData,
  itemId: string,
  basis: Basis = "own",
): Standing {
  const answer = effectiveAnswer(record, itemId, basis);
  if (answer.state === undefined) return { kind: "unanswered" };
  if (answer.state !== "answered") return { kind: answer.state };
  const rank = checklist.scale.levels.findIndex((level) => level.id === answer.level);
  const level = checklist.scale.levels[rank];
  return level ? { kind: "answered", level, rank } : { kind: "unanswered" };
}

/** The distribution over some items. */
export function distribution(
  record: ResultFile,
  checklist: ChecklistData,
  items: readonly ChecklistItem[],
  basis: Basis = "own",
): Distribution {
  const standings = items.map((item) => standing(record, checklist, item.id, basis));
  const count = (kind: Standing["kind"]) => standings.filter((one) => one.kind === kind).length;
  const levels = checklist.scale.levels.map(({ id, label }) => {
    return { id, label, count: standings.filter((one) => one.kind === "answered" && one.level.id === id).length };
  });
  return {
    total: items.length,
    answered: count("answered"),
    handled: items.length - count("unanswered"),
    levels,
    unanswered: count("unanswered"),
    unknown: count("unknown"),
    not_applicable: count("not_applicable"),
    deferred: count("deferred"),
  };
}

/** The distributions of every domain and of the whole. */
export function score(record: ResultFile, checklist: ChecklistData, basis: Basis = "own"): Scores {
  const domains = checklist.domains.map((domain) => {
    return { id: domain.id, title: domain.title, ...distribution(record, checklist, domain.items, basis) };
  });
  return { overall: distribution(record, checklist, allItems(checklist), basis), domains };
}

/** A level's share of the answered items in per cent, rounded; null where nothing is answered. */
export function share(count: number, answered: number): number | null {
  return answered === 0 ? null : Math.round((count / answered) * 100);
}

export function allItems(checklist: ChecklistData): readonly ChecklistItem[] {
  return checklist.domains.flatMap((domain) => domain.items);
}

export interface Placed {
  readonly item: ChecklistItem;
  readonly domain: ChecklistDomain;
  /** Place in the checklist, from 0: settles ties, so that the same answers give the same list. */
  readonly order: number;
}

/** Every item with its domain, in the checklist's order. */
export function placedItems(checklist: ChecklistData): readonly Placed[] {
  const pairs = checklist.domains.flatMap((domain) => domain.items.map((item) => ({ item, domain })));
  return pairs.map((pair, order) => ({ ...pair, order }));
}
