/** Where one is, in the address: #/<record id>/<view>, or #<item id> from a handbook page. */

import { VIEWS } from "./context";
import type { ViewName } from "./context";

export type Route =
  | { readonly kind: "record"; readonly id: string; readonly view: ViewName }
  | { readonly kind: "item"; readonly itemId: string }
  | { readonly kind: "start" }
  /** Another place of the page (#top, #content): no business of the views. */
  | { readonly kind: "other" };

export function parseRoute(hash: string, isItem: (id: string) => boolean): Route {
  const own = /^#\/([a-z0-9-]+)\/([a-z]+)$/.exec(hash);
  const view = VIEWS.find((name) => name === own?.[2]);
  if (own?.[1] && view) return { kind: "record", id: own[1], view };
  const itemId = hash.slice(1);
  if (isItem(itemId)) return { kind: "item", itemId };
  return { kind: hash === "" || hash.startsWith("#/") ? "start" : "other" };
}

export function formatRoute(id: string, view: ViewName): string {
  return view === "start" || id === "" ? "#/" : `#/${id}/${view}`;
}

/** Writes the address: a step that Back can undo, or in place of the present one. */
export function writeRoute(hash: string, replace: boolean): void {
  if (location.hash === hash || (hash === "#/" && location.hash === "")) return;
  if (replace) history.replaceState(null, "", hash);
  else history.pushState(null, "", hash);
}
