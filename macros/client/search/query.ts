/** What was typed → the units that documents are measured by. */

import { pairAt, withoutOkurigana, type Index } from "./bigrams";
import { foldWithPlaces, isKana, type Folded } from "./spelling";
import { TUNING } from "./tuning";
import type { Spell, Words } from "./words";

/** Longer queries are cut: nobody types them, and they must not freeze the page. */
export const LONGEST_QUERY = 120;
const SHORTEST_READING = 3;

/** A spelling of a unit: a document is worth the best of them. */
export interface Spelling {
  readonly text: string;
  readonly worth: number;
}

/** A part of the query that is measured as a whole. */
export interface Unit {
  readonly spellings: readonly Spelling[];
  readonly weight: number;
}

export interface Query {
  /** The query as it is compared, without spaces. */
  readonly text: string;
  /** The same without the polite frame of a question. */
  readonly core: string;
  readonly units: readonly Unit[];
  /** Pairs of the whole query with their weights, loose ones that belong to no unit. */
  readonly loose: readonly { pair: number; weight: number }[];
  /** What asks for a meaning: 「…とは」. */
  readonly meaning: boolean;
  /** Sum of all weights. */
  readonly mass: number;
}

const MEANING = /(とは(なん|何|どんな|どういう)?.*|って(なに|何|なん|どんな|どういう).*|の意味.*|(は|とは)?(何|なん)(ですか|でしょうか|のことですか|のこと)?|って)$/;
const FRAME = /(について|に関して)?(教えて|おしえて|知りたい|しりたい|を?調べたい)?(ください|下さい|ほしい|欲しい)?$/;

/** Read a query. */
export function readQuery(typed: string, spell: Spell, index: Index, words: Words): Query {
  const folded = foldWithPlaces([...typed].slice(0, LONGEST_QUERY).join(""));
  // Words are parted by spaces and marks; without them 「守秘 義務」 is 守秘義務.
  let text = "";
  const breaks = new Set<number>();
  for (const piece of pieces(folded)) {
    breaks.add(text.length);
    text += spell(piece);
  }
  const meaning = MEANING.test(text);
  const core = text.replace(MEANING, "").replace(FRAME, "") || text;
  return { text, core, meaning, ...measured(text, core.length, breaks, index, words) };
}

function pieces({ text, breaks }: Folded): string[] {
  const cut = [...text].map((unit, at) => (breaks.has(at) ? ` ${unit}` : unit)).join("");
  return cut.split(" ").filter(Boolean);
}

function measured(text: string, coreLength: number, breaks: ReadonlySet<number>, index: Index, words: Words): Pick<Query, "units" | "loose" | "mass"> {
  const allKana = [...text.slice(0, coreLength)].every(isKana);
  const weights: number[] = [];
  for (let at = 0; at + 1 < text.length; at += 1) {
    const framed = at + 1 >= coreLength ? TUNING.frame : 1;
    weights.push(index.rarity(pairAt(text, at)) * share(text, at, allKana) * framed);
  }
  const units: Unit[] = [];
  const taken = new Array<boolean>(weights.length).fill(false);
  for (const span of spans(text, coreLength, breaks, words)) {
    span.spellings.push(...guesses(span, index, words));
    const own = sum(weights.slice(span.start, span.end - 1));
    const richest = Math.max(0, ...span.spellings.slice(1).map(({ text: other }) => rarity(other, index)));
    if (!own && !richest) continue;
    units.push({ spellings: span.spellings, weight: own ? Math.max(own, Math.min(richest, 9)) : Math.min(richest, 12) });
    taken.fill(true, span.start, Math.min(span.end - 1, weights.length));
  }
  const loose = weights.flatMap((weight, at) => (taken[at] || !weight ? [] : [{ pair: pairAt(text, at), weight }]));
  return { units, loose, mass: sum(units.map(({ weight }) => weight)) + sum(loose.map(({ weight }) => weight)) };
}

function share(text: string, at: number, allKana: boolean): number {
  const kana = Number(isKana(text[at])) + Number(isKana(text[at + 1]));
  if (allKana || kana === 0) return 1;
  return kana === 2 ? TUNING.kana : TUNING.mixed;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly spellings: Spelling[];
}

/** Where no text has the word: without its okurigana, and the names that it may stand for. */
function guesses(span: Span, index: Index, words: Words): Spelling[] {
  const own = span.spellings[0]?.text ?? "";
  const bare = withoutOkurigana(own);
  const found = bare === own ? [] : [{ text: bare, worth: TUNING.others }];
  if (span.spellings.length > 1 || knows(own, index)) return found;
  return [...found, ...words.meant(own).map((text, place) => ({ text, worth: TUNING.meant - 0.05 * place }))];
}

/** True if some document has every pair of the word. */
function knows(word: string, index: Index): boolean {
  let holding: number[] | null = null;
  for (let at = 0; at + 1 < word.length; at += 1) {
    const found = new Set(index.postings.get(pairAt(word, at))?.documents);
    holding = holding ? holding.filter((document) => found.has(document)) : [...found];
    if (!holding.length) return false;
  }
  return true;
}

/** Words with other spellings, then the runs of one script between them. */
function* spans(text: string, coreLength: number, breaks: ReadonlySet<number>, words: Words): Generator<Span> {
  let start = 0;
  while (start < coreLength) {
    const known = words.synonymsAt(text, start, breaks);
    const end = known ? known.end : endOfRun(text, start, coreLength, breaks, words);
    const own = text.slice(start, end);
    const others = known ? known.others : isKana(own[0]) && own.length >= SHORTEST_READING ? words.written(own) : [];
    const longKana = isKana(own[0]) && !others.length;
    if (own.length > 1 && !longKana) {
      yield { start, end, spellings: [{ text: own, worth: 1 }, ...others.map((other) => ({ text: other, worth: TUNING.others }))] };
    }
    start = end;
  }
}

/** The end of the run of kanji and letters (okurigana within), or of kana, that begins at `start`; a known word ends it. */
function endOfRun(text: string, start: number, most: number, breaks: ReadonlySet<number>, words: Words): number {
  const kana = isKana(text[start]);
  let end = start + 1;
  while (end < most && isKana(text[end]) === kana && !(breaks.has(end) && end - start > 1) && !words.synonymsAt(text, end, breaks)) end += 1;
  return end;
}

function rarity(text: string, index: Index): number {
  let total = 0;
  for (let at = 0; at + 1 < text.length; at += 1) total += index.rarity(pairAt(text, at));
  return total;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

