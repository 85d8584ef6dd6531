/** Starts the self-check on an element that holds a filled sheet and its checklist as JSON. */

import { SITE } from "../../client/site-id";
import { openStore } from "../../client/storage";
import { placePrefix } from "../../client/storage-keys";
import type { ChecklistData } from "../../client/types";
import { App } from "./app";
import { hook } from "./dom";
import { Mirror, MirroredStorage } from "./mirror";
import { freshId } from "./records";

/** A database that is slow to answer must not keep the page from starting. */
const PATIENCE_MS = 1000;

/** Runs until the page goes. Reads what the build or the page of own checklists has put into `root`. */
export async function start(root: HTMLElement): Promise<void> {
  // Written by the build (macros/client_data.py) or judged by client/own/, so its shape is known.
  const checklist = JSON.parse(hook(root, "checklist").textContent) as ChecklistData;
  const place = { site: SITE, checklist: checklist.id };
  const mirror = new Mirror(`kyogikai:${SITE}`);
  const restored = restore(mirror, placePrefix(place));
  await Promise.race([restored, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  const store = openStore(() => new MirroredStorage(window.localStorage, mirror), place, freshId());
  const app = new App(root, checklist, store, new AbortController().signal);
  app.start();
  if (await restored) app.refresh();
}

async function restore(mirror: Mirror, prefix: string): Promise<boolean> {
  try {
    return await mirror.restore(window.localStorage, prefix);
  } catch {
    return false; // storage is forbidden: openStore finds out, and the page says so
  }
}
