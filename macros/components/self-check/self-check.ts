/** Entry of the self-check page: without it the page is a sheet to read and to print. */

import type { ChecklistData } from "../../client/types";
import { App } from "./app";
import { hook } from "./dom";
import { openDeviceStore } from "./open-store";

async function start(root: HTMLElement): Promise<void> {
  // Written by the build (macros/client_data.py), so its shape is known.
  const checklist = JSON.parse(hook(root, "checklist").textContent) as ChecklistData;
  const { store, late } = await openDeviceStore(checklist.id);
  const app = new App(root, checklist, store, new AbortController().signal);
  app.start();
  if (await late) app.refresh();
}

for (const root of document.querySelectorAll<HTMLElement>("[data-js-self-check]")) void start(root);
