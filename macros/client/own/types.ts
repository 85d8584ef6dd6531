/** A checklist of somebody else's making, on its way from a file to the page. */

import type { ChecklistData, Scale, SubjectKind } from "../types";

/** One piece of text and where it stands in its file, as the reader is told: 項目!C12, 12行目. */
export interface Cell {
  readonly text: string;
  readonly place: string;
}

export interface DraftItem {
  readonly domain: Cell;
  readonly text: Cell;
  readonly easy?: Cell;
  readonly why?: Cell;
  readonly lookFor: readonly Cell[];
  /** By the number of the level from 0, the highest. */
  readonly nextSteps: ReadonlyMap<number, Cell>;
  readonly askPrefecture?: Cell;
  readonly weight?: Cell;
}

export const BASIC_KEYS = ["title", "publisher", "purpose", "audience", "when", "minutes", "subject"] as const;
export type BasicKey = (typeof BASIC_KEYS)[number];

/** What a reader found, not judged yet. Both readers (XLSX, YAML) give one. */
export interface Draft {
  readonly basics: Readonly<Partial<Record<BasicKey, Cell>>>;
  /** Names of the levels from the highest; none: those of this site. */
  readonly levels: readonly Cell[];
  readonly items: readonly DraftItem[];
  /** What a domain is about, by its title. */
  readonly abouts: ReadonlyMap<string, Cell>;
  /** Faults of form that the reader met: complete sentences with their places. */
  readonly faults: readonly string[];
}

/** What the page runs and this device keeps: the checklist, and what the page says of it. */
export interface OwnChecklist extends ChecklistData {
  readonly publisher: string;
  readonly purpose: string;
  readonly audience: string;
  readonly when: string;
  /** 0: not told. */
  readonly minutes: number;
}

/** What this site uses where a file says nothing; the build inlines it into the page. */
export interface Standards {
  readonly scale: Scale;
  /** Words of the data's vocabulary and how they are shown. */
  readonly roles: Readonly<Record<string, string>>;
  readonly subjects: Readonly<Record<SubjectKind, string>>;
  /** By the subject: the label of its name, and whom it can ask for help. */
  readonly subjectLabels: Readonly<Record<SubjectKind, string>>;
  readonly asked: Readonly<Record<SubjectKind, string>>;
  /** Names that a YAML file may use, by the kind of record. */
  readonly keys: Readonly<Record<"checklist" | "domain" | "item", readonly string[]>>;
}

export type OwnResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly string[] };
