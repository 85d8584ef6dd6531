/** The numbers of the ranking, found on tests/search/queries-tuning.yml (`make bench-search` measures them). */
export const TUNING = {
  /** How much a find counts by where it stands. */
  title: 9.12,
  also: 4.11,
  place: 0.6,
  /** How much longer texts count less, from 0 to 1. */
  length: 0.5,
  /** Weighted frequency at which a pair has half of its full worth. */
  half: 1.42,
  /** Pairs with kana are mostly endings and particles: they count less where there are other characters. */
  kana: 0.17,
  mixed: 0.85,
  /** The polite frame of a question, and loose pairs between words. */
  frame: 0.22,
  loose: 1,
  /** Other words for what was typed; words that were perhaps meant. */
  others: 0.92,
  meant: 0.85,
  /** A word found in part is worth less than its share. */
  whole: 1.14,
  /** A word that stands in the title, the other names or the text as it was typed. */
  inTitle: 0.57,
  inAlso: 0.4,
  inText: 0.14,
  /** The title says what was typed and nothing else. */
  fit: 0.76,
  /** A name that is exactly what was typed. */
  exact: 1.21,
  /** The whole query, word for word. */
  phrase: 0.14,
  /** What explains, when a meaning is asked for. */
  meaning: 0.35,
  /** How much the score depends on all words being there, and the share that counts as being there. */
  cover: 0.61,
  enough: 0.17,
};
