/**
 * The numbers of the ranking, found by coordinate descent on all sets of tests/search/ but the held-out half and the
 * newest fresh set, with the sentences of asked.yml left out that nearly repeat a query (`make bench-search` measures them).
 */
export const TUNING = {
  /** How much a find counts by where it stands. */
  title: 9.9,
  also: 5.7,
  asked: 5,
  place: 1.7,
  /** How much longer texts count less, from 0 to 1. */
  length: 0.24,
  /** Weighted frequency at which a pair has half of its full worth. */
  half: 1.42,
  /** Pairs with kana are mostly endings and particles: they count less where there are other characters. */
  kana: 0.156,
  mixed: 1.06,
  border: 0.34,
  /** A unit weighs its rarity to this power: a long name is not worth all of its pairs. */
  power: 0.48,
  unit: 1.6,
  /** The polite frame of a question, and loose pairs between words. */
  frame: 0.275,
  loose: 1.36,
  /** Other words for what was typed; words that were perhaps meant. */
  others: 0.92,
  /** How much of the greater weight of another word the typed one takes on. */
  lift: 0.75,
  meant: 0.85,
  /** A word found in part is worth less than its share. */
  whole: 0.75,
  /** A word that stands in the title, the other names or the text as it was typed. */
  inTitle: 0.36,
  inAlso: 0.32,
  inText: 0.18,
  /** The title says what was typed and nothing else. */
  fit: 0.85,
  /** A sentence that it answers says it; all its sentences together do, less for a question, which asks one thing; from which likeness on, and how much that counts. */
  alike: 1,
  jointly: 1.13,
  jointlyAsked: 0.9,
  akin: 0.25,
  sentence: 2,
  /** A name that is exactly what was typed. */
  exact: 0.85,
  /** The whole query, word for word. */
  phrase: 0.23,
  /** What explains, when a meaning is asked for. */
  meaning: 0.42,
  /** A glossary entry, when several words are asked for. */
  many: 0.66,
  /** Powers: of a word found in part, and of the share of the words that are there at all. */
  complete: 1.66,
  cover: 0.75,
  /** All the words of the query in the title, or in it and above it; what stands above counts so much. */
  together: 0.3,
  above: 0.7,
  /** Factors: of answers to a question, of help to a complaint, of the fourth and further results of one page. */
  answered: 1.18,
  trouble: 1.1,
  crowded: 0.85,
};
