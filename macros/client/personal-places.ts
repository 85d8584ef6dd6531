/** Where in a record something looks personal: every free text that may leave, answers and plan alike. */

import { personalSpots } from "./personal";
import type { PersonalHint } from "./personal";
import { NOTE_FIELDS, PLAN_KINDS } from "./types";
import type { Agreed, Answers, Plan, ResultFile } from "./types";

export interface TextPlace {
  /** "" for a text of the plan or of the record itself. */
  readonly itemId: string;
  /** reason, evidence, note_shared, note_private, agreed, goals, actions, requests, label. */
  readonly field: string;
  /** The label of the snapshot that the text stands in; null for the record as it is now. */
  readonly snapshot: string | null;
}

export interface PersonalPlace extends TextPlace {
  readonly hint: PersonalHint;
  readonly found: string;
}

interface PlacedText extends TextPlace {
  readonly text: string;
}

/** What looks personal in `record`, in the order of `itemIds`. Apply `forAudience` first: only what leaves counts. */
export function personalPlaces(record: ResultFile, itemIds: readonly string[]): readonly PersonalPlace[] {
  const now = textsOf(record, itemIds, null);
  const then = record.snapshots.flatMap((one) => textsOf(one, itemIds, one.label));
  const label = { itemId: "", field: "label", snapshot: null, text: record.respondent.label };
  const seen = new Set<string>();
  return [label, ...now, ...then].flatMap(({ text, ...place }) => {
    const fresh = personalSpots(text).filter(({ hint, found }) => {
      // What stands in a snapshot as it stands in the record needs saying once.
      const key = [place.itemId, place.field, hint, found].join("\n");
      return !seen.has(key) && seen.add(key);
    });
    return fresh.map((spot): PersonalPlace => ({ ...place, ...spot }));
  });
}

interface Texts {
  readonly answers: Answers;
  readonly agreed?: Readonly<Record<string, Agreed>>;
  readonly plan?: Plan;
}

function textsOf({ answers, agreed = {}, plan }: Texts, itemIds: readonly string[], snapshot: string | null): readonly PlacedText[] {
  const ids = [...new Set([...itemIds, ...Object.keys(answers), ...Object.keys(agreed)])];
  const ofItems = ids.flatMap((itemId) => [
    ...(["reason", ...NOTE_FIELDS] as const).map((field) => ({ itemId, field, snapshot, text: answers[itemId]?.[field] ?? "" })),
    { itemId, field: "agreed", snapshot, text: agreed[itemId]?.reason ?? "" },
  ]);
  const ofPlan = PLAN_KINDS.flatMap((field) => (plan?.[field] ?? []).map(({ text }) => ({ itemId: "", field, snapshot, text })));
  return [...ofItems, ...ofPlan].filter(({ text }) => text !== "");
}
