/** What many find difficult, and where councils differ most: where a talk among them pays. No ranking of councils. */

import { placedItems } from "../scoring";
import type { Placed } from "../scoring";
import { distance, lowerHalf, spreadOf } from "./spread";
import type { Spread } from "./spread";
import type { Sight } from "./sight";

export interface Finding extends Placed {
  readonly spread: Spread;
}

/** Fewer answers than this are no pattern. */
const FEWEST = 3;

/** Items by the share of lower levels among the answers, heavier items first where it is equal. */
export function weakPoints(sight: Sight, max = 5): readonly Finding[] {
  const share = ({ spread }: Finding) => lowerHalf(spread) / spread.answered;
  return findings(sight)
    .filter((one) => lowerHalf(one.spread) > 0)
    .sort((a, b) => share(b) - share(a) || b.item.weight - a.item.weight || a.order - b.order)
    .slice(0, max);
}

/** Items by how far the councils' levels are apart. */
export function differences(sight: Sight, max = 5): readonly Finding[] {
  const apart = ({ spread }: Finding) => distance(spread) ?? 0;
  return findings(sight)
    .filter((one) => apart(one) > 0)
    .sort((a, b) => apart(b) - apart(a) || b.item.weight - a.item.weight || a.order - b.order)
    .slice(0, max);
}

function findings(sight: Sight): readonly Finding[] {
  return placedItems(sight.checklist)
    .map((placed) => ({ ...placed, spread: spreadOf(sight, placed.order) }))
    .filter(({ spread }) => spread.answered >= FEWEST);
}
