/** How like two texts are, by the pairs of characters (and the kanji, in sentences) that they share. */

import type { Grams, Index, Texts } from "./bigrams";
import { TUNING } from "./tuning";

/** How much two texts have in common, from 0 to 1: twice what they share by all that they have. */
export function likeness(a: Grams, b: Grams): number {
  let shared = 0;
  for (const gram of b) if (a.has(gram)) shared += 1;
  return a.size + b.size ? (2 * shared) / (a.size + b.size) : 0;
}

/** For each document, from 0 to 1: how well its sentences say what was typed, one of them nearly as a whole or all together; `jointly` is what the latter counts. */
export function sentencesLike(typed: Grams, index: Index, jointly: number): Float64Array {
  const rarities = new Map([...typed].map((gram) => [gram, index.rarity(gram) || index.rarest]));
  const all = [...rarities.values()].reduce((sum, rarity) => sum + rarity, 0);
  return Float64Array.from(index.texts, ({ asked, said }: Texts) => {
    let has = 0;
    for (const [gram, rarity] of said.size ? rarities : []) if (said.has(gram)) has += rarity;
    return has ? Math.max(Math.min(1, (jointly * has) / all), ...asked.map((sentence) => TUNING.alike * likeness(typed, sentence))) : 0;
  });
}
