/** ZIP files for tests, honest and lying. */

import { deflateRawSync } from "node:zlib";
import { crc32 } from "../files/zip-part";

export interface Part {
  readonly name: string;
  readonly data: Uint8Array | string;
  /** The uncompressed size to claim, if not the true one. */
  readonly claim?: number;
}

/** A ZIP file of deflated parts. */
export function makeZip(parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const files: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const data = Buffer.from(part.data as Uint8Array);
    const packed = deflateRawSync(data);
    const name = Buffer.from(part.name);
    const sizes = { crc: crc32(data), packed: packed.length, size: part.claim ?? data.length, name: name.length };
    const local = header(30, 0x04034b50, 26, 18, sizes);
    const entry = header(46, 0x02014b50, 28, 20, sizes);
    local.writeUInt16LE(8, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(offset, 42);
    files.push(local, name, packed);
    entries.push(entry, name);
    offset += local.length + name.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...files, directory, end]));
}

function header(
  length: number,
  signature: number,
  nameAt: number,
  packedAt: number,
  sizes: { readonly crc: number; readonly packed: number; readonly size: number; readonly name: number },
): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32LE(signature, 0);
  bytes.writeUInt32LE(sizes.crc, packedAt - 4);
  bytes.writeUInt32LE(sizes.packed, packedAt);
  bytes.writeUInt32LE(sizes.size, packedAt + 4);
  bytes.writeUInt16LE(sizes.name, nameAt);
  return bytes;
}
