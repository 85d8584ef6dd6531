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
  return foldWithPlaces(text).text;
}

/** The text as it is compared, with the places of its units in the original. `katakana` stays if asked for. */
export function foldWithPlaces(text: string, katakana = false): Folded {
  const out: string[] = [];
  const from: number[] = [];
  const breaks = new Set<number>();
  const put = (unit: string, place: number): void => {
    const small = /[ゔヴ]/.test(out[out.length - 1] ?? "") ? VU.get(unit) : undefined;
    if (small) out[out.length - 1] = small;
    else {
      out.push(unit);
      from.push(place);
    }
  };
  for (const { cluster, place } of clusters(text)) {
    for (const unit of cluster.normalize("NFKC").toLowerCase()) {
      if (SILENT.test(unit)) {
        if (/[\s・]/u.test(unit)) breaks.add(out.length);
      } else if (LETTER.test(unit)) {
        for (const half of (katakana ? unit : hiragana(unit)).split("")) put(half, place);
      } else if (!(unit === "," && /\d$/.test(out[out.length - 1] ?? "") && /\d/.test(text[place + 1] ?? "")) && out.length && out[out.length - 1] !== " ") {
        put(" ", place);
      }
    }
  }
  return { text: out.join(""), from, breaks };
}

/** Code points; a half-width kana stays with the sound mark behind it (ｶﾞ is one sound). */
function* clusters(text: string): Generator<{ cluster: string; place: number }> {
  for (const match of text.matchAll(/[\uff66-\uff9d][\uff9e\uff9f]?|[^]/gu)) {
    yield { cluster: match[0], place: match.index };
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
