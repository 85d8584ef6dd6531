/** Progress on a learning path: ticks stay in this browser, under one key for all paths. */

import { SITE } from "../../client/site-id";
import { goLive } from "../settings/arrival";

const key = `kyogikai:${SITE}:_learn`;
const kept = new Set<string>();

function load(): void {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    if (Array.isArray(stored)) for (const id of stored) if (typeof id === "string") kept.add(id);
  } catch {
    // Forbidden or damaged: the reader starts with no ticks, and hears of it at the first one.
  }
}

function save(): void {
  const warning = document.querySelector<HTMLElement>("[data-js-path-unsaved]");
  try {
    localStorage.setItem(key, JSON.stringify([...kept].sort()));
    if (warning) warning.hidden = true;
  } catch {
    if (warning) warning.hidden = false;
  }
}

function fill(element: HTMLElement, done: number, all: number): void {
  element.textContent = (element.dataset["text"] ?? "").replace("{done}", String(done)).replace("{all}", String(all));
}

/** The first step without a tick, so that a reader who comes back need not look for it. */
function showNext(bar: HTMLElement, tick: HTMLInputElement | undefined): void {
  const next = bar.querySelector<HTMLElement>("[data-js-path-next]");
  const step = tick?.closest("li");
  if (!next) return;
  next.hidden = !step;
  if (!step) return;
  const link = next.querySelector("a")!;
  link.href = `#${step.id}`;
  link.textContent = step.querySelector("[data-js-path-title]")?.textContent ?? "";
}

function showPath(bar: HTMLElement): void {
  const ticks = [...document.querySelectorAll<HTMLInputElement>("[data-js-path-step] input")];
  const count = bar.querySelector<HTMLElement>("[data-js-path-count]");
  const update = () => {
    const done = ticks.filter((tick) => tick.checked).length;
    bar.querySelector("progress")!.value = done;
    if (count) fill(count, done, ticks.length);
    showNext(bar, ticks.find((tick) => !tick.checked));
  };
  for (const tick of ticks) {
    tick.checked = kept.has(tick.value);
    tick.closest("label")!.hidden = false;
    tick.addEventListener("change", () => {
      if (tick.checked) kept.add(tick.value);
      else kept.delete(tick.value);
      save();
      update();
    });
  }
  bar.hidden = false;
  update();
  goLive(bar);
}

function showList(): void {
  for (const element of document.querySelectorAll<HTMLElement>("[data-js-path-progress]")) {
    const steps = (element.dataset["steps"] ?? "").split("|");
    const done = steps.filter((id) => kept.has(id)).length;
    element.hidden = done === 0;
    fill(element, done, steps.length);
  }
  goLive(document.querySelector("[data-js-paths]"));
}

load();
const bar = document.querySelector<HTMLElement>("[data-js-path]");
if (bar) showPath(bar);
showList();
