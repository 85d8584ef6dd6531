/**
 * Records on this device. Every access is guarded: what fails is said, and the work stays in memory so
 * that the page can offer a file at once.
 */

import { MemoryStorage, failureOf } from "./storage-memory";
import { readIndex, summarise } from "./storage-index";
import type { RecordSummary } from "./storage-index";
import { encodeEnvelope, indexKey, keysWith, placePrefix } from "./storage-keys";
import { recordIdOf, recordKey, spareKey } from "./storage-keys";
import type { Envelope, Place, StorageLike } from "./storage-keys";
import { EnvelopeReader } from "./storage-reading";
import { compareUnits } from "./text";
import type { ResultFile } from "./types";

export type LoadResult =
  | { readonly status: "ok"; readonly record: ResultFile; readonly revision: number; readonly from: "device" | "spare" | "memory" }
  | { readonly status: "missing" }
  | { readonly status: "forbidden" }
  /** Something is there that cannot be read; `raw` can be offered as a file. It is not overwritten. */
  | { readonly status: "damaged"; readonly raw: string };

export type SaveResult =
  | { readonly status: "ok"; readonly revision: number }
  /** Not on the device, but kept in memory: offer a file. The next save tries again. */
  | { readonly status: "quota" | "forbidden" }
  /** Another tab saved since (`theirs`), or removed the record (`theirs` is null). Nothing was written. */
  | { readonly status: "changed-elsewhere"; readonly theirs: Envelope | null };

export type RemoveResult = { readonly status: "ok" | "forbidden" };

/**
 * Opens the records of one checklist. `getStorage` is a function because reading
 * `window.localStorage` itself throws where storage is forbidden. `tab`: an id of this page's own.
 */
export function openStore(getStorage: () => StorageLike, place: Place, tab: string): RecordStore {
  try {
    const storage = getStorage();
    storage.getItem(indexKey(place));
    return new RecordStore(storage, place, tab, "device");
  } catch {
    return new RecordStore(new MemoryStorage(), place, tab, "memory");
  }
}

export class RecordStore {
  /** What could not be written to the device, newest state by record id. */
  readonly #unsaved = new Map<string, Envelope>();
  readonly #reader: EnvelopeReader;

  constructor(
    private readonly storage: StorageLike,
    readonly place: Place,
    readonly tab: string,
    /** "memory": nothing outlives this page; the page has to say so. */
    readonly mode: "device" | "memory",
  ) {
    this.#reader = new EnvelopeReader(storage);
  }

  /** All records of this checklist, newest first. Damaged ones are listed with `damaged: true`. */
  list(): readonly RecordSummary[] {
    try {
      const ids = new Set(this.#unsaved.keys());
      for (const key of keysWith(this.storage, placePrefix(this.place))) {
        const id = recordIdOf(this.place, key);
        if (id !== null) ids.add(id);
      }
      const summaries = [...ids].flatMap((id) => summarise(id, this.load(id)));
      return summaries.sort((a, b) => compareUnits(b.saved_at, a.saved_at) || compareUnits(a.id, b.id));
    } catch {
      return [...this.#unsaved.keys()].flatMap((id) => summarise(id, this.load(id)));
    }
  }

  load(id: string): LoadResult {
    const unsaved = this.#unsaved.get(id);
    if (unsaved) return { status: "ok", record: unsaved.record, revision: unsaved.revision, from: "memory" };
    try {
      const [key, spareAt] = [recordKey(this.place, id), spareKey(this.place, id)];
      const { envelope, from } = this.#newest(id);
      if (envelope) return { status: "ok", record: envelope.record, revision: envelope.revision, from };
      const left = this.storage.getItem(key) ?? this.storage.getItem(spareAt);
      return left === null ? { status: "missing" } : { status: "damaged", raw: left };
    } catch {
      return { status: "forbidden" };
    }
  }

  /**
   * Saves `record`. `expected` is the revision this page loaded or last saved, 0 for a new record: if
   * another is found, another tab has saved since. To overwrite it all the same, save again with its revision.
   * A storage takes a text whole or keeps the old one: no step in between is needed.
   */
  save(id: string, record: ResultFile, expected: number): SaveResult {
    try {
      const theirs = this.#newest(id).envelope;
      if ((theirs?.revision ?? this.#revisionOfNone(id)) !== expected) return { status: "changed-elsewhere", theirs };
      const envelope: Envelope = { revision: expected + 1, tab: this.tab, record };
      this.#write(id, envelope);
      this.#unsaved.delete(id);
      this.#writeIndex();
      return { status: "ok", revision: envelope.revision };
    } catch (error) {
      this.#unsaved.set(id, { revision: expected, tab: this.tab, record });
      return { status: failureOf(error) };
    }
  }

  /** 「この端末から消す」 for one record. */
  remove(id: string): RemoveResult {
    return this.#remove([recordKey(this.place, id), spareKey(this.place, id)], () => this.#unsaved.delete(id));
  }

  /** 「この端末から消す」 for all records of this checklist. */
  removeAll(): RemoveResult {
    try {
      return this.#remove(keysWith(this.storage, placePrefix(this.place)), () => this.#unsaved.clear());
    } catch {
      return { status: "forbidden" };
    }
  }

  /** The record, or its spare where that is newer: what was brought back after the browser was killed. */
  #newest(id: string): { readonly envelope: Envelope | null; readonly from: "device" | "spare" } {
    const main = this.#reader.read(recordKey(this.place, id));
    const spare = this.#reader.read(spareKey(this.place, id));
    return spare && spare.revision > (main?.revision ?? 0) ? { envelope: spare, from: "spare" } : { envelope: main, from: "device" };
  }

  /** Where no record can be read: 0 if nothing is there, -1 if something is that must stay. */
  #revisionOfNone(id: string): number {
    return this.storage.getItem(recordKey(this.place, id)) === null ? 0 : -1;
  }

  #write(id: string, envelope: Envelope): void {
    const [key, spare, text] = [recordKey(this.place, id), spareKey(this.place, id), encodeEnvelope(envelope)];
    this.#writeWhole(key, text);
    this.#reader.wrote(key, text, envelope);
    if (this.storage.getItem(spare) !== null) this.#removeQuietly(spare);
  }

  /** A spare that cannot be removed does no harm: it is older than the record. */
  #removeQuietly(key: string): void {
    try {
      this.storage.removeItem(key);
    } catch {
      /* see above */
    }
  }

  #writeWhole(key: string, text: string): void {
    this.storage.setItem(key, text);
    if (this.storage.getItem(key) !== text) throw new Error(`storage did not keep ${key}`);
  }

  #writeIndex(): void {
    const entries = this.list().filter((summary) => !summary.damaged);
    try {
      if (entries.length === 0) this.storage.removeItem(indexKey(this.place));
      else this.storage.setItem(indexKey(this.place), JSON.stringify({ records: entries }));
    } catch {
      /* the index is a copy for other pages; the records themselves are safe */
    }
  }

  #remove(keys: readonly string[], forget: () => void): RemoveResult {
    try {
      for (const key of keys) this.storage.removeItem(key);
      forget();
      this.#writeIndex();
      return { status: "ok" };
    } catch {
      return { status: "forbidden" };
    }
  }
}

/** Removes everything this site keeps of self-assessments, of all checklists. */
export function removeSite(getStorage: () => StorageLike, site: string): RemoveResult {
  try {
    const storage = getStorage();
    for (const key of keysWith(storage, `kyogikai:${site}:`)) storage.removeItem(key);
    return { status: "ok" };
  } catch {
    return { status: "forbidden" };
  }
}

export { readIndex };
export type { Envelope, Place, RecordSummary, StorageLike };
