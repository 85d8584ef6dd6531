/** Tells, beside each checklist, how many records of it this device keeps. */

import { SITE } from "../../client/site-id";
import { readIndex } from "../../client/storage";
import { goLive } from "../settings/arrival";

const records = readIndex(() => window.localStorage, SITE);

for (const place of document.querySelectorAll<HTMLElement>("[data-js-records-of]")) {
  const count = records.filter((record) => record.checklist === place.getAttribute("data-js-records-of")).length;
  const number = place.querySelector("[data-js-number]");
  if (number) number.textContent = String(count);
  place.hidden = count === 0;
}
goLive(document.querySelector(".checklists"));
