/**
 * 「まず話し合いたい項目」 and 「うまくいっていること」.
 *
 * The rule is simple enough to be told on the page: the lower the level and the heavier the item, the
 * earlier it comes; at most two of one domain, so that one topic does not fill the meeting.
 */

import * as MESSAGES from "./messages";
import { placedItems, standing } from "./scoring";
import type { Basis, Placed, Standing } from "./scoring";
import type { ChecklistData, ChecklistDomain, ChecklistItem, ResultFile } from "./types";

export interface Pick {
  readonly item: ChecklistItem;
  readonly domain: ChecklistDomain;
  readonly standing: Standing;
  /** Why this item: full sentences for the page. */
  readonly reasons: readonly string[];
}

interface Candidate extends Placed {
  readonly standing: Standing;
  readonly points: number;
  readonly targeted: boolean;
}

const PER_DOMAIN = 2;
/** わからない is worth finding out, but after what is known to be difficult. */
const UNKNOWN_SEVERITY = 1;
const HEAVY = 3;

/** The items to talk about first, at most `max`, each with its reasons. */
export function discuss(record: ResultFile, checklist: ChecklistData, max = 5, basis: Basis = "own"): readonly Pick[] {
  const candidates = candidatesOf(record, checklist, basis).filter((one) => needsTalk(one.standing, checklist));
  return spread(candidates, max).map((one) => toPick(one, discussReasons(one)));
}

/** What is going well: the highest levels first, heavier items first, spread over the domains. */
export function goingWell(record: ResultFile, checklist: ChecklistData, max = 5, basis: Basis = "own"): readonly Pick[] {
  const upper = Math.floor(checklist.scale.levels.length / 2);
  const candidates = candidatesOf(record, checklist, basis).flatMap((one) => {
    if (one.standing.kind !== "answered" || one.standing.rank >= upper) return [];
    return [{ ...one, points: (upper - one.standing.rank) * 10 + one.item.weight, targeted: false }];
  });
  return spread(candidates, max).map((one) => toPick(one, wellReasons(one)));
}

function candidatesOf(record: ResultFile, checklist: ChecklistData, basis: Basis): readonly Candidate[] {
  return placedItems(checklist).map((placed) => {
    const stands = standing(record, checklist, placed.item.id, basis);
    const severity = stands.kind === "answered" ? stands.rank : UNKNOWN_SEVERITY;
    const target = record.answers[placed.item.id]?.target;
    const targetRank = checklist.scale.levels.findIndex((level) => level.id === target);
    const targeted = stands.kind === "answered" && targetRank >= 0 && targetRank < stands.rank;
    return { ...placed, standing: stands, points: severity * placed.item.weight, targeted };
  });
}

/** The lower half of the scale, and わからない. 未回答 is no reason to talk: it has its own list. */
function needsTalk(stands: Standing, checklist: ChecklistData): boolean {
  if (stands.kind === "answered") return stands.rank >= checklist.scale.levels.length / 2;
  return stands.kind === "unknown";
}

/** Best first, at most PER_DOMAIN of a domain; the limit falls only when nothing else is left. */
function spread(candidates: readonly Candidate[], max: number): readonly Candidate[] {
  const chosen: Candidate[] = [];
  const taken = (one: Candidate) => chosen.filter((other) => other.domain.id === one.domain.id).length;
  let limit = PER_DOMAIN;
  while (chosen.length < Math.min(max, candidates.length)) {
    const left = candidates.filter((one) => !chosen.includes(one) && taken(one) < limit);
    const best = left.sort((a, b) => compare(a, b, taken))[0];
    if (best) chosen.push(best);
    else limit = Number.POSITIVE_INFINITY;
  }
  return chosen;
}

function compare(a: Candidate, b: Candidate, taken: (one: Candidate) => number): number {
  return (
    b.points - a.points || Number(b.targeted) - Number(a.targeted) || taken(a) - taken(b) || a.order - b.order
  );
}

function toPick({ item, domain, standing: stands }: Candidate, reasons: readonly string[]): Pick {
  return { item, domain, standing: stands, reasons };
}

function discussReasons({ item, standing: stands, targeted }: Candidate): readonly string[] {
  return [
    stands.kind === "answered" ? MESSAGES.discuss.level(stands.level.label) : MESSAGES.discuss.unknown,
    ...(item.weight >= HEAVY ? [MESSAGES.discuss.heavy] : []),
    ...(targeted ? [MESSAGES.discuss.targeted] : []),
    ...(item.ask_prefecture ? [MESSAGES.discuss.prefecture] : []),
  ];
}

function wellReasons({ item, standing: stands }: Candidate): readonly string[] {
  return [
    ...(stands.kind === "answered" ? [MESSAGES.discuss.level(stands.level.label)] : []),
    ...(item.weight >= HEAVY ? [MESSAGES.discuss.heavy] : []),
  ];
}
