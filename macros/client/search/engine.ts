/** The search of the handbook: a library in, the best documents for a query out. No DOM. */

import { buildIndex, type Index } from "./bigrams";
import { readQuery, type Query } from "./query";
import { rank, type Hit, type Prior } from "./rank";
import type { Document, Library } from "./unpack";
import { makeSpell, makeWords, type Words } from "./words";

/** Hits below this share of the best one's score are left out. */
const WORTH_SHOWING = 0.22;
/** Less than this share of the query found: nothing that fits. */
export const FITS = 0.3;

/** How each kind counts: what explains and what answers first, exercises and lists of sources last. */
const PRIORS: Readonly<Record<string, Prior>> = {
  book: { worth: 1, explains: false },
  faq: { worth: 1, explains: true },
  term: { worth: 1, explains: true },
  case: { worth: 0.9, explains: false },
  data: { worth: 0.92, explains: false },
  check: { worth: 0.85, explains: false },
  law: { worth: 0.92, explains: false },
  event: { worth: 0.85, explains: false },
  learn: { worth: 0.75, explains: false },
  site: { worth: 0.75, explains: false },
};
const USUAL: Prior = { worth: 0.95, explains: false };

export interface Engine {
  readonly library: Library;
  readonly index: Index;
  readonly words: Words;
  /** Read and rank a query. */
  search(typed: string): Found;
}

export interface Found {
  readonly query: Query;
  readonly hits: readonly (Hit & { readonly of: Document })[];
}

/** Build the engine; `rest` is awaited now and then so that the page stays quick. */
export async function makeEngine(library: Library, rest: () => Promise<void> = async () => {}): Promise<Engine> {
  const spell = makeSpell(library.variants);
  const index = await buildIndex(library.documents, spell, rest);
  const words = makeWords(library, index, spell);
  const priors = library.documents.map(({ kind }) => PRIORS[library.kinds[kind]?.[0] ?? ""] ?? USUAL);
  const search = (typed: string): Found => {
    const query = readQuery(typed, spell, index, words);
    const hits = rank(query, index, priors);
    const least = (hits[0]?.score ?? 0) * WORTH_SHOWING;
    return {
      query,
      hits: hits.filter(({ score }) => score >= least).map((hit) => ({ ...hit, of: library.documents[hit.document]! })),
    };
  };
  return { library, index, words, search };
}
