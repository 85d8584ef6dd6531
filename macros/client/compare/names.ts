/** What respondents are called: their own labels, told apart; or neutral letters where nobody is to be known. */

import { cleanLine } from "../text";
import type { ResultFile } from "../types";

/** A number from 0 below `limit`, by chance. */
export type Below = (limit: number) => number;

/** The labels of `records`: respondent, else role, else `fallback`; equal ones are numbered. */
export function ownLabels(records: readonly ResultFile[], fallback: string): readonly string[] {
  const labels = records.map(({ respondent }) => cleanLine(respondent.label || respondent.role || fallback));
  return labels.map((label, at) => {
    if (labels.indexOf(label) === labels.lastIndexOf(label)) return label;
    return `${label}（${labels.slice(0, at + 1).filter((other) => other === label).length}）`;
  });
}

/** A letter for each of `count` respondents, dealt out by chance: the order tells nothing. */
export function neutralLetters(count: number, below: Below): readonly string[] {
  return shuffled(Array.from({ length: count }, (_, at) => letter(at)), below);
}

/** A … Z, then AA, AB … */
function letter(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letter(Math.floor(at / 26) - 1) + last;
}

/** Fisher and Yates. */
function shuffled<T>(list: readonly T[], below: Below): readonly T[] {
  const mixed = [...list];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const at = below(last + 1);
    [mixed[last], mixed[at]] = [mixed[at] as T, mixed[last] as T];
  }
  return mixed;
}
