/** Entry of the self-check page: without it the page is a sheet to read and to print. */

import { openStore } from "../../client/storage";
import type { ChecklistData } from "../../client/types";
import { SITE } from "../../client/site-id";
import { App } from "./app";
import { hook } from "./dom";
import { freshId } from "./records";

function start(root: HTMLElement): void {
  // Written by the build (macros/client_data.py), so its shape is known.
  const checklist = JSON.parse(hook(root, "checklist").textContent) as ChecklistData;
  const store = openStore(() => window.localStorage, { site: SITE, checklist: checklist.id }, freshId());
  new App(root, checklist, store, new AbortController().signal).start();
}

for (const root of document.querySelectorAll<HTMLElement>("[data-js-self-check]")) start(root);
