/** The words that a search knows besides those typed: synonyms, and what is read as the kana typed. */

import { leastEdits } from "./edits";
import { fold as plainFold, hiragana, isKana, isKanji, withoutOkurigana } from "./spelling";
import type { Index } from "./bigrams";
import { pairAt } from "./bigrams";
import type { Library } from "./unpack";

/** A short word of kanji is one only where it stands alone: 包括 is none in 包括的支援. */
const SHORT = 3;
const LONGEST_READING = 24;
const MOST_WAYS = 12;
/** Readings of two kana are everywhere; a guess needs longer ones for this share of the kana. */
const SURE_READING = 3;
const LEAST_SURE = 0.55;
const MOST_MEANT = 3;
const LONGEST_SHORT = 4;

/** Replaces other spellings of a word in a folded text: 障がい → 障害, 受け入れ → 受入れ. */
export type Spell = (text: string) => string;

export function makeSpell(variants: Library["variants"]): Spell {
  const table = new Map(variants.map(([from = "", to = ""]) => [plainFold(from), plainFold(to)]));
  table.delete("");
  const longestFirst = [...table.keys()].sort((a, b) => b.length - a.length);
  if (!longestFirst.length) return withoutOkurigana;
  // A variant may be part of the right spelling (受入 of 受入れ), which then stays.
  const right = [...new Set(table.values())].sort((a, b) => b.length - a.length);
  const pattern = new RegExp([...right, ...longestFirst].sort((a, b) => b.length - a.length).join("|"), "g");
  return (text) => {
    // Places are found in hiragana; where nothing is replaced, katakana stays.
    let out = "";
    let done = 0;
    for (const match of hiragana(text).matchAll(pattern)) {
      const to = table.get(match[0]);
      if (to === undefined) continue;
      out += text.slice(done, match.index) + to;
      done = match.index + match[0].length;
    }
    return withoutOkurigana(out + text.slice(done));
  };
}

/** Looks up other spellings of what was typed. All words are folded. */
export interface Words {
  /** Words that mean the same as the one at `start` in `text`, for the longest such word. */
  synonymsAt(text: string, start: number, breaks: ReadonlySet<number>): { end: number; others: readonly string[] } | null;
  /** What the kana may be written as; [] if its parts are not read so. `strictly`: all of it in words of some length. */
  written(kana: string, strictly: boolean): readonly string[];
  /** Names of the site that a word in none of its texts may stand for: abbreviated or misspelled. */
  meant(word: string): readonly string[];
}

export function makeWords(library: Library, index: Index, spell: Spell): Words {
  const fold = (text: string): string => spell(plainFold(text));
  const synonyms = synonymTable(library.synonyms, fold);
  const readings = readingTable(library, fold);
  // Only words of the site: what else may be typed stands in no text. Terms first: of names that are as near, they are more likely meant.
  const names = [...new Set([...terms(library).map(({ title }) => title), ...library.synonyms.flatMap(([, ...words]) => words)].map(fold))].filter(isPlain);
  const longest = Math.max(0, ...[...synonyms.keys()].map((word) => word.length));
  return {
    synonymsAt(text, start, breaks) {
      for (let end = Math.min(text.length, start + longest); end > start; end -= 1) {
        const word = text.slice(start, end);
        const others = synonyms.get(word);
        if (others && standsAlone(text, start, end, breaks)) return { end, others: [...others] };
      }
      return null;
    },
    written: (kana, strictly) => writings(kana, readings, index, strictly),
    meant: (word) => (isPlain(word) ? near(word, names).concat(shortened(word, names)).slice(0, MOST_MEANT) : []),
  };
}

/** Reading → words that are read so; terms go first. */
function readingTable(library: Library, fold: Spell): Map<string, readonly string[]> {
  const table = new Map<string, readonly string[]>(library.readings.map(([reading = "", ...words]) => [fold(reading), words.map((word) => fold(word))]));
  for (const { title, also } of terms(library)) {
    const word = fold(title);
    for (const reading of also.split(" ").map(fold)) {
      if (reading.length > 1 && [...reading].every(isKana) && [...word].some(isKanji)) {
        table.set(reading, [word, ...(table.get(reading) ?? []).filter((other) => other !== word)]);
      }
    }
  }
  return table;
}

/** Each row: what somebody may type, and what the site says for it. */
function synonymTable(rows: Library["synonyms"], fold: Spell): Map<string, Set<string>> {
  const table = new Map<string, Set<string>>();
  for (const row of rows) {
    const [typed = "", ...others] = row.map(fold);
    const known = table.get(typed) ?? new Set<string>();
    for (const other of others) if (other && other !== typed) known.add(other);
    if (typed && known.size) table.set(typed, known);
  }
  return table;
}

function standsAlone(text: string, start: number, end: number, breaks: ReadonlySet<number>): boolean {
  const word = text.slice(start, end);
  const joined = (inside: string | undefined, outside: string | undefined, place: number): boolean =>
    !breaks.has(place) && ((isKanji(inside) && isKanji(outside)) || (/[a-z0-9]/.test(inside ?? "") && /[a-z0-9]/.test(outside ?? "")));
  if (word.length > SHORT) return true;
  return !joined(word[0], text[start - 1], start) && !joined(word[word.length - 1], text[end], end);
}

function terms(library: Library): Library["documents"] {
  return library.documents.filter(({ kind }) => library.kinds[kind]?.[0] === "term");
}

function isPlain(word: string): boolean {
  return word.length > 1 && [...word].every((unit) => isKanji(unit) || isKana(unit));
}

/** Names that a few edits make of the word: one in four characters or so. */
function near(word: string, names: readonly string[]): string[] {
  const most = word.length < 3 ? 0 : Math.max(1, Math.round(word.length / 4));
  const found = most ? names.map((name) => ({ name, edits: leastEdits(word, name, most) })) : [];
  return found.filter(({ edits }) => edits <= most).sort((a, b) => a.edits - b.edits).map(({ name }) => name);
}

/** Names whose kanji the word picks out in order, the first among them: 担会 of サービス担当者会議. The shortest first. */
function shortened(word: string, names: readonly string[]): string[] {
  if (word.length > LONGEST_SHORT || ![...word].every(isKanji)) return [];
  const picks = (name: string): boolean => {
    let from = 0;
    for (const unit of word) {
      const place = name.indexOf(unit, from);
      if (place < 0) return false;
      from = place + 1;
    }
    return true;
  };
  return names.filter((name) => name.length > word.length + 1 && picks(name)).sort((a, b) => a.length - b.length);
}

interface Way {
  readonly cost: number;
  /** Kana that belong to readings of some length. */
  readonly sure: number;
  readonly parts: readonly (readonly string[])[];
}

/** Part the kana into as few known readings as possible, and join the words whose neighbours occur together. */
function writings(kana: string, readings: ReadonlyMap<string, readonly string[]>, index: Index, strictly: boolean): string[] {
  const best: Way[] = [{ cost: 0, sure: 0, parts: [] }];
  for (let end = 1; end <= kana.length; end += 1) {
    let way: Way = { cost: Infinity, sure: 0, parts: [] };
    for (let start = Math.max(0, end - LONGEST_READING); start < end; start += 1) {
      const before = best[start];
      const piece = kana.slice(start, end);
      const words = readings.get(piece);
      if (!before || (!words && end - start > 1)) continue;
      const cost = before.cost + (words ? 1 + 1 / piece.length : 1.3);
      const sure = before.sure + (words && piece.length >= SURE_READING ? piece.length : 0);
      if (cost < way.cost) way = { cost, sure, parts: [...before.parts, words ?? [piece]] };
    }
    best.push(way);
  }
  const way = best[kana.length];
  if (!way || way.sure < kana.length * (strictly ? 1 : LEAST_SURE)) return [];
  return joined(way.parts, index).filter((word) => word !== kana && [...word].some(isKanji));
}

function joined(parts: readonly (readonly string[])[], index: Index): string[] {
  let ways: { text: string; worth: number }[] = [{ text: "", worth: 0 }];
  for (const words of parts) {
    const next = ways.flatMap(({ text, worth }) => words.map((word, place) => ({
      text: text + word, worth: worth + seam(text, word, index) - 0.3 * place,
    })));
    ways = next.sort((a, b) => b.worth - a.worth).slice(0, MOST_WAYS);
  }
  const top = ways[0]?.worth ?? 0;
  return ways.filter(({ worth }) => worth > top - 1.5).slice(0, 4).map(({ text }) => text);
}

/** How well two words stand side by side: 0 at the start, good where the texts have them so. */
function seam(before: string, after: string, index: Index): number {
  if (!before) return 0;
  const pair = pairAt(before.slice(-1) + after[0], 0);
  const count = index.postings.get(pair)?.documents.length ?? 0;
  return count ? Math.min(2, 0.5 + Math.log10(count)) : -2;
}

