/** Starts the self-check on an element that holds a filled sheet. */

import type { ChecklistData } from "../../client/types";
import { App } from "./app";
import { openDeviceStore } from "./open-store";

/** Runs until the page goes. `checklist`: the one that the sheet in `root` is filled with. */
export async function start(root: HTMLElement, checklist: ChecklistData): Promise<void> {
  const { store, late } = await openDeviceStore(checklist.id);
  const app = new App(root, checklist, store, new AbortController().signal);
  app.start();
  if (await late) app.refresh();
}
