/** The settings of this page: shown by attributes of <html>, kept in this browser, told to all who ask. */

import { changed, DEFAULTS, KEY, NAMES, readSettings, writeSettings } from "../../client/look/settings";
import type { SettingName, Settings } from "../../client/look/settings";

const COMING = "kyogikai:look-coming";
const CHANGED = "kyogikai:look";
const DARK_DEVICE = "(prefers-color-scheme: dark)";
const READINGS_NEAR = "kyogikai:readings-near";
const PAPER_MADE = "kyogikai:paper-made";

/** What the page shows now. */
export function current(): Settings {
  const { documentElement: html } = document;
  return Object.fromEntries(NAMES.map((name) => [name, html.getAttribute(attribute(name)) ?? DEFAULTS[name]])) as Settings;
}

/** What was kept. Storage may be forbidden, above all on file://. */
export function kept(): Settings {
  try {
    return readSettings(localStorage.getItem(KEY));
  } catch {
    return DEFAULTS;
  }
}

/** Show the settings on this page. */
export function apply(settings: Settings): void {
  document.dispatchEvent(new CustomEvent<Settings>(COMING, { detail: settings }));
  const other = new Map(changed(settings));
  for (const name of NAMES) {
    const value = other.get(name);
    if (value === undefined) document.documentElement.removeAttribute(attribute(name));
    else document.documentElement.setAttribute(attribute(name), value);
  }
  darken(settings.scheme);
  document.dispatchEvent(new Event(CHANGED));
}

/** The dark scheme is chosen, or left to the device and dark there. */
function darken(scheme: string): void {
  const dark = scheme === "dark" || (scheme === "auto" && matchMedia(DARK_DEVICE).matches);
  document.documentElement.toggleAttribute("data-dark", dark);
}

/** Follow the device when its scheme changes. */
export function followDevice(): void {
  matchMedia(DARK_DEVICE).addEventListener("change", () => darken(current().scheme));
}

/** Show and keep a choice. False if it could not be kept, so that it ends with this page. */
export function choose(name: SettingName, value: string): boolean {
  return keep({ ...current(), [name]: value });
}

/** Show and keep settings. False if they could not be kept. */
export function keep(settings: Settings): boolean {
  apply(settings);
  try {
    localStorage.setItem(KEY, writeSettings(settings));
    return true;
  } catch {
    return false;
  }
}

/** Calls `hear` after every change of the settings. */
export function onChange(hear: () => void, signal?: AbortSignal): void {
  document.addEventListener(CHANGED, hear, signal ? { signal } : {});
}

/** Calls `hear` with the settings before the page shows them: while it is still laid out, and places cost nothing. */
export function onComing(hear: (settings: Settings) => void): void {
  document.addEventListener(COMING, (event) => hear((event as CustomEvent<Settings>).detail));
}

/** Says that readings may be chosen next, so that they can be there when they are (settings.head.ts). */
export function expectReadings(): void {
  document.dispatchEvent(new Event(READINGS_NEAR));
}

/** Calls `hear` when readings may be chosen next. */
export function onReadingsNear(hear: () => void): void {
  document.addEventListener(READINGS_NEAR, hear, { once: true });
}

/** Says that something was put into the page for printing: print() does not wait for observers. */
export function announcePaper(): void {
  document.dispatchEvent(new Event(PAPER_MADE));
}

/** Calls `hear` when something was put into the page for printing. */
export function onPaper(hear: () => void): void {
  document.addEventListener(PAPER_MADE, hear);
}

function attribute(name: SettingName): string {
  return `data-look-${name}`;
}
