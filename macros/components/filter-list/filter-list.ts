/**
 * Filters a list that the page already holds: <form data-js-filters> above <… data-js-filter-list>.
 *
 * A control named "kind" keeps the entries whose data-kind holds its value (several values stand
 * apart by "|"); the control named "q" keeps those whose text holds every word of it. The choice
 * stands in the address, so that a filtered list can be shared.
 */

import { goLive } from "../settings/arrival";

const form = document.querySelector<HTMLFormElement>("[data-js-filters]");
const list = document.querySelector<HTMLElement>("[data-js-filter-list]");

/** Width, case and kana do not matter in a search for words. */
function folded(text: string): string {
  const plain = text.normalize("NFKC").toLowerCase();
  return plain.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

function values(): Map<string, string> {
  const chosen = new Map<string, string>();
  for (const [name, value] of new FormData(form!)) {
    if (typeof value === "string" && value.trim()) chosen.set(name, value.trim());
  }
  return chosen;
}

function fits(entry: HTMLElement, chosen: Map<string, string>): boolean {
  for (const [name, value] of chosen) {
    if (name === "q") {
      const text = folded(entry.textContent ?? "");
      if (!folded(value).split(/\s+/).every((word) => text.includes(word))) return false;
    } else if (!(entry.getAttribute(`data-${name}`) ?? "").split("|").includes(value)) {
      return false;
    }
  }
  return true;
}

function apply(): void {
  const chosen = values();
  let shown = 0;
  for (const entry of list!.querySelectorAll<HTMLElement>("[data-js-filter-entry]")) {
    entry.hidden = !fits(entry, chosen);
    if (!entry.hidden) shown += 1;
  }
  for (const group of list!.querySelectorAll<HTMLElement>("[data-js-filter-group]")) {
    group.hidden = !group.querySelector("[data-js-filter-entry]:not([hidden])");
  }
  const none = document.querySelector<HTMLElement>("[data-js-filter-none]");
  if (none) none.hidden = shown > 0;
  const count = form!.querySelector<HTMLElement>("[data-js-filter-count]");
  if (count) count.textContent = (count.dataset["text"] ?? "").replace("{n}", String(shown));
  offerReset(chosen.size > 0);
  const query = new URLSearchParams([...chosen]).toString();
  history.replaceState(history.state, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
}

/** The button is there while there is something to undo; the focus does not go with it. */
function offerReset(something: boolean): void {
  const button = form!.querySelector<HTMLButtonElement>("[type=reset]");
  if (!button) return;
  if (!something && document.activeElement === button) form!.querySelector<HTMLElement>("[name]")?.focus();
  button.hidden = !something;
}

function restore(): void {
  const query = new URLSearchParams(location.search);
  for (const control of form!.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[name]")) {
    const value = query.get(control.name);
    if (value === null) continue;
    control.value = value;
    // A choice that came with the address must be seen.
    const folded = control.closest("details");
    if (folded && value) folded.open = true;
  }
}

/** A link to an entry must show it, whatever the filters say. */
function showTarget(): void {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const entry = target && target.closest<HTMLElement>("[data-js-filter-entry]");
  if (!entry) return;
  if (entry.hidden) {
    form!.reset();
    apply();
  }
  const folded = entry.querySelector("details");
  if (folded) folded.open = true;
  entry.scrollIntoView();
}

if (form && list) {
  restore();
  apply();
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  window.addEventListener("hashchange", showTarget);
  showTarget();
  goLive(form);
}

export {};
