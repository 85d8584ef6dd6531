/** Which items a filter keeps. */

import { standing } from "../../client/scoring";
import type { ChecklistData, ResultFile } from "../../client/types";

export type FilterName = "all" | "unanswered" | "low";

/** The lower half of the scale. */
export function isLowLevel({ scale }: ChecklistData, level: string): boolean {
  const rank = scale.levels.findIndex((one) => one.id === level);
  return rank >= scale.levels.length / 2;
}

export function matches(record: ResultFile | null, checklist: ChecklistData, itemId: string, filter: FilterName): boolean {
  if (filter === "all" || !record) return true;
  const stands = standing(record, checklist, itemId);
  if (filter === "unanswered") return stands.kind === "unanswered";
  return stands.kind === "answered" && isLowLevel(checklist, stands.level.id);
}
