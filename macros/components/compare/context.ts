/** What every panel of the comparison needs, made once in app.ts. */

import type { LoadXlsx } from "../../client/files/engine";
import type { RecordStore } from "../../client/storage";
import type { Catalogue } from "../../client/own/catalogue";
import type { ChecklistData } from "../../client/types";
import type { Numbers } from "../self-check/numbers";
import type { Words } from "../self-check/words";
import type { State } from "./state";

export const STEPS = ["take", "check", "see", "decide", "out"] as const;
export type Step = (typeof STEPS)[number];

export interface Context {
  readonly root: HTMLElement;
  readonly words: Words;
  readonly state: State;
  readonly catalogue: Catalogue;
  readonly loadXlsx: LoadXlsx;
  /** The records of this device for the present checklist. */
  readonly store: () => RecordStore;
  /** The numbers of the present checklist's items. */
  readonly numbers: () => Numbers;
  readonly announce: (text: string) => void;
  readonly go: (step: Step) => void;
  /** Shows an item of the list. */
  readonly goItem: (itemId: string) => void;
  /** Something that every panel shows has changed. */
  readonly changed: () => void;
  /** Turns to another checklist: everything taken in goes. */
  readonly turn: (checklist: ChecklistData) => Promise<void>;
}

export interface Panel {
  render(): void;
}
