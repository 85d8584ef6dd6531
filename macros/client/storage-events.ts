/** What a `storage` event (another tab's write) means for the records of one checklist. */

import { decodeEnvelope, isSpareKey, recordIdOf } from "./storage-keys";
import type { Place } from "./storage-keys";

/** The part of a StorageEvent that counts. `key` is null when the whole storage was cleared. */
export interface StorageChange {
  readonly key: string | null;
  readonly newValue: string | null;
}

export type ForeignChange =
  | { readonly type: "saved"; readonly id: string; readonly revision: number; readonly tab: string }
  | { readonly type: "removed"; readonly id: string }
  | { readonly type: "cleared" };

/** Null where the event does not concern a record of this place, or is this tab's own echo. */
export function parseStorageEvent(event: StorageChange, place: Place, tab: string): ForeignChange | null {
  if (event.key === null) return { type: "cleared" };
  const id = recordIdOf(place, event.key);
  if (id === null || isSpareKey(event.key)) return null;
  if (event.newValue === null) return { type: "removed", id };
  const envelope = decodeEnvelope(event.newValue);
  if (envelope === null || envelope.tab === tab) return null;
  return { type: "saved", id, revision: envelope.revision, tab: envelope.tab };
}
