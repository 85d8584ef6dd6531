/** Measures the documents by a query and puts the best first. */

import { gramsOf, pairAt, pairsOf, type Index, type Pairs, type Texts } from "./bigrams";
import { likeness, sentencesLike } from "./likeness";
import type { Query, Spelling, Unit } from "./query";
import { TUNING } from "./tuning";

const RESCORED = 120;

export interface Hit {
  readonly document: number;
  readonly score: number;
  /** How much of the query was found, from 0 to 1. */
  readonly found: number;
  /** True if the query is one of its names. */
  readonly named: boolean;
  /** How like the title is to the query, from 0 to 1. */
  readonly likeness: number;
}

/** What the ranking knows of each kind of document besides its texts. */
export interface Prior {
  /** Factor of the score. */
  readonly worth: number;
  /** True if it answers what something is. */
  readonly explains: boolean;
  /** True if it is about one word. */
  readonly defines: boolean;
  /** True if it answers a question, or helps where something goes wrong. */
  readonly answers?: boolean;
  readonly helps?: boolean;
}

/** Documents that have something of the query, the best first. */
export function rank(query: Query, index: Index, priors: readonly Prior[]): Hit[] {
  if (!query.mass) return [];
  const scores = new Float64Array(index.texts.length);
  for (const { pair, weight } of query.loose) addPair(scores, index, pair, weight * TUNING.loose);
  const shares = query.units.map((unit) => addUnit(scores, unit, index));
  const sought = { query, asked: spelledOut(query).map((spelling) => ({ ...spelling, pairs: pairsOf(spelling.text) })), alike: query.sentence ? sentencesLike(gramsOf(query.text), index, query.asks ? TUNING.jointlyAsked : TUNING.jointly) : null };
  addSentences(scores, sought);
  return best(scores, RESCORED)
    .map(([document, first]) => rescored(document, first, sought, index, priors[document], shares.map((share) => share[document]!)))
    .sort((a, b) => b.score - a.score || a.document - b.document);
}

function addPair(scores: Float64Array, index: Index, pair: number, weight: number): void {
  const found = index.postings.get(pair);
  if (!found) return;
  for (let i = 0; i < found.documents.length; i += 1) {
    const frequency = found.weights[i]!;
    scores[found.documents[i]!]! += (weight * frequency) / (frequency + TUNING.half);
  }
}

/** Add what each document has of a unit; returns how completely it has one of its spellings, from 0 to 1. */
function addUnit(scores: Float64Array, unit: Unit, index: Index): Float64Array {
  const most = new Float64Array(scores.length);
  const complete = new Float64Array(scores.length);
  for (const { text, worth } of unit.spellings) {
    const { shares, has } = sharesOf(text, index, scores.length);
    for (let i = 0; i < most.length; i += 1) {
      if (!has[i]) continue;
      most[i] = Math.max(most[i]!, worth * shares[i]! ** TUNING.whole);
      complete[i] = Math.max(complete[i]!, worth * has[i]! ** TUNING.complete);
    }
  }
  for (let i = 0; i < most.length; i += 1) scores[i]! += unit.weight * most[i]!;
  return complete;
}

/** For each document, from 0 to 1: how weighty the pairs of a text are in it, and how many of them it has, by rarity. */
function sharesOf(text: string, index: Index, size: number): { shares: Float64Array; has: Float64Array } {
  const shares = new Float64Array(size);
  const has = new Float64Array(size);
  let mass = 0;
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = pairAt(text, at);
    // A pair that no text has is missing too, as weightily as the rarest.
    const weight = index.rarity(pair) || (pair ? index.rarest : 0);
    mass += weight;
    addPair(shares, index, pair, weight);
    for (const document of index.postings.get(pair)?.documents ?? []) has[document]! += weight;
  }
  for (let i = 0; i < size && mass; i += 1) {
    shares[i]! /= mass;
    has[i]! /= mass;
  }
  return { shares, has };
}

/** Add how well the documents' sentences say the same. */
function addSentences(scores: Float64Array, { query, alike }: Sought): void {
  alike?.forEach((like, document) => {
    if (like > TUNING.akin) scores[document]! += TUNING.sentence * query.mass * like ** 2;
  });
}

function best(scores: Float64Array, most: number): [number, number][] {
  const found: [number, number][] = [];
  scores.forEach((score, document) => {
    if (score > 0) found.push([document, score]);
  });
  return found.sort((a, b) => b[1] - a[1]).slice(0, most);
}

/** A query, and the texts that titles and sentences are compared with. */
interface Sought {
  readonly query: Query;
  readonly asked: readonly (Spelling & { readonly pairs: Pairs })[];
  /** How well the sentences of each document say the same; null if the query is none. */
  readonly alike: Float64Array | null;
}

/** The same score, with what only the whole texts can tell: phrases, and how well the title fits. */
function rescored(document: number, first: number, { query, asked, alike }: Sought, index: Index, prior: Prior | undefined, shares: readonly number[]): Hit {
  const texts = index.texts[document]!;
  let total = first;
  for (const unit of query.units) total += unit.weight * bestPhrase(unit, texts);
  if (query.core.length > 2 && (texts.text.includes(query.core) || texts.title.includes(query.core))) total += TUNING.phrase * query.mass;
  const title = pairsOf(texts.title);
  const titled = Math.max(...asked.map(({ pairs, worth }) => worth * likeness(pairs, title)));
  const like = Math.max(titled, alike?.[document] ?? 0);
  const held = coverage(query.units, shares);
  const named = Math.max(...asked.map(({ text, worth }) => (texts.names.includes(text) ? worth : 0)));
  // A title that lacks the words of the query asks for something else in the same form.
  total += TUNING.fit * query.mass * (titled * held) ** 2 + TUNING.exact * query.mass * named;
  total += TUNING.together * query.mass * headed(query.units, texts) ** 2;
  if (query.meaning && prior?.explains) total += TUNING.meaning * query.mass;
  // Who says the same in other words has none of the words.
  const covered = Math.max(like, held);
  const about = prior?.defines && query.units.length > 1 && !named ? TUNING.many : 1;
  const fits = (query.asks && prior?.answers ? TUNING.answered : 1) * (query.complains && prior?.helps ? TUNING.trouble : 1);
  const score = total * about * fits * (prior?.worth ?? 1) * covered ** TUNING.cover;
  return { document, score, found: covered, named: named > 0, likeness: like };
}

/** How much of the query's units a document has at all, from 0 to 1. */
function coverage(units: readonly Unit[], shares: readonly number[]): number {
  let mass = 0;
  let has = 0;
  units.forEach(({ weight }, i) => {
    mass += weight;
    has += weight * (shares[i] ?? 0);
  });
  return mass ? has / mass : 1;
}

/** How much of the query's units stands in the title and above it: a heading that holds all of them is what was asked. */
function headed(units: readonly Unit[], { title, also, place }: Texts): number {
  let mass = 0;
  let has = 0;
  for (const { spellings, weight } of units) {
    mass += weight;
    has += weight * Math.max(0, ...spellings.map(({ text, worth }) => (title.includes(text) || also.includes(text) ? worth : place.includes(text) ? worth * TUNING.above : 0)));
  }
  return mass ? has / mass : 0;
}

function bestPhrase(unit: Unit, texts: Texts): number {
  let most = 0;
  for (const { text, worth } of unit.spellings) {
    const place = texts.title.includes(text) ? TUNING.inTitle : texts.also.includes(text) ? TUNING.inAlso : texts.text.includes(text) ? TUNING.inText : 0;
    most = Math.max(most, place * worth);
  }
  return most;
}

/** The query as typed, and with its one word spelled otherwise. */
function spelledOut(query: Query): Spelling[] {
  const only = query.units.length === 1 ? query.units[0] : undefined;
  const others = only && only.spellings[0]?.text === query.core ? only.spellings.slice(1) : [];
  return [{ text: query.core, worth: 1 }, { text: query.text, worth: 1 }, ...others];
}
