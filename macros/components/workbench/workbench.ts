/** Entry of the workbench page. */

import { Catalogue } from "../../client/own/catalogue";
import { OwnStore } from "../../client/own/store";
import { SITE } from "../../client/site-id";
import type { ChecklistData } from "../../client/types";
import { hook } from "../self-check/dom";
import { App } from "./app";

for (const root of document.querySelectorAll<HTMLElement>("[data-js-workbench]")) {
  // Written by the build (macros/client_data.py), so its shape is known.
  const site = JSON.parse(hook(root, "catalogue").textContent) as readonly ChecklistData[];
  const catalogue = new Catalogue(site, new OwnStore(() => window.localStorage, SITE));
  new App(root, catalogue, new AbortController().signal).start();
}
