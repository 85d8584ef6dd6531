/** The records of one checklist on this device, with the mirror that outlives a killed browser. */

import { SITE } from "../../client/site-id";
import { openStore } from "../../client/storage";
import type { RecordStore } from "../../client/storage";
import { placePrefix, recordKey } from "../../client/storage-keys";
import type { Place } from "../../client/storage-keys";
import { Mirror, MirroredStorage } from "./mirror";
import { freshId } from "./records";

/** A database that never answers must not keep the page from starting; one on a slow disk is worth waiting for. */
const PATIENCE_MS = 5000;

export interface DeviceStore {
  readonly store: RecordStore;
  /** True if, after the store was opened, records came up that it did not have: they were put beside the others. */
  readonly late: Promise<boolean>;
}

export async function openDeviceStore(checklistId: string): Promise<DeviceStore> {
  const place = { site: SITE, checklist: checklistId };
  const mirror = new Mirror(`kyogikai:${SITE}`);
  let open = false;
  const late = restore(mirror, place, () => open);
  await Promise.race([late, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  open = true;
  return { store: openStore(() => new MirroredStorage(window.localStorage, mirror), place, freshId()), late };
}

async function restore(mirror: Mirror, place: Place, isOpen: () => boolean): Promise<boolean> {
  try {
    return (await mirror.restore(window.localStorage, placePrefix(place), isOpen, () => recordKey(place, freshId()))) && isOpen();
  } catch {
    return false; // storage is forbidden: openStore finds out, and the page says so
  }
}
