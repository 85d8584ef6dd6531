/** What another tab saves or removes is told here at once. */

import { parseStorageEvent } from "../../client/storage-events";
import { decodeEnvelope } from "../../client/storage-keys";
import type { Context } from "./context";

/** `listChanged`: a record of this checklist came, went or changed. */
export function followOtherTabs({ session, signal }: Context, listChanged: () => void): void {
  const onStorage = (event: StorageEvent) => {
    const change = parseStorageEvent(event, session.store.place, session.store.tab);
    if (!change) return;
    listChanged();
    if (change.type !== "cleared" && change.id !== session.id) return;
    session.changedElsewhere(change.type === "saved" ? decodeEnvelope(event.newValue) : null);
  };
  window.addEventListener("storage", onStorage, { signal });
}
