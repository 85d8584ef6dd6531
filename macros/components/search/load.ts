/** Loads the search and its index once, by classic scripts: fetch() and modules do not work from file://. */

import type { Packed } from "../../client/search/unpack";

/** What the lazily loaded script gives. */
export interface Search {
  /** Show what is found for the words, in the panel of the box. */
  show(words: string): void;
}

/** How the lazily loaded script is started. */
export type StartSearch = (root: HTMLElement, packed: Packed) => Promise<Search>;

interface Globals {
  kyogikaiSearch?: StartSearch;
  kyogikaiSearchIndex?: Packed;
}

let loading: Promise<Search> | null = null;

/** Start the search of the box; a later call tries again where loading failed. */
export function loadSearch(root: HTMLElement): Promise<Search> {
  loading ??= load(root).catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function load(root: HTMLElement): Promise<Search> {
  const { jsScript = "", jsIndex = "" } = root.dataset;
  await Promise.all([script(jsScript), script(jsIndex)]);
  const { kyogikaiSearch, kyogikaiSearchIndex } = globalThis as Globals;
  if (!kyogikaiSearch || !kyogikaiSearchIndex) throw new Error("the search left nothing");
  return kyogikaiSearch(root, kyogikaiSearchIndex);
}

function script(source: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = source;
    element.addEventListener("load", () => resolve());
    element.addEventListener("error", () => {
      element.remove();
      reject(new Error(`${source} cannot be loaded`));
    });
    document.head.append(element);
  });
}
