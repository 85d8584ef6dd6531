/** The inverted index: for each pair of neighbouring characters, the documents that hold it and how weightily. Sentences that are asked are known by their kanji too. */

import { fold, isKanji } from "./spelling";
import { TUNING } from "./tuning";
import type { Document } from "./unpack";

/** A text of this many characters counts as one of usual length. */
const USUAL = 150;
const BATCH = 150;

export interface Postings {
  /** Documents in rising order. */
  readonly documents: number[];
  /** Weighted frequency in each. */
  readonly weights: number[];
}

/** A document's texts as they are compared. */
export interface Texts {
  readonly title: string;
  readonly also: string;
  /** Sentences that it answers, besides the title. */
  readonly asked: readonly Grams[];
  /** All of them and the title together; empty where there are none. */
  readonly said: Grams;
  /** Where it stands, with the title of its page. */
  readonly place: string;
  readonly text: string;
  /** What it is called: the title, without its brackets too, and the other names. */
  readonly names: readonly string[];
}

export interface Index {
  readonly texts: readonly Texts[];
  readonly postings: ReadonlyMap<number, Postings>;
  /** How rare a pair is: 0 if no document has it. */
  rarity(pair: number): number;
  /** Rarity of a pair that one document has. */
  readonly rarest: number;
}

// Characters by number: a pair is then a small integer, which is what Map is quick with.
const numbers = new Uint16Array(65536);
const PLACES = 32768;
let given = 0;

function numberOf(code: number): number {
  return (numbers[code] ||= (given = (given + 1) % PLACES) || 1);
}

/** The pair that begins at `at`, as a number; 0 if there is a space in it or the text ends. */
export function pairAt(text: string, at: number): number {
  return pairOf(text.charCodeAt(at), text.charCodeAt(at + 1));
}

function pairOf(first: number, second: number): number {
  return first === 32 || second === 32 || Number.isNaN(second) ? 0 : numberOf(first) * PLACES + numberOf(second);
}

/** The pairs of a text, each once. */
export type Pairs = ReadonlySet<number>;

export function pairsOf(text: string): Pairs {
  const pairs = new Set<number>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = pairAt(text, at);
    if (pair) pairs.add(pair);
  }
  return pairs;
}

/** The pairs of a sentence and its kanji by themselves: 「となりの課」 and 「課が協力しない」 share no pair but a word. */
export type Grams = ReadonlySet<number>;

export function gramsOf(text: string): Grams {
  const grams = new Set(pairsOf(text));
  for (const unit of text) if (isKanji(unit)) grams.add(numberOf(unit.charCodeAt(0)));
  return grams;
}

/** Build the index. `rest` is awaited between batches, so that typing goes on meanwhile. */
export async function buildIndex(documents: readonly Document[], spell: (folded: string) => string, rest: () => Promise<void>): Promise<Index> {
  const plain = (text: string): string => spell(fold(text));
  const postings = new Map<number, Postings>();
  const texts: Texts[] = [];
  const places = new Map<string, string>();
  const pages = new Map(documents.filter(({ url }) => !url.includes("#")).map(({ url, title }) => [url, plain(title)]));
  for (const [number, document] of documents.entries()) {
    const page = document.url.includes("#") ? pages.get(document.url.replace(/#.*/, "")) ?? "" : "";
    if (number % BATCH === BATCH - 1) await rest();
    if (!places.has(document.place)) places.set(document.place, plain(document.place));
    const title = plain(document.title);
    const asked = document.asked ? document.asked.split(" ").map((sentence) => gramsOf(plain(sentence))) : [];
    const own: Texts = {
      title, also: document.also.split(" ").map(plain).join(" "),
      asked, said: new Set(asked.length ? [...gramsOf(title), ...asked.flatMap((sentence) => [...sentence])] : []),
      place: `${places.get(document.place) ?? ""} ${page}`, text: plain(document.text),
      names: [document.title, document.title.replace(/（.*）$/, ""), ...document.also.split(" ")].map(plain),
    };
    texts.push(own);
    weigh(own, (pair, weight) => put(postings, pair, number, weight));
  }
  const all = documents.length;
  const rarity = (pair: number): number => {
    const count = postings.get(pair)?.documents.length ?? 0;
    return count ? Math.log(1 + (all - count + 0.5) / (count + 0.5)) : 0;
  };
  return { texts, postings, rarity, rarest: Math.log(1 + (all - 0.5) / 1.5) };
}

function put(postings: Map<number, Postings>, pair: number, document: number, weight: number): void {
  const found = postings.get(pair);
  const last = found ? found.documents.length - 1 : -1;
  if (!found) postings.set(pair, { documents: [document], weights: [weight] });
  else if (found.documents[last] === document) found.weights[last]! += weight;
  else {
    found.documents.push(document);
    found.weights.push(weight);
  }
}

function weigh(texts: Texts, add: (pair: number, weight: number) => void): void {
  for (const sentence of texts.asked) for (const gram of sentence) add(gram, TUNING.asked);
  for (const name of ["title", "also", "place", "text"] as const) {
    const text = texts[name];
    const long = name === "text" ? 1 - TUNING.length + (TUNING.length * text.length) / USUAL : 1;
    const weight = (name === "text" ? 1 : TUNING[name]) / long;
    for (let at = 0; at + 1 < text.length; at += 1) {
      const pair = pairAt(text, at);
      if (pair) add(pair, weight);
    }
  }
}
