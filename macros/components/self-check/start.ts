/** Starts the self-check on an element that holds a filled sheet and its checklist as JSON. */

import type { ChecklistData } from "../../client/types";
import { App } from "./app";
import { hook } from "./dom";
import { openDeviceStore } from "./open-store";

/** Runs until the page goes. Reads what the build or the page of own checklists has put into `root`. */
export async function start(root: HTMLElement): Promise<void> {
  // Written by the build (macros/client_data.py) or judged by client/own/, so its shape is known.
  const checklist = JSON.parse(hook(root, "checklist").textContent) as ChecklistData;
  const { store, late } = await openDeviceStore(checklist.id);
  const app = new App(root, checklist, store, new AbortController().signal);
  app.start();
  if (await late) app.refresh();
}
