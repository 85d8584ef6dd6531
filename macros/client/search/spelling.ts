/**
 * Spelling as a search compares it: no difference of width, case, kana, long marks, brackets and spaces.
 *
 * 「（自立支援）協議会」 is 自立支援協議会, 「コーディネーター」 こでぃねた, 「第 ８９ 条の３」 第89条の3.
 * Between sentences stands one space, so that no word is found across their border.
 */

const SILENT = /[\s\u30fc\u2010-\u2015\u2212\uff70~〜～・･·_\-()[\]{}<>「」『』【】〔〕〈〉《》“”"'`’‘*#|^\\$+=@&]/u;
const LETTER = /[\p{L}\p{N}\p{M}%〇]/u;
const VU: ReadonlyMap<string, string> = new Map([
  ["ぁ", "ば"], ["ぃ", "び"], ["ぇ", "べ"], ["ぉ", "ぼ"], ["ァ", "バ"], ["ィ", "ビ"], ["ェ", "ベ"], ["ォ", "ボ"],
]);

/** A text as it is compared, and for each of its units the place in the original where it comes from. */
export interface Folded {
  readonly text: string;
  /** Index in the original of each unit of `text`. */
  readonly from: readonly number[];
  /** Indexes in `text` before which the original has a space or a mark: a word ends there. */
  readonly breaks: ReadonlySet<number>;
}

/** The text as it is compared. */
export function fold(text: string): string {
  let out = "";
  walk(text, (sign) => {
    const last = out[out.length - 1];
    const small = last === "ゔ" ? VU.get(sign.hiragana) : undefined;
    if (small) out = out.slice(0, -1) + small;
    else if (sign.letter) out += sign.hiragana;
    else if (!sign.silent && out && last !== " ") out += " ";
  });
  return out;
}

/** The text as it is compared, with the places of its units in the original. `katakana` stays if asked for. */
export function foldWithPlaces(text: string, katakana = false): Folded {
  const out: string[] = [];
  const from: number[] = [];
  const breaks = new Set<number>();
  walk(text, (sign, place) => {
    const unit = katakana ? sign.unit : sign.hiragana;
    const last = out[out.length - 1];
    const small = last === "ゔ" || last === "ヴ" ? VU.get(unit) : undefined;
    if (small) out[out.length - 1] = small;
    else if (sign.letter || (!sign.silent && last && last !== " ")) {
      for (const half of (sign.letter ? unit : " ").split("")) {
        out.push(half);
        from.push(place);
      }
    }
    if (sign.parts) breaks.add(out.length);
  });
  return { text: out.join(""), from, breaks };
}

/** What a character is to a search. */
interface Sign {
  readonly unit: string;
  readonly hiragana: string;
  readonly letter: boolean;
  /** Left out without a trace. */
  readonly silent: boolean;
  /** A space or a middle dot: left out, but a word ends there. */
  readonly parts: boolean;
}

const known = new Map<string, readonly Sign[]>();

function signsOf(cluster: string): readonly Sign[] {
  let signs = known.get(cluster);
  if (!signs) {
    signs = [...cluster.normalize("NFKC").toLowerCase()].map((unit): Sign => ({
      unit, hiragana: hiragana(unit), letter: LETTER.test(unit) && !SILENT.test(unit),
      silent: SILENT.test(unit), parts: /[\s・]/u.test(unit),
    }));
    known.set(cluster, signs);
  }
  return signs;
}

/** Visit the characters; a half-width kana comes with the sound mark behind it (ｶﾞ is one sound), 1,693 without its comma. */
function walk(text: string, visit: (sign: Sign, place: number) => void): void {
  for (let place = 0; place < text.length; ) {
    const code = text.charCodeAt(place);
    const next = text.charCodeAt(place + 1);
    const two = (code >= 0xff66 && code <= 0xff9d && (next === 0xff9e || next === 0xff9f)) || (code >= 0xd800 && code <= 0xdbff && next >= 0xdc00);
    const cluster = two ? text.slice(place, place + 2) : text[place]!;
    const inNumber = (cluster === "," || cluster === "，") && /[0-9０-９]/.test(text[place - 1] ?? "") && /[0-9０-９]/.test(text[place + 1] ?? "");
    if (!inNumber) for (const sign of signsOf(cluster)) visit(sign, place);
    place += cluster.length;
  }
}

/** Katakana → hiragana; all else stays. */
export function hiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/** True if the unit is kanji. */
export function isKanji(unit: string | undefined): boolean {
  return unit !== undefined && /[\u4e00-\u9fff々〇]/.test(unit);
}

/** True if the unit is hiragana (folded katakana is too). */
export function isKana(unit: string | undefined): boolean {
  return unit !== undefined && /[ぁ-ゖゝゞ]/.test(unit);
}

/** True if the unit is katakana, not folded. */
export function isKatakana(unit: string | undefined): boolean {
  return unit !== undefined && /[ァ-ヺ]/.test(unit);
}

/** Kana that stand between kanji in some spellings of a word and not in others; particles are not among them. */
const OKURIGANA = /(?<=[\u4e00-\u9fff々])[きりけえいちみしひげつくうせれわびめねべぎぐすずまか](?=[\u4e00-\u9fff々])/gu;

/** The text without the kana that may be left out between kanji: 受け入れる and 受入れる are one. */
export function withoutOkurigana(text: string): string {
  return text.replace(OKURIGANA, "");
}
