/**
 * A look at a ZIP file's table of contents before anything is inflated: a few kilobytes can claim to be
 * gigabytes. The reader's own ceiling is 2 GiB, far above what a browser tab on an office PC survives.
 */

export type ZipVerdict = "fine" | "notOurs" | "damaged" | "bomb";

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LONGEST_COMMENT = 0xffff;
/** A workbook of ours has about ten parts; one that Excel has saved again, about twenty. */
const MOST_ENTRIES = 500;
const LARGEST_PART = 40 * 1024 * 1024;
const LARGEST_TOTAL = 80 * 1024 * 1024;
/** Sheets of repeated text shrink to a fiftieth; bombs to a thousandth. Small parts may shrink as they like. */
const LARGEST_RATIO = 200;
const RATIO_COUNTS_FROM = 1024 * 1024;

/** Deflate writes nothing in two bytes. */
const EMPTY_PACKED = 2;

/** The part that makes a ZIP file a workbook: a Word file or somebody's photographs have none. */
const WORKBOOK_PART = "xl/workbook.xml";

/** Judges names and claimed sizes in the central directory. What cannot be followed is damaged. */
export function judgeZip(bytes: Uint8Array): ZipVerdict {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return "damaged";
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let total = 0;
  let isWorkbook = false;
  for (let entry = 0; entry < count; entry += 1) {
    // ZIP64's 0xffffffff leads here too: nothing of 20 MB needs it.
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY_SIGNATURE) return "damaged";
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    total += size;
    const swells = size > RATIO_COUNTS_FROM && size > packed * LARGEST_RATIO;
    if (size > LARGEST_PART || total > LARGEST_TOTAL || swells) return "bomb";
    if (hidesItsSize(view, at, packed, size)) return "bomb";
    isWorkbook ||= nameOf(bytes, view, at) === WORKBOOK_PART;
    at += ENTRY_LENGTH + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (!isWorkbook) return "notOurs";
  return count > MOST_ENTRIES ? "bomb" : "fine";
}

function nameOf(bytes: Uint8Array, view: DataView, at: number): string {
  const start = at + ENTRY_LENGTH;
  return String.fromCharCode(...bytes.subarray(start, start + Math.min(view.getUint16(at + 28, true), 100)));
}

/**
 * True for an entry that claims no size: the reader takes that for "unknown" and lifts its ceiling, or
 * believes the sizes in the local header, which nobody has judged.
 */
function hidesItsSize(view: DataView, at: number, packed: number, size: number): boolean {
  const sizesFollowData = (view.getUint16(at + 8, true) & 8) !== 0;
  return size === 0 ? packed > EMPTY_PACKED || (packed === 0 && sizesFollowData) : packed === 0;
}

function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return null;
}
