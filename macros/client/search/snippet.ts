/** The part of a text that answers best, with the words marked that were found. */

import { pairAt } from "./bigrams";
import type { Query } from "./query";
import { foldWithPlaces, isKana } from "./spelling";

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Kana alone are marked from this length on: が and に are everywhere. */
const SHORTEST_KANA = 3;
const BEFORE = 18;

/** Weight of each pair that the query looks for. */
export function wanted(query: Query): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const add = (text: string, weight: number): void => {
    for (let at = 0; at + 1 < text.length; at += 1) found.set(pairAt(text, at), Math.max(weight, found.get(pairAt(text, at)) ?? 0));
  };
  for (const { spellings, weight } of query.units) for (const { text, worth } of spellings) add(text, (worth * weight) / Math.max(1, text.length - 1));
  return found;
}

/** The whole text, parted where the marks begin and end. */
export function marked(text: string, pairs: ReadonlyMap<number, number>): Piece[] {
  return pieces(text, 0, text.length, places(text, pairs));
}

/** At most `length` characters of the text around the best place, parted like `marked`; `…` where something is left out. */
export function snippet(text: string, pairs: ReadonlyMap<number, number>, length: number): Piece[] {
  const found = places(text, pairs);
  if (text.length <= length) return pieces(text, 0, text.length, found);
  const start = sentenceStart(text, bestStart(found, text.length, length), length);
  const end = Math.min(text.length, start + length);
  const cut = pieces(text, start, end, found);
  if (start > 0) cut.unshift({ text: "…", marked: false });
  if (end < text.length) cut.push({ text: "…", marked: false });
  return cut;
}

/** For each character of the original: the weight of what was found there, 0 for nothing. */
function places(text: string, pairs: ReadonlyMap<number, number>): Float64Array {
  const folded = foldWithPlaces(text);
  const hits = new Float64Array(folded.text.length);
  for (let at = 0; at + 1 < hits.length; at += 1) {
    const weight = pairs.get(pairAt(folded.text, at));
    if (weight) for (const i of [at, at + 1]) hits[i] = Math.max(hits[i]!, weight);
  }
  dropShortKana(folded.text, hits);
  const found = new Float64Array(text.length);
  for (let i = 0; i < hits.length; i += 1) {
    if (!hits[i]) continue;
    // What folding left out between two marked characters (brackets, long marks) is marked with them.
    const next = hits[i + 1] ? folded.from[i + 1] ?? text.length : (folded.from[i] ?? 0) + 1;
    found.fill(hits[i]!, folded.from[i] ?? 0, Math.max(next, (folded.from[i] ?? 0) + 1));
    if (text[(folded.from[i] ?? 0) + 1] === "ー") found[(folded.from[i] ?? 0) + 1] = hits[i]!;
  }
  return found;
}

function dropShortKana(text: string, hits: Float64Array): void {
  let start = 0;
  while (start < hits.length) {
    let end = start;
    while (end < hits.length && hits[end]) end += 1;
    const stretch = text.slice(start, end);
    if (stretch.length < SHORTEST_KANA && [...stretch].every(isKana)) hits.fill(0, start, end);
    start = end + 1;
  }
}

function bestStart(found: Float64Array, size: number, length: number): number {
  let sum = 0;
  let best = 0;
  let most = -1;
  for (let end = 0; end < size; end += 1) {
    sum += found[end]!;
    if (end >= length) sum -= found[end - length]!;
    if (sum > most + 1e-9) {
      most = sum;
      best = end - length + 1;
    }
  }
  const window = Math.max(0, best);
  const first = found.findIndex((weight, place) => place >= window && weight > 0);
  return first < 0 ? 0 : first;
}

/** Begin where the sentence begins if that is near, else a little before the mark. */
function sentenceStart(text: string, first: number, length: number): number {
  const start = text.lastIndexOf("。", first - 1) + 1;
  const near = first - start <= length / 2 ? start : Math.max(0, first - BEFORE);
  return Math.max(0, Math.min(near, text.length - length));
}

function pieces(text: string, start: number, end: number, found: Float64Array): Piece[] {
  const out: Piece[] = [];
  let from = start;
  for (let at = start + 1; at <= end; at += 1) {
    if (at === end || (found[at]! > 0) !== (found[from]! > 0)) {
      out.push({ text: text.slice(from, at), marked: found[from]! > 0 });
      from = at;
    }
  }
  return out;
}
