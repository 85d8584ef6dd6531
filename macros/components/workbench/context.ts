/** What every part of the page needs, made once in app.ts. */

import type { LoadXlsx } from "../../client/files/engine";
import type { ReadOwn } from "../own-checklist/reader";
import type { Words } from "../self-check/words";
import type { Bench } from "./bench";

export const STEPS = ["take", "check", "look", "agenda", "out"] as const;
export type Step = (typeof STEPS)[number];

export interface Context {
  readonly root: HTMLElement;
  readonly bench: Bench;
  readonly words: Words;
  readonly loadXlsx: LoadXlsx;
  readonly readOwn: ReadOwn;
  /** Ends every listener of the page at once. */
  readonly signal: AbortSignal;
  /** Says something once in the polite live region. */
  readonly announce: (text: string) => void;
  readonly go: (step: Step) => void;
}

/** A panel: drawn when it comes up, and again when something changes under it. */
export interface Panel {
  render(): void;
}
