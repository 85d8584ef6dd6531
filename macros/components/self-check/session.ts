/**
 * The open record: every change goes through here, is in memory at once and on the device soon after.
 * While another tab's version waits for a decision nothing is written.
 */

import { stampRecord } from "../../client/record";
import type { Envelope, RecordStore } from "../../client/storage";
import type { ResultFile } from "../../client/types";

/** Typing is saved when it pauses this long; everything else at once. */
const PAUSE_MS = 250;
/** Who types on without a pause is saved all the same: a killed browser must not take more than a second. */
const LONGEST_UNSAVED_MS = 500;

export type SaveState =
  | { readonly kind: "none" | "pending" | "memory" | "sample" }
  | { readonly kind: "saved"; readonly at: Date }
  | { readonly kind: "failed"; readonly why: "quota" | "forbidden" }
  /** Changed (or removed: `theirs` is null) elsewhere; a choice is due. */
  | { readonly kind: "waiting"; readonly theirs: Envelope | null };

export interface Opened {
  readonly id: string;
  readonly record: ResultFile;
  readonly revision: number;
  /** False: tried in memory only, never written to the device. */
  readonly kept: boolean;
  /** Made up to look around in: never written, and nothing is lost with it. */
  readonly sample?: boolean;
  /** The record differs from what lies on the device (just made, migrated, rescued). */
  readonly changed: boolean;
}

type ChangeListener = (record: ResultFile, before: ResultFile | null) => void;
type StateListener = (state: SaveState, before: SaveState) => void;

export class Session {
  #open: { id: string; record: ResultFile; revision: number; kept: boolean; sample: boolean } | null = null;
  #state: SaveState = { kind: "none" };
  #dirty = false;
  /** Somebody changed the record: its saved_at tells when. Bringing one in is no change. */
  #edited = false;
  #timer = 0;
  /** Since when typing waits to be saved, by the page's own clock; 0 if none does. */
  #waitingSince = 0;
  readonly #changeListeners: ChangeListener[] = [];
  readonly #stateListeners: StateListener[] = [];

  constructor(readonly store: RecordStore) {}

  get isOpen(): boolean {
    return this.#open !== null;
  }

  get id(): string {
    return this.#open?.id ?? "";
  }

  get record(): ResultFile {
    if (!this.#open) throw new Error("no record is open");
    return this.#open.record;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** Something would be lost if the page went away now. */
  get isAtRisk(): boolean {
    return this.#open !== null && this.#dirty && !this.#open.sample;
  }

  onChange(listener: ChangeListener): void {
    this.#changeListeners.push(listener);
  }

  onState(listener: StateListener): void {
    this.#stateListeners.push(listener);
  }

  open({ id, record, revision, kept, changed, sample = false }: Opened): void {
    this.close();
    this.#open = { id, record, revision, kept, sample };
    this.#dirty = false;
    this.#edited = record.saved_at === "";
    this.#setState(kept ? savedAt(record) : { kind: sample ? "sample" : "memory" });
    this.#tellChange(null);
    if (changed && kept) this.#saveNow();
  }

  close(): void {
    this.flush();
    this.#open = null;
    this.#dirty = false;
    this.#setState({ kind: "none" });
  }

  /** Changes the record. `pace` "soon" is for typing. */
  change(edit: (record: ResultFile) => ResultFile, pace: "now" | "soon" = "now"): void {
    const open = this.#open;
    if (!open) return;
    const before = open.record;
    const record = edit(before);
    if (record === before) return;
    open.record = record;
    this.#dirty = true;
    this.#edited = true;
    this.#tellChange(before);
    if (!open.kept || this.#state.kind === "waiting") return;
    if (pace === "now") this.#saveNow();
    else this.#saveSoon();
  }

  /** Writes what is not written yet: before the page goes away, before a file is made. */
  flush(): void {
    if (this.#dirty && this.#open?.kept && this.#state.kind !== "waiting") this.#saveNow();
  }

  /** Tries again after a failure. */
  retry(): void {
    if (this.#state.kind === "failed") this.#saveNow();
  }

  /** Another tab saved or removed the open record. */
  changedElsewhere(theirs: Envelope | null): void {
    if (!this.#open?.kept) return;
    clearTimeout(this.#timer);
    // Removed there, it is now nowhere but here.
    if (!theirs) this.#dirty = true;
    this.#setState({ kind: "waiting", theirs });
  }

  /** The choice: the other tab's version instead of this one. */
  adopt(): void {
    const theirs = this.#state.kind === "waiting" ? this.#state.theirs : null;
    if (!theirs || !this.#open) return;
    const { id } = this.#open;
    this.#dirty = false;
    this.open({ id, record: theirs.record, revision: theirs.revision, kept: true, changed: false });
  }

  /** The choice: this version over the other, or again onto the device after a removal. */
  overwrite(): void {
    if (this.#state.kind !== "waiting" || !this.#open) return;
    this.#open.revision = this.#state.theirs?.revision ?? 0;
    this.#saveNow();
  }

  /** The choice: this version beside the other (or a record tried in memory, kept from now on). */
  keepAs(id: string): void {
    if (!this.#open) return;
    Object.assign(this.#open, { id, revision: 0, kept: true });
    this.#saveNow();
  }

  /** Gives the record up without writing it again. */
  discard(): void {
    this.#dirty = false;
    clearTimeout(this.#timer);
    this.close();
  }

  #saveSoon(): void {
    clearTimeout(this.#timer);
    this.#waitingSince ||= performance.now();
    const left = this.#waitingSince + LONGEST_UNSAVED_MS - performance.now();
    this.#timer = window.setTimeout(() => this.flush(), Math.max(0, Math.min(PAUSE_MS, left)));
    if (this.#state.kind !== "failed") this.#setState({ kind: "pending" });
  }

  #saveNow(): void {
    const open = this.#open;
    if (!open) return;
    clearTimeout(this.#timer);
    this.#waitingSince = 0;
    const at = new Date();
    const stamped = this.#edited ? stampRecord(open.record, at) : open.record;
    const result = this.store.save(open.id, stamped, open.revision);
    if (result.status === "ok") {
      Object.assign(open, { record: stamped, revision: result.revision });
      this.#dirty = false;
      this.#setState({ kind: "saved", at });
    } else if (result.status === "changed-elsewhere") {
      this.#setState({ kind: "waiting", theirs: result.theirs });
    } else {
      this.#dirty = true;
      this.#setState({ kind: "failed", why: result.status });
    }
  }

  #setState(state: SaveState): void {
    const before = this.#state;
    this.#state = state;
    for (const listener of this.#stateListeners) listener(state, before);
  }

  #tellChange(before: ResultFile | null): void {
    const open = this.#open;
    if (open) for (const listener of this.#changeListeners) listener(open.record, before);
  }
}

/** What the record itself says of its last saving. */
function savedAt({ saved_at }: ResultFile): SaveState {
  const at = new Date(saved_at);
  return Number.isNaN(at.getTime()) ? { kind: "none" } : { kind: "saved", at };
}
