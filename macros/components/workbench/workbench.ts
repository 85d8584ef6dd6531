/** Entry of the workbench page. */

import type { ChecklistData } from "../../client/types";
import { hook } from "../self-check/dom";
import { App } from "./app";

for (const root of document.querySelectorAll<HTMLElement>("[data-js-workbench]")) {
  // Written by the build (macros/client_data.py), so its shape is known.
  const catalogue = JSON.parse(hook(root, "catalogue").textContent) as readonly ChecklistData[];
  new App(root, catalogue, new AbortController().signal).start();
}
