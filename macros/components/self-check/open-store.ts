/** The records of one checklist on this device, with the mirror that outlives a killed browser. */

import { SITE } from "../../client/site-id";
import { openStore } from "../../client/storage";
import type { RecordStore } from "../../client/storage";
import { placePrefix } from "../../client/storage-keys";
import { Mirror, MirroredStorage } from "./mirror";
import { freshId } from "./records";

/** A database that is slow to answer must not keep the page from starting. */
const PATIENCE_MS = 1000;

export interface DeviceStore {
  readonly store: RecordStore;
  /** True later if records came up after the store was opened. */
  readonly late: Promise<boolean>;
}

export async function openDeviceStore(checklistId: string): Promise<DeviceStore> {
  const place = { site: SITE, checklist: checklistId };
  const mirror = new Mirror(`kyogikai:${SITE}`);
  const late = restore(mirror, placePrefix(place));
  await Promise.race([late, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  return { store: openStore(() => new MirroredStorage(window.localStorage, mirror), place, freshId()), late };
}

async function restore(mirror: Mirror, prefix: string): Promise<boolean> {
  try {
    return await mirror.restore(window.localStorage, prefix);
  } catch {
    return false; // storage is forbidden: openStore finds out, and the page says so
  }
}
