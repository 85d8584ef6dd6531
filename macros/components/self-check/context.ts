/** What every part of the page needs, made once in app.ts. */

import type { ChecklistData } from "../../client/types";
import type { Session } from "./session";
import type { Words } from "./words";

export const VIEWS = ["start", "answer", "result", "group"] as const;
export type ViewName = (typeof VIEWS)[number];

export interface Context {
  readonly root: HTMLElement;
  readonly checklist: ChecklistData;
  readonly session: Session;
  readonly words: Words;
  /** Ends every listener of the page at once. */
  readonly signal: AbortSignal;
  /** Says something once in the polite live region. */
  readonly announce: (text: string) => void;
  /** Shows a view of the open record, at an item if one is given. */
  readonly go: (view: ViewName, itemId?: string) => void;
}

/** One view of the page. */
export interface View {
  /** Called each time the view comes up. */
  show(itemId?: string): void;
}
