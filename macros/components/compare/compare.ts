/** Entry of 回答の比較. */

import { Catalogue } from "../../client/own/catalogue";
import { OwnStore } from "../../client/own/store";
import { SITE } from "../../client/site-id";
import { readIndex } from "../../client/storage";
import type { ChecklistData } from "../../client/types";
import { hook } from "../self-check/dom";
import { openDeviceStore } from "../self-check/open-store";
import { App } from "./app";

/** #/<checklist>/<record id>: a record whose years are to be compared. */
const ROUTE = /^#\/([a-z0-9-]+)\/([a-z0-9-]+)$/;

async function start(root: HTMLElement): Promise<void> {
  // Written by the build (macros/client_data.py), so its shape is known.
  const site = JSON.parse(hook(root, "catalogue").textContent) as readonly ChecklistData[];
  const catalogue = new Catalogue(site, new OwnStore(() => window.localStorage, SITE));
  const [, wanted = "", recordId = ""] = ROUTE.exec(location.hash) ?? [];
  // Without a wish: the checklist that somebody worked on last.
  const last = readIndex(() => window.localStorage, SITE)[0]?.checklist;
  const checklist = catalogue.find(wanted || last || "") ?? site[0];
  if (!checklist) return;
  const { store, late } = await openDeviceStore(checklist.id);
  const app = new App(root, catalogue, checklist, store);
  app.start(recordId);
  if (await late) app.refresh();
}

for (const root of document.querySelectorAll<HTMLElement>("[data-js-compare]")) void start(root);
