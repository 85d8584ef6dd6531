/** The search of the handbook: a library in, the best documents for a query out. No DOM. */

import { buildIndex, type Index } from "./bigrams";
import { readQuery, type Query } from "./query";
import { TUNING } from "./tuning";
import { rank, type Hit, type Prior } from "./rank";
import type { Document, Library } from "./unpack";
import { makeSpell, makeWords, type Words } from "./words";

/** Hits below this share of the best one's score are left out. */
const WORTH_SHOWING = 0.15;
/** Less than this share of the query in the best result: the results are only near it. */
const FITS = 0.4;
/** A question of the FAQ is what was asked if it is as like as this, and comes first or is very like it. */
const SAME_QUESTION = 0.45;
const SURELY_SAME = 0.7;
const ANSWER_AMONG = 3;
const MOST_OF_A_PAGE = 3;

/** How each kind counts: what explains and what answers first, exercises and lists of sources last. */
export const PRIORS: Readonly<Record<string, Prior>> = {
  book: { worth: 1, explains: false, defines: false },
  faq: { worth: 1, explains: true, defines: false, answers: true },
  term: { worth: 1, explains: true, defines: true },
  case: { worth: 0.75, explains: false, defines: false },
  data: { worth: 0.92, explains: false, defines: false },
  check: { worth: 0.65, explains: false, defines: false },
  law: { worth: 0.88, explains: false, defines: false },
  event: { worth: 0.85, explains: false, defines: false },
  trouble: { worth: 0.95, explains: false, defines: false, helps: true },
  learn: { worth: 0.55, explains: false, defines: false },
  chapter: { worth: 0.82, explains: false, defines: false },
  site: { worth: 0.75, explains: false, defines: false },
};
const USUAL: Prior = { worth: 0.95, explains: false, defines: false };

export interface Engine {
  readonly library: Library;
  readonly index: Index;
  readonly words: Words;
  /** Read and rank a query. */
  search(typed: string): Found;
}

export type Result = Hit & { readonly of: Document };

export interface Found {
  readonly query: Query;
  /** The best first; `answer`, if there is one, is the first of them. */
  readonly hits: readonly Result[];
  /** A definition or an answer that fits exactly. */
  readonly answer: Result | null;
  /** True if the results are only near what was asked. */
  readonly vague: boolean;
}

/** Build the engine; `rest` is awaited now and then so that the page stays quick. */
export async function makeEngine(library: Library, rest: () => Promise<void> = async () => {}): Promise<Engine> {
  const spell = makeSpell(library.variants);
  const index = await buildIndex(library.documents, spell, rest);
  const words = makeWords(library, index, spell);
  const priors = library.documents.map(({ kind }) => PRIORS[library.kinds[kind]?.[0] ?? ""] ?? USUAL);
  const kindOf = (of: Document): string => library.kinds[of.kind]?.[0] ?? "";
  const search = (typed: string): Found => {
    const query = readQuery(typed, spell, index, words);
    const ranked = spread(rank(query, index, priors).map((hit) => ({ ...hit, of: library.documents[hit.document]! })));
    const least = (ranked[0]?.score ?? 0) * WORTH_SHOWING;
    const hits = ranked.filter(({ score }) => score >= least);
    const answer = hits.slice(0, ANSWER_AMONG).find((hit, place) => fitsExactly(hit, kindOf(hit.of), place)) ?? null;
    return {
      query, answer, vague: (hits[0]?.found ?? 0) < FITS,
      hits: answer ? [answer, ...hits.filter((hit) => hit !== answer)] : hits,
    };
  };
  return { library, index, words, search };
}

/** Results of one page that are many stand behind those of others, so that there is more to choose from. */
function spread(hits: readonly Result[]): Result[] {
  const shown = new Map<string, number>();
  const moved = hits.map((hit) => {
    const page = hit.of.url.replace(/#.*/, "");
    const before = shown.get(page) ?? 0;
    shown.set(page, before + 1);
    return before < MOST_OF_A_PAGE ? hit : { ...hit, score: hit.score * TUNING.crowded };
  });
  return moved.sort((a, b) => b.score - a.score || a.document - b.document);
}

function fitsExactly(hit: Hit, kind: string, place: number): boolean {
  if (kind === "term") return hit.named;
  return kind === "faq" && hit.likeness >= (place === 0 ? SAME_QUESTION : SURELY_SAME);
}
