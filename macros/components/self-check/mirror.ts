/**
 * A second copy of the records, in IndexedDB. Chromium writes localStorage to the disk late, once a
 * minute under steady saving (measured: of 20 answers the last 10 were gone after the browser was
 * killed); IndexedDB it writes at once. localStorage stays the one truth while the browser runs.
 */

import { decodeEnvelope, isSpareKey, keysWith, spareOf } from "../../client/storage-keys";
import type { StorageLike } from "../../client/storage-keys";

const STORE = "records";
/** Longer than Chromium keeps a write back: what lived longer and is gone was removed on purpose. */
const SETTLED_MS = 180_000;
/** A copy is on its way to the disk this long after the answer at the latest. */
const LATEST_MS = 200;

interface Copy {
  readonly key: string;
  readonly text: string;
  /** Their difference is how long the record has lived, by clocks that nobody can set. */
  readonly first: number;
  readonly last: number;
}

export class Mirror {
  /** When each key would have been first written if this page had always been open since: tells a lost record from one that was removed. */
  readonly #first = new Map<string, number>();
  /** Null where there is no database to be had; the page then does without. */
  readonly #database: Promise<IDBDatabase | null>;
  /** What is to be written next, the newest of each key; null: removed. A slow disk must not let a queue grow. */
  readonly #waiting = new Map<string, Copy | null>();
  #writing = false;

  constructor(name: string) {
    this.#database = openDatabase(name).catch(() => null);
    document.addEventListener("visibilitychange", () => void this.#write());
  }

  /**
   * Brings back into `storage` what a killed browser had not written yet, and what cannot be read there;
   * true if there was any. It comes back as the spare of its record: the store takes the newer of the two,
   * and the page says so. Where `late()` says that the store is open already and may have written since,
   * it comes back as a record of its own, under the key that `aside()` gives.
   */
  async restore(storage: StorageLike, prefix: string, late: () => boolean, aside: () => string): Promise<boolean> {
    const before = new Map(keysWith(storage, prefix).map((key) => [key, storage.getItem(key)]));
    try {
      const database = await this.#database;
      if (!database) return false;
      const records = database.transaction(STORE, "readonly").objectStore(STORE);
      const copies = (await done(records.getAll())) as readonly Copy[];
      const own = copies.filter((copy) => copy.key.startsWith(prefix));
      // What localStorage has lost begins its life again: killed time after time, it may never have come to the disk.
      for (const { key, first, last } of own) this.#first.set(key, performance.now() - (before.get(key) ? last - first : 0));
      const lost = own.filter((copy) => this.#isLost(copy, before.get(copy.key) ?? null));
      return lost.filter(({ key, text }) => setQuietly(storage, late() ? aside() : spareOf(key), text)).length > 0;
    } catch {
      return false; // what localStorage has is still there
    }
  }

  put(key: string, text: string): void {
    const last = performance.now();
    const first = this.#first.get(key) ?? last;
    this.#first.set(key, first);
    this.#waiting.set(key, { key, text, first, last });
    this.#writeSoon();
  }

  remove(key: string): void {
    this.#first.delete(key);
    this.#waiting.set(key, null);
    void this.#write();
  }

  /** True for a copy that is newer than what localStorage had, unless that was removed on purpose. */
  #isLost({ key, text, first, last }: Copy, found: string | null): boolean {
    if (found === null && last - first > SETTLED_MS) {
      this.remove(key);
      return false;
    }
    const copy = decodeEnvelope(text);
    return copy !== null && copy.revision > (decodeEnvelope(found)?.revision ?? 0);
  }

  /** After the answer was drawn, and soon enough that a killed browser does not take a second's work. */
  #writeSoon(): void {
    const write = () => void this.#write();
    requestAnimationFrame(() => window.requestIdleCallback?.(write));
    setTimeout(write, LATEST_MS);
  }

  /** One transaction after the other; a page that is going away does not wait for the last one. */
  async #write(): Promise<void> {
    if (this.#writing && document.visibilityState === "visible") return;
    this.#writing = true;
    const database = await this.#database;
    while (database && this.#waiting.size > 0) await this.#writeWaiting(database);
    this.#writing = false;
  }

  #writeWaiting(database: IDBDatabase): Promise<void> {
    const changes = [...this.#waiting];
    this.#waiting.clear();
    return new Promise((resolve) => {
      try {
        const transaction = database.transaction(STORE, "readwrite", { durability: "strict" });
        // A full disk aborts the transaction; localStorage says so itself.
        transaction.oncomplete = transaction.onabort = () => resolve();
        const records = transaction.objectStore(STORE);
        for (const [key, copy] of changes) (copy ? records.put(copy) : records.delete(key)).onerror = (event) => event.preventDefault();
      } catch {
        resolve(); // the database was closed: localStorage goes on alone
      }
    });
  }
}

async function openDatabase(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "key" });
  return done(request);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** A full storage must not keep the other records from coming back. */
function setQuietly(storage: StorageLike, key: string, text: string): boolean {
  try {
    storage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** localStorage with its mirror: what is written to the one goes to the other. */
export class MirroredStorage implements StorageLike {
  constructor(private readonly storage: Storage, private readonly mirror: Mirror) {}

  get length(): number {
    return this.storage.length;
  }

  key(index: number): string | null {
    return this.storage.key(index);
  }

  getItem(key: string): string | null {
    return this.storage.getItem(key);
  }

  setItem(key: string, value: string): void {
    this.storage.setItem(key, value);
    if (!isSpareKey(key) && !isIndex(key)) this.mirror.put(key, value);
  }

  removeItem(key: string): void {
    this.storage.removeItem(key);
    if (!isSpareKey(key)) this.mirror.remove(key);
  }
}

function isIndex(key: string): boolean {
  return key.endsWith(":_index");
}
