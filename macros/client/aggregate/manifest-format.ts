/** The workbench's own file: every file that was read, what was decided about it, and the agenda. */

import { isBag } from "../guards";
import type { AgendaEntry } from "./agenda";
import type { Choices } from "./councils";

export const MANIFEST_FORMAT = "kyogikai-block/1";

export interface Left {
  readonly file: string;
  readonly what: string;
  readonly todo: string;
}

/** The format written today. Every format that was ever released opens for ever. */
export interface Manifest {
  readonly format: string;
  readonly made_at: string;
  /** Written in anonymous display: names, notes and dates are not in it and cannot come back. */
  readonly anonymous: boolean;
  readonly files: readonly {
    readonly id: string;
    readonly file: string;
    /** The version that was answered; `record` may have been brought to a later one. */
    readonly version: string;
    readonly record: unknown;
  }[];
  readonly refused: readonly Left[];
  readonly choices: Choices;
  readonly sizes: Readonly<Record<string, string>>;
  readonly agenda: readonly AgendaEntry[];
}

/** True for a JSON value that says it is a manifest; its parts are judged one by one in manifest.ts. */
export function isManifest(value: unknown): value is Manifest {
  return isBag(value) && typeof value["format"] === "string" && value["format"].startsWith("kyogikai-block/");
}

/** True if the bytes begin as our manifests do: they may be larger than a single result. */
export function looksLikeManifest(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 60));
  return /^(?:ï»¿)?\s*\{\s*"format"\s*:\s*"kyogikai-block\//.test(head);
}
