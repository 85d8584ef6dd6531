/** Whether the key / opens the search: the reader may turn it off (WCAG 2.1.4). */

import { SITE } from "../../client/site-id";

const KEY = `kyogikai:${SITE}:_search`;

/** True unless the reader turned it off. */
export function slashOpens(): boolean {
  try {
    return localStorage.getItem(KEY) !== "no-slash";
  } catch {
    return true;
  }
}

/** Turn it on or off; where nothing can be stored it holds for this page view only. */
export function setSlash(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, "no-slash");
  } catch {
    // Storage is off: nothing to keep.
  }
}
