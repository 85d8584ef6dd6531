/** How a reader wants to read: the choices of the panel 「表示」, and how they are kept. */

import { SITE } from "../site-id";

/** Every setting with its choices; the first is what holds where nothing was chosen. */
export const CHOICES = {
  text: ["100", "112", "125", "150", "175", "200"],
  lines: ["normal", "wide", "wider"],
  width: ["normal", "narrow", "full"],
  font: ["standard", "ud", "textbook", "meiryo", "yu"],
  scheme: ["auto", "light", "dark"],
  contrast: ["normal", "high"],
  furigana: ["off", "all", "terms"],
  easy: ["off", "on"],
} as const;

export type SettingName = keyof typeof CHOICES;
export type Settings = { readonly [Name in SettingName]: string };

export const NAMES = Object.keys(CHOICES) as readonly SettingName[];
export const DEFAULTS: Settings = Object.fromEntries(NAMES.map((name) => [name, CHOICES[name][0]])) as unknown as Settings;

/** The storage key; it can be no record's key, which has one part more (storage-keys.ts). */
export const KEY = `kyogikai:${SITE}:_look`;

/** The settings in a stored text. What is missing, unknown or broken is as if nothing had been chosen. */
export function readSettings(text: string | null): Settings {
  let stored: unknown = null;
  try {
    stored = JSON.parse(text ?? "null");
  } catch {
    // Broken by another hand: the standard look is always readable.
  }
  const bag = (typeof stored === "object" && stored !== null ? stored : {}) as { readonly [name: string]: unknown };
  const chosen = NAMES.map((name) => [name, (CHOICES[name] as readonly unknown[]).includes(bag[name]) ? bag[name] : DEFAULTS[name]]);
  return Object.fromEntries(chosen) as Settings;
}

/** What to store: only what differs from the standard. */
export function writeSettings(settings: Settings): string {
  return JSON.stringify(Object.fromEntries(changed(settings)));
}

/** Name and value of each setting that differs from the standard. */
export function changed(settings: Settings): readonly (readonly [SettingName, string])[] {
  return NAMES.filter((name) => settings[name] !== DEFAULTS[name]).map((name) => [name, settings[name]] as const);
}
