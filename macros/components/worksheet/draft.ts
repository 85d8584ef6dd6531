/** The worksheet on this device: one draft, every access guarded. */

import { SITE } from "../../client/site-id";
import { emptyWorksheet, readWorksheet } from "../../client/worksheet";
import type { Worksheet } from "../../client/worksheet";

const KEY = `kyogikai:${SITE}:worksheet:draft`;

export function loadDraft(): Worksheet {
  try {
    const read = readWorksheet(JSON.parse(window.localStorage.getItem(KEY) ?? "null"));
    return read.ok ? read.value : emptyWorksheet();
  } catch {
    return emptyWorksheet();
  }
}

/** True if it lies on the device now. */
export function saveDraft(sheet: Worksheet): boolean {
  try {
    const text = JSON.stringify(sheet);
    window.localStorage.setItem(KEY, text);
    return window.localStorage.getItem(KEY) === text;
  } catch {
    return false;
  }
}

export function removeDraft(): void {
  try {
    window.localStorage.removeItem(KEY);
  } catch {
    /* nothing was stored then */
  }
}
