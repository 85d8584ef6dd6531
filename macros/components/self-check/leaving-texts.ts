/** Every free text of a record that is about to leave, with the place it stands in. */

import { PLAN_KINDS } from "../../client/types";
import type { ResultFile } from "../../client/types";
import type { Numbers } from "./numbers";

export interface LeavingText {
  /** "" for the plan's texts. */
  readonly itemId: string;
  readonly field: string;
  readonly text: string;
}

const FIELDS = ["reason", "evidence", "note_shared", "note_private"] as const;

export function leavingTexts(record: ResultFile, numbers: Numbers): readonly LeavingText[] {
  const known = numbers.items.map((item) => item.id);
  const ids = [...new Set([...known, ...Object.keys(record.answers), ...Object.keys(record.agreed)])];
  const ofItems = ids.flatMap((itemId) => [
    ...FIELDS.map((field) => ({ itemId, field, text: record.answers[itemId]?.[field] ?? "" })),
    { itemId, field: "agreed", text: record.agreed[itemId]?.reason ?? "" },
  ]);
  const ofPlan = PLAN_KINDS.flatMap((field) => record.plan[field].map(({ text }) => ({ itemId: "", field, text })));
  return [...ofItems, ...ofPlan].filter(({ text }) => text !== "");
}
