/** In the head of every page, before anything is drawn: the kept settings, so that nothing flashes. */

import { KEY } from "../../client/look/settings";
import { endArrival } from "./arrival";
import { apply, current, followDevice, kept, onChange, onReadingsNear } from "./keep";

const base = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";
let asked = false;

/** The readings weigh more than a page: they come only when they are wanted, or about to be. */
function loadReadings(): void {
  if (asked) return;
  asked = true;
  for (const name of ["furigana-words.js", "furigana.lazy.js"]) {
    const script = document.createElement("script");
    script.src = new URL(name, base).href;
    script.async = false; // in this order
    document.head.append(script);
  }
}

const { classList } = document.documentElement;
classList.remove("no-js");
// For what has to wait for its script (styles/base.css, components/furigana/style.css).
classList.add("is-arriving");
addEventListener("DOMContentLoaded", endArrival); // every script has run; some go on
classList.toggle("is-asked", location.search !== "" || location.hash !== "");
classList.toggle("awaits-readings", kept().furigana !== "off");
onChange(() => {
  if (current().furigana !== "off") loadReadings();
});
onReadingsNear(loadReadings);
apply(kept());
followDevice();
addEventListener("storage", ({ key }) => {
  if (key === KEY || key === null) apply(kept());
});
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) apply(kept());
});
