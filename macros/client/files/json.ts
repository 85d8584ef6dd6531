/** JSON out and in: the canonical form of a record. */

import { serialiseRecord } from "../record";
import type { Result, ResultFile } from "../types";
import { decodeText } from "./decode";
import type { RawRecord } from "./grids-read";
import { parseJson } from "./json-parse";

/** The record as canonical JSON in UTF-8. Apply `forAudience` first. */
export function exportJson(record: ResultFile): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(serialiseRecord(record));
}

/** Reads JSON of at most `most` values; the value is not judged yet. */
export function readJsonFile(bytes: Uint8Array, most?: number): Result<RawRecord> {
  const text = decodeText(bytes);
  if (!text.ok) return text;
  const value = parseJson(text.value, most);
  return value.ok ? { ok: true, value: { raw: value.value, notices: [] } } : value;
}
