/** A ZIP of result files: its table of contents judged, then one file after the other, never more than it claims. */

import * as MESSAGES from "../messages";
import { LARGEST_FILE } from "../files/refuse";
import { DEFLATED, ENCRYPTED, STORED, hidesItsSize, isWorkbook, packedBytes, swells, zipEntries } from "../files/zip";
import type { ZipEntry } from "../files/zip";

const MOST_FILES = 5_000;
const LARGEST_TOTAL = 400 * 1024 * 1024;
const WORDS = MESSAGES.block.archive;

export interface Trouble {
  readonly what: string;
  readonly todo: string;
}

export type Archive =
  | { readonly kind: "workbook" }
  | { readonly kind: "refused"; readonly trouble: Trouble }
  | { readonly kind: "files"; readonly files: readonly ZipEntry[] };

/** Whether a ZIP is a workbook or holds files, and which. Folders are left out. */
export function openArchive(bytes: Uint8Array): Archive {
  const entries = zipEntries(bytes);
  if (!entries) return { kind: "refused", trouble: { what: WORDS.broken, todo: WORDS.unpack } };
  if (isWorkbook(entries)) return { kind: "workbook" };
  const files = entries.filter((entry) => !entry.name.endsWith("/"));
  const total = files.reduce((sum, entry) => sum + entry.size, 0);
  const bomb = files.length > MOST_FILES || total > LARGEST_TOTAL || files.some(swells);
  return bomb ? { kind: "refused", trouble: { what: WORDS.swells, todo: WORDS.swellsTodo } } : { kind: "files", files };
}

/** One file's bytes, or why it cannot be had. */
export async function extract(bytes: Uint8Array, entry: ZipEntry): Promise<Uint8Array<ArrayBuffer> | Trouble> {
  const trouble = (what: string): Trouble => ({ what, todo: WORDS.unpack });
  if ((entry.flags & ENCRYPTED) !== 0) return trouble(WORDS.locked);
  if (/\.zip$/i.test(entry.name)) return trouble(WORDS.nested);
  if (entry.size > LARGEST_FILE || hidesItsSize(entry)) return trouble(WORDS.swells);
  const found = packedBytes(bytes, entry);
  if (!found) return trouble(WORDS.broken);
  const packed = found.slice();
  if (entry.method === STORED) return packed;
  if (entry.method !== DEFLATED) return trouble(WORDS.method);
  return (await inflate(packed, entry.size).catch(() => null)) ?? trouble(WORDS.broken);
}

/** Exactly `size` bytes, or null: a stream that gives more than it claimed is cut off at once. */
async function inflate(packed: Uint8Array<ArrayBuffer>, size: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = stream.getReader();
  const whole = new Uint8Array(size);
  let at = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const chunk = part.value as Uint8Array;
    if (at + chunk.length > size) {
      await reader.cancel();
      return null;
    }
    whole.set(chunk, at);
    at += chunk.length;
  }
  return at === size ? whole : null;
}
