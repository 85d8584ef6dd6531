/**
 * The shapes that everything in the self-assessment passes around.
 *
 * Unknown keys: a file written by a later release, or by another tool, may carry keys that are not
 * declared here. They ride along inside the objects (interfaces do not forbid them at run time), so
 * never rebuild one of these objects field by field: spread the old one and change what changes.
 * The one exception is `audience.ts`, which lets out only what it knows.
 */

/** The format written today. Every format that was ever released opens for ever. */
export const FORMAT = "kyogikai-check/1";

export type SubjectKind = "municipality" | "area" | "prefecture" | "other";

export interface Link {
  readonly title: string;
  readonly url: string;
}

/** One step of the scale. Levels stand from the highest to the lowest. */
export interface ScaleLevel {
  readonly id: string;
  readonly label: string;
  readonly easy: string;
}

export interface Scale {
  readonly id: string;
  readonly levels: readonly ScaleLevel[];
}

export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
  readonly easy: string;
  readonly why?: string;
  readonly look_for?: readonly string[];
  /** Level id → the next step for who answered so. */
  readonly next_steps: Readonly<Record<string, string>>;
  /** What can be asked of the prefecture; "" where there is nothing. */
  readonly ask_prefecture: string;
  /** 1 to 3. */
  readonly weight: number;
  readonly links: readonly Link[];
}

export interface ChecklistDomain {
  readonly id: string;
  readonly title: string;
  readonly about?: string;
  readonly items: readonly ChecklistItem[];
}

/** What one version changed. The order in the list does not matter. */
export interface ChecklistChange {
  readonly version: string;
  readonly date?: string;
  readonly summary: string;
  /** Old item id → new item id. */
  readonly moved: Readonly<Record<string, string>>;
  readonly retired: readonly string[];
  /** Item ids that this version asks for the first time. What moved here from another id is not among them. */
  readonly added?: readonly string[];
}

/** A checklist as the scripts know it: read on its sheet, or inlined as JSON where many are needed. */
export interface ChecklistData {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** Changes whenever the items' ids or wording change; compared, never computed, in the browser. */
  readonly items_digest: string;
  readonly subject_kind: SubjectKind;
  readonly scale: Scale;
  readonly domains: readonly ChecklistDomain[];
  readonly changes: readonly ChecklistChange[];
}

export const ANSWER_STATES = ["answered", "not_applicable", "unknown", "deferred"] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

/** The free texts of an answer. `note_private` never leaves except in a full backup. */
export const NOTE_FIELDS = ["evidence", "note_shared", "note_private"] as const;
export type NoteField = (typeof NOTE_FIELDS)[number];

/**
 * One item's answer. Without `state` it is 未回答: somebody has written a note but not answered yet.
 * `level` is there exactly when `state` is "answered".
 */
export interface Answer {
  readonly state?: AnswerState;
  readonly level?: string;
  readonly reason?: string;
  readonly evidence?: string;
  readonly note_shared?: string;
  readonly note_private?: string;
  /** The level aimed at. */
  readonly target?: string;
}

/** Item id → answer. An item that is not here is 未回答. */
export type Answers = Readonly<Record<string, Answer>>;

/** What a meeting agreed on, kept apart from what one respondent answered. */
export interface Agreed {
  readonly level: string;
  readonly reason: string;
}

export const ACTION_STATUSES = ["todo", "doing", "done", "stopped"] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

export interface Goal {
  readonly text: string;
  readonly due: string;
}

export interface Action {
  readonly text: string;
  readonly owner: string;
  /** ISO date where it is a date; other words (年度末) are allowed. */
  readonly due: string;
  /** One of ACTION_STATUSES; a later release may know more. */
  readonly status: string;
  readonly items: readonly string[];
}

export interface Request {
  readonly text: string;
  readonly to: string;
  readonly items: readonly string[];
}

export interface Plan {
  readonly goals: readonly Goal[];
  readonly actions: readonly Action[];
  readonly requests: readonly Request[];
}

export type PlanKind = keyof Plan;
export const PLAN_KINDS = ["goals", "actions", "requests"] as const satisfies readonly PlanKind[];

/** The answers as they were: before a migration, at the turn of a year, or at a date worth comparing with. */
export interface Snapshot {
  readonly label: string;
  readonly date: string;
  readonly answers: Answers;
  /** The checklist's version then, so that 「その版にない」 can be told from 未回答. */
  readonly version?: string;
  /** What the meeting had agreed on, and the plan: kept at the turn of a year. */
  readonly agreed?: Readonly<Record<string, Agreed>>;
  readonly plan?: Plan;
}

export interface Subject {
  readonly prefecture: string;
  readonly name: string;
  readonly kind: SubjectKind;
}

export interface Respondent {
  readonly label: string;
  readonly role: string;
}

export interface ChecklistRef {
  readonly id: string;
  readonly version: string;
  readonly items_digest: string;
}

/** One self-assessment: what is stored, exported and imported. */
export interface ResultFile {
  readonly format: typeof FORMAT;
  readonly checklist: ChecklistRef;
  readonly subject: Subject;
  readonly respondent: Respondent;
  /** ISO local date (2026-11-21), or "" while nobody has entered one. */
  readonly date: string;
  /** ISO instant of the last change, or "". */
  readonly saved_at: string;
  readonly answers: Answers;
  readonly agreed: Readonly<Record<string, Agreed>>;
  readonly plan: Plan;
  readonly snapshots: readonly Snapshot[];
}

/** Something the user should know about an import that went well: shown before it is taken over. */
export interface Notice {
  readonly code: string;
  readonly message: string;
}

/** Why an import was refused. `message` is complete: what is wrong, what to do, that nothing changed. */
export interface Refusal {
  readonly code: string;
  readonly what: string;
  readonly todo: string;
  readonly message: string;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };
