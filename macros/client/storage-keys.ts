/**
 * Keys and envelopes of what is kept in localStorage.
 *
 * From file:// every page of every site shares one localStorage, and so do the GitHub Pages of one
 * account: a key therefore names the site, and nothing without our prefix is ever touched.
 */

import { isBag, isLooseResultFile } from "./guards";
import { normaliseRecord } from "./record";
import type { ResultFile } from "./types";

/** Whose records: the site's id and the checklist's, both in ASCII. */
export interface Place {
  readonly site: string;
  readonly checklist: string;
}

/** A record as it lies in storage. `revision` grows by one with each save; `tab` wrote it. */
export interface Envelope {
  readonly revision: number;
  readonly tab: string;
  readonly record: ResultFile;
}

/** What `localStorage` offers, as far as it is used: a test or a memory can stand in for it. */
export interface StorageLike {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const SPARE = ":spare";
const INDEX = "_index";
const RECORD_ID = /^[a-z0-9-]{1,64}$/;

export function placePrefix({ site, checklist }: Place): string {
  return `kyogikai:${site}:${checklist}:`;
}

/** `kyogikai:<site>:<checklist>:<record id>`. */
export function recordKey(place: Place, id: string): string {
  if (!RECORD_ID.test(id)) throw new Error(`not a record id: ${id}`);
  return placePrefix(place) + id;
}

/** Where a record comes back that the storage had lost: the newer of the two counts. */
export function spareKey(place: Place, id: string): string {
  return spareOf(recordKey(place, id));
}

/** The spare's key of a record's key. */
export function spareOf(key: string): string {
  return key + SPARE;
}

export function indexKey(place: Place): string {
  return placePrefix(place) + INDEX;
}

/** The record id in a key of this place; null for the index and for keys of others. */
export function recordIdOf(place: Place, key: string): string | null {
  if (!key.startsWith(placePrefix(place))) return null;
  const rest = key.slice(placePrefix(place).length);
  const id = rest.endsWith(SPARE) ? rest.slice(0, -SPARE.length) : rest;
  return RECORD_ID.test(id) ? id : null;
}

export function isSpareKey(key: string): boolean {
  return key.endsWith(SPARE);
}

export function encodeEnvelope(envelope: Envelope): string {
  return JSON.stringify(envelope);
}

/** The envelope in a stored text; null if it is missing, cut off or not ours. */
export function decodeEnvelope(text: string | null): Envelope | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (!isBag(value)) return null;
    const { revision, tab, record } = value as { revision?: unknown; tab?: unknown; record?: unknown };
    if (typeof revision !== "number" || typeof tab !== "string" || !isLooseResultFile(record)) return null;
    return { revision, tab, record: normaliseRecord(record) };
  } catch {
    return null;
  }
}

/** Every key of `storage` that begins with `prefix`, collected before anything is changed. */
export function keysWith(storage: StorageLike, prefix: string): readonly string[] {
  const keys: string[] = [];
  for (let index = 0; index < storage.length; index += 1) {
    const key = storage.key(index);
    if (key?.startsWith(prefix)) keys.push(key);
  }
  return keys.sort();
}
