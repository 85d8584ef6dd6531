/**
 * A look at a ZIP file's table of contents before anything is inflated: a few kilobytes can claim to be
 * gigabytes. The reader's own ceiling is 2 GiB, far above what a browser tab on an office PC survives.
 */

export type ZipFault = "notOurs" | "damaged" | "bomb";

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 0xffff;
const UTF8_FLAG = 0x800;
/** A workbook of ours has about ten parts; one that Excel has saved again, about twenty. */
const MOST_ENTRIES = 500;
const LARGEST_PART = 40 * 1024 * 1024;
const LARGEST_TOTAL = 80 * 1024 * 1024;
/** Sheets of repeated text shrink to a fiftieth; bombs to a thousandth. Small parts may shrink as they like. */
const LARGEST_RATIO = 200;
const RATIO_COUNTS_FROM = 1024 * 1024;

/** Deflate writes nothing in two bytes. */
const EMPTY_PACKED = 2;

export const ENCRYPTED = 1;
export const STORED = 0;
export const DEFLATED = 8;

/** The part that makes a ZIP file a workbook: a Word file or somebody's photographs have none. */
const WORKBOOK_PART = "xl/workbook.xml";

/** One line of a ZIP file's table of contents. */
export interface ZipEntry {
  readonly name: string;
  readonly packed: number;
  readonly size: number;
  readonly flags: number;
  readonly method: number;
  /** Checksum of what is inflated. */
  readonly crc: number;
  /** Where the entry's own header stands. */
  readonly offset: number;
}

/** The table of contents; null if it cannot be followed (ZIP64, whose sizes nothing of 20 MB needs, is such a case). */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return null;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY_SIGNATURE) return null;
    const nameLength = view.getUint16(at + 28, true);
    const flags = view.getUint16(at + 8, true);
    entries.push({
      name: nameOf(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength), flags),
      flags, method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true), offset: view.getUint32(at + 42, true),
    });
    at += ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The table of contents of a workbook, its names and claimed sizes judged. What cannot be followed is damaged. */
export function judgeZip(bytes: Uint8Array): readonly ZipEntry[] | ZipFault {
  const entries = zipEntries(bytes);
  if (!entries) return "damaged";
  let total = 0;
  for (const entry of entries) {
    total += entry.size;
    if (entry.size > LARGEST_PART || total > LARGEST_TOTAL || swells(entry) || hidesItsSize(entry)) return "bomb";
  }
  if (!isWorkbook(entries)) return "notOurs";
  return entries.length > MOST_ENTRIES ? "bomb" : entries;
}

export function isWorkbook(entries: readonly ZipEntry[]): boolean {
  return entries.some((entry) => entry.name === WORKBOOK_PART);
}

/** True for an entry that grows as only a bomb does. */
export function swells({ size, packed }: ZipEntry): boolean {
  return size > RATIO_COUNTS_FROM && size > packed * LARGEST_RATIO;
}

/** The entry as it stands in the file, still packed; null if it does not stand there. */
export function packedBytes(bytes: Uint8Array, { offset, packed }: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + LOCAL_LENGTH > bytes.length || view.getUint32(offset, true) !== LOCAL_SIGNATURE) return null;
  const start = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return start + packed > bytes.length ? null : bytes.subarray(start, start + packed);
}

/** Windows writes names in Shift_JIS, and sets no flag. */
function nameOf(bytes: Uint8Array, flags: number): string {
  if (bytes.every((byte) => byte < 0x80)) return String.fromCharCode(...bytes);
  if ((flags & UTF8_FLAG) !== 0) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("shift_jis").decode(bytes);
  }
}

/**
 * True for an entry that claims no size: the reader takes that for "unknown" and lifts its ceiling, or
 * believes the sizes in the local header, which nobody has judged.
 */
export function hidesItsSize({ size, packed, flags }: ZipEntry): boolean {
  const sizesFollowData = (flags & 8) !== 0;
  return size === 0 ? packed > EMPTY_PACKED || (packed === 0 && sizesFollowData) : packed === 0;
}

function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return null;
}
