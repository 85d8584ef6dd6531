/** Distributions over councils. Denominator of every level's count: the councils that answered with a level. */

import { BESIDE, kindOf } from "./cells";
import type { Beside } from "./cells";
import type { Sight } from "./sight";

export interface Spread {
  /** Councils (or answers, in a domain) by level, from the highest. */
  readonly levels: readonly number[];
  readonly beside: Readonly<Record<Beside, number>>;
  /** The sum of `levels`. */
  readonly answered: number;
  /** All of them, whatever they said. */
  readonly total: number;
}

/** The distribution of the item at place `at` of the checklist. */
export function spreadOf({ columns, checklist }: Sight, at: number): Spread {
  const levels = checklist.scale.levels.map(() => 0);
  const beside = Object.fromEntries(BESIDE.map((kind) => [kind, 0])) as Record<Beside, number>;
  for (const { cells } of columns) {
    const cell = cells[at] ?? -1;
    const kind = kindOf(cell);
    if (kind === "answered") levels[cell] = (levels[cell] ?? 0) + 1;
    else beside[kind] += 1;
  }
  return { levels, beside, answered: levels.reduce((sum, count) => sum + count, 0), total: columns.length };
}

/** Distributions added up: of a domain, whose unit is one answer of one council to one item. */
export function addSpreads(spreads: readonly Spread[], levels: number): Spread {
  const sum = (pick: (spread: Spread) => number) => spreads.reduce((total, spread) => total + pick(spread), 0);
  return {
    levels: Array.from({ length: levels }, (_, rank) => sum((spread) => spread.levels[rank] ?? 0)),
    beside: Object.fromEntries(BESIDE.map((kind) => [kind, sum((spread) => spread.beside[kind])])) as Record<Beside, number>,
    answered: sum((spread) => spread.answered),
    total: sum((spread) => spread.total),
  };
}

/** Councils whose level lies in the lower half of the scale. */
export function lowerHalf({ levels }: Spread): number {
  return levels.reduce((sum, count, rank) => sum + (rank >= levels.length / 2 ? count : 0), 0);
}

/**
 * How far councils are apart: the difference of levels between two of them, on average over all pairs;
 * null where fewer than two answered. 0: all say the same. It says nothing about good or bad.
 */
export function distance({ levels, answered }: Spread): number | null {
  if (answered < 2) return null;
  let sum = 0;
  for (let a = 0; a < levels.length; a += 1) {
    for (let b = a + 1; b < levels.length; b += 1) sum += (levels[a] ?? 0) * (levels[b] ?? 0) * (b - a);
  }
  return sum / ((answered * (answered - 1)) / 2);
}
