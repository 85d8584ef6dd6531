/** One part of a ZIP file, inflated at once: a workbook has a dozen small ones, and waiting for a stream takes longer than the work. */

import { inflateSync } from "fflate";
import { DEFLATED, ENCRYPTED, STORED, packedBytes } from "./zip";
import type { ZipEntry } from "./zip";

/** The part's bytes; null if it is encrypted, packed in another way, damaged, or not of the size it claims. May throw as fflate does. */
export function readPart(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const packed = packedBytes(bytes, entry);
  if (!packed || (entry.flags & ENCRYPTED) !== 0) return null;
  const whole = unpack(packed, entry);
  return whole?.length === entry.size && crc32(whole) === entry.crc ? whole : null;
}

function unpack(packed: Uint8Array, { method, size }: ZipEntry): Uint8Array | null {
  if (method === STORED) return packed;
  // One byte more than it claims: what runs over is thrown away, and the length tells.
  return method === DEFLATED ? inflateSync(packed, { out: new Uint8Array(size + 1) }) : null;
}

let tables: readonly Uint32Array[] | null = null;

/** The checksum that ZIP files carry, four bytes at a time: a broken file must not come in as other answers. */
export function crc32(bytes: Uint8Array): number {
  tables ??= makeTables();
  const [t0, t1, t2, t3] = tables as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum = -1;
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) {
    sum ^= view.getUint32(at, true);
    sum = t3[sum & 255]! ^ t2[(sum >>> 8) & 255]! ^ t1[(sum >>> 16) & 255]! ^ t0[sum >>> 24]!;
  }
  for (; at < bytes.length; at += 1) sum = t0[(sum ^ view.getUint8(at)) & 255]! ^ (sum >>> 8);
  return ~sum >>> 0;
}

/** For each byte what it does to the sum, as the last of four, the third, the second and the first. */
function makeTables(): readonly Uint32Array[] {
  const first = Uint32Array.from({ length: 256 }, (_, byte) => {
    let sum = byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum & 1) === 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
    return sum;
  });
  const next = (table: Uint32Array) => table.map((sum) => first[sum & 255]! ^ (sum >>> 8));
  const second = next(first);
  const third = next(second);
  return [first, second, third, next(third)];
}
