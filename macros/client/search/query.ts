/** What was typed → the units that documents are measured by. */

import { pairAt, type Index } from "./bigrams";
import { foldWithPlaces, hiragana, isKana, isKatakana, type Folded } from "./spelling";
import { TUNING } from "./tuning";
import type { Spell, Words } from "./words";

/** Longer queries are cut: nobody types them, and they must not freeze the page. */
export const LONGEST_QUERY = 120;
const PARTICLES: ReadonlySet<string> = new Set("はをにがのでともへや");
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
  /** A sentence, and not just some words of the field. */
  readonly sentence: boolean;
  /** What asks for a meaning: 「…とは」. */
  readonly meaning: boolean;
  /** What asks something: 「…ですか」. */
  readonly asks: boolean;
  /** What complains: 「…ない」「…てしまう」. */
  readonly complains: boolean;
  /** Sum of all weights. */
  readonly mass: number;
}

const MEANING = /(とは(なん|何|どんな|どういう)?.*|って(なに|何|なん|どんな|どういう).*|の意味.*|(は|とは)?(何|なん)(ですか|でしょうか|のことですか|のこと)?|って)$/;
const ASKS = /(か|の|[?？]|べきか|だろう)$|どう|いつ|だれ|何回|いくら|なぜ|どこ|どんな|どれ/;
const COMPLAINS = /ない|困|悩|疲|しま[うい]|ばかり|すぎ|だらけ|しかいな|足り|まま|なくて|断られ/;
const FRAME = /(について|に関して)?(教えて|おしえて|知りたい|しりたい|を?調べたい)?(ください|下さい|ほしい|欲しい)?$/;

const ENDINGS = /[ぁ-ゖ](?=[ぁ-ゖ])/g;
const FEWEST_ENDINGS = 3;

/** Read a query. */
export function readQuery(typed: string, spell: Spell, index: Index, words: Words): Query {
  const folded = foldWithPlaces([...typed].slice(0, LONGEST_QUERY).join(""), true);
  // Words are parted by spaces and marks; without them 「守秘 義務」 is 守秘義務.
  let scripts = "";
  const breaks = new Set<number>();
  for (const piece of pieces(folded)) {
    breaks.add(scripts.length);
    scripts += spell(piece);
  }
  const text = hiragana(scripts);
  const meaning = MEANING.test(text);
  const core = text.replace(MEANING, "").replace(FRAME, "") || text;
  return { text, core, meaning, sentence: isSentence(scripts), asks: ASKS.test(text), complains: COMPLAINS.test(text), ...measured({ text, scripts, breaks, core: core.length }, index, words) };
}

/** True if it holds endings and particles, as sentences do. */
function isSentence(scripts: string): boolean {
  return (scripts.match(ENDINGS) ?? []).length >= FEWEST_ENDINGS;
}

function pieces({ text, breaks }: Folded): string[] {
  const cut = [...text].map((unit, at) => (breaks.has(at) ? ` ${unit}` : unit)).join("");
  return cut.split(" ").filter(Boolean);
}

/** The query in folded spelling, and the same with its katakana: what is a word and what an ending. */
interface Typed {
  readonly text: string;
  readonly scripts: string;
  readonly breaks: ReadonlySet<number>;
  /** Length of what is asked, without the frame of the question. */
  readonly core: number;
}

function measured(typed: Typed, index: Index, words: Words): Pick<Query, "units" | "loose" | "mass"> {
  const { text, scripts, core } = typed;
  const allKana = [...scripts.slice(0, core)].every(isKana);
  const weights: number[] = [];
  for (let at = 0; at + 1 < text.length; at += 1) {
    const framed = at + 1 >= core ? TUNING.frame : 1;
    weights.push(index.rarity(pairAt(text, at)) * share(scripts, at, allKana) * framed);
  }
  const units: Unit[] = [];
  const taken = new Array<boolean>(weights.length).fill(false);
  for (const span of spans(typed, allKana, words)) {
    span.spellings.push(...guesses(span, index, words));
    const own = sum(weights.slice(span.start, span.end - 1));
    const richest = Math.max(0, ...span.spellings.slice(1).map(({ text: other }) => rarity(other, index)));
    if (!own && !richest) continue;
    units.push({ spellings: span.spellings, weight: (own + Math.max(0, richest * TUNING.others - own) * TUNING.lift) ** TUNING.power * TUNING.unit });
    taken.fill(true, span.start, Math.min(span.end - 1, weights.length));
  }
  const loose = weights.flatMap((weight, at) => (taken[at] || !weight ? [] : [{ pair: pairAt(text, at), weight }]));
  return { units, loose, mass: sum(units.map(({ weight }) => weight)) + sum(loose.map(({ weight }) => weight)) };
}

/** How much a pair tells: much inside a word, little where a particle or the next word begins. */
function share(text: string, at: number, allKana: boolean): number {
  const first = isKana(text[at]);
  const second = isKana(text[at + 1]);
  if (allKana || (!first && !second)) return 1;
  if (first && second) return TUNING.kana;
  return first || PARTICLES.has(text[at + 1] ?? "") ? TUNING.border : TUNING.mixed;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly spellings: Spelling[];
}

/** Where no text has the word: the names that it may stand for. */
function guesses(span: Span, index: Index, words: Words): Spelling[] {
  const own = span.spellings[0]?.text ?? "";
  if (span.spellings.length > 1 || knows(own, index)) return [];
  return words.meant(own).map((text, place) => ({ text, worth: TUNING.meant - 0.05 * place }));
}

/** True if some document has every pair of the word. */
function knows(word: string, index: Index): boolean {
  const lists: (readonly number[])[] = [];
  for (let at = 0; at + 1 < word.length; at += 1) lists.push(index.postings.get(pairAt(word, at))?.documents ?? []);
  const [fewest = [], ...others] = lists.sort((a, b) => a.length - b.length);
  return fewest.some((document) => others.every((list) => holds(list, document)));
}

/** Binary search in a rising list. */
function holds(list: readonly number[], wanted: number): boolean {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return list[low] === wanted;
}

/** Words with other spellings, then the runs of one script between them. */
function* spans(typed: Typed, allKana: boolean, words: Words): Generator<Span> {
  const { text, scripts, breaks, core } = typed;
  let start = 0;
  while (start < core) {
    const known = knownAt(typed, start, words);
    const end = known ? known.end : endOfRun(typed, start, words);
    const ending = !known && !allKana && isKana(scripts[start]);
    // 「…のやくわり」: a word in kana may stand behind a particle.
    const particle = ending && start > 0 && !breaks.has(start) && PARTICLES.has(text[start] ?? "");
    const begin = particle ? start + 1 : start;
    const own = text.slice(begin, end);
    const kana = own.length >= SHORTEST_READING && [...own].every(isKana);
    const others = known ? known.others : kana ? words.written(own, ending) : [];
    if (own.length > 1 && !(ending && !others.length)) {
      yield { start: begin, end, spellings: [{ text: own, worth: 1 }, ...others.map((other) => ({ text: other, worth: TUNING.others }))] };
    }
    start = end;
  }
}

/** The end of the run of kanji, katakana and letters, or of hiragana, that begins at `start`; a known word ends it. */
function endOfRun(typed: Typed, start: number, words: Words): number {
  const { scripts, breaks, core } = typed;
  const kana = isKana(scripts[start]);
  let end = start + 1;
  while (end < core && isKana(scripts[end]) === kana && !(breaks.has(end) && end - start > 1) && !knownAt(typed, end, words)) end += 1;
  return end;
}

/** The word with other spellings at `start`; a part of a word in katakana is none: プラン of セルフプラン. */
function knownAt({ text, scripts, breaks }: Typed, start: number, words: Words): ReturnType<Words["synonymsAt"]> {
  const inside = (place: number): boolean => !breaks.has(place) && isKatakana(scripts[place - 1]) && isKatakana(scripts[place]);
  const known = inside(start) ? null : words.synonymsAt(text, start, breaks);
  return known && !inside(known.end) ? known : null;
}

function rarity(text: string, index: Index): number {
  let total = 0;
  for (let at = 0; at + 1 < text.length; at += 1) total += index.rarity(pairAt(text, at));
  return total;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

