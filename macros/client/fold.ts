/** Spelling without differences of width, case and kana: for finding words. */

/** The text as it is compared: 「ﾎｯｶｲﾄﾞｳ」 and 「ほっかいどう」 are the same. */
export function folded(text: string): string {
  const plain = text.normalize("NFKC").toLowerCase();
  return plain.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/** True if `text` holds every word of `query` (words stand apart by spaces, full-width ones too). */
export function holdsWords(text: string, query: string): boolean {
  const within = folded(text);
  return folded(query).split(/\s+/).every((word) => within.includes(word));
}
