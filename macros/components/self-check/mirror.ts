/**
 * A second copy of the records, in IndexedDB. Chromium writes localStorage to the disk late, once a
 * minute under steady saving (measured: of 20 answers the last 10 were gone after the browser was
 * killed); IndexedDB it writes at once. localStorage stays the one truth while the browser runs.
 */

import { decodeEnvelope, isSpareKey } from "../../client/storage-keys";
import type { StorageLike } from "../../client/storage-keys";

const STORE = "records";
/** Longer than Chromium keeps a write back: what lived longer and is gone was removed on purpose. */
const SETTLED_MS = 180_000;

interface Copy {
  readonly key: string;
  readonly text: string;
  readonly first: number;
  readonly last: number;
}

export class Mirror {
  /** When each key was first written: tells a lost record from one that was removed. */
  readonly #first = new Map<string, number>();
  /** Null where there is no database to be had; the page then does without. */
  readonly #database: Promise<IDBDatabase | null>;

  constructor(name: string) {
    this.#database = openDatabase(name).catch(() => null);
  }

  /** Brings back into `storage` what a killed browser had not written yet; true if there was any. */
  async restore(storage: StorageLike, prefix: string): Promise<boolean> {
    try {
      const database = await this.#database;
      if (!database) return false;
      const copies = (await done(store(database, "readonly").getAll())) as readonly Copy[];
      const own = copies.filter((copy) => copy.key.startsWith(prefix));
      for (const { key, first } of own) this.#first.set(key, first);
      return own.filter((copy) => this.#restoreOne(storage, copy)).length > 0;
    } catch {
      return false; // what localStorage has is still there
    }
  }

  put(key: string, text: string): void {
    const last = Date.now();
    const first = this.#first.get(key) ?? last;
    this.#first.set(key, first);
    void this.#try((records) => records.put({ key, text, first, last } satisfies Copy));
  }

  remove(key: string): void {
    this.#first.delete(key);
    void this.#try((records) => records.delete(key));
  }

  #restoreOne(storage: StorageLike, { key, text, first, last }: Copy): boolean {
    const found = storage.getItem(key);
    const [here, copy] = [decodeEnvelope(found), decodeEnvelope(text)];
    const removed = found === null && last - first > SETTLED_MS;
    if (!copy || removed) this.remove(key);
    else if (found === null || (here && copy.revision > here.revision)) {
      storage.setItem(key, text);
      return true;
    }
    return false;
  }

  /** Writes in the order they were asked for, from the time the database is open. */
  async #try(run: (records: IDBObjectStore) => IDBRequest): Promise<void> {
    const database = await this.#database;
    try {
      // A full disk aborts the transaction; localStorage says so itself.
      if (database) run(store(database, "readwrite")).onerror = (event) => event.preventDefault();
    } catch {
      /* the database was closed: localStorage goes on alone */
    }
  }
}

async function openDatabase(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "key" });
  return done(request);
}

function store(database: IDBDatabase, mode: IDBTransactionMode): IDBObjectStore {
  return database.transaction(STORE, mode, { durability: "strict" }).objectStore(STORE);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
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
