/**
 * Ids made from what a checklist asks, so that every machine gives the same sheet the same ids and a
 * result file opens wherever the sheet is. The build does the same (macros/own_ids.py; a test compares).
 * Not `crypto.subtle`: it is missing on plain http, where many town halls would host this site.
 */

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

// What nobody sees must not change an id: spaces, line ends, controls, marks without width.
const UNSEEN = /[\u0000-\u0020\u007f-\u009f\u1680\u200b\u2028\u2029\ufeff]+/g;

/** The text as it counts for an id: full and half width alike, no spaces. */
export function essence(text: string): string {
  return text.normalize("NFKC").replace(UNSEEN, "");
}

function digest(parts: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(parts.map(essence).join("\n"))));
}

export interface Asked {
  readonly domain: string;
  readonly text: string;
}

/** Twelve hexadecimal digits for the whole sheet: its questions in any order, and its levels. */
export function sheetDigest(items: readonly Asked[], levels: readonly string[]): string {
  const questions = items.map(({ domain, text }) => digest([domain, text])).sort();
  return digest([...questions, ...levels]).slice(0, 12);
}

/** The id of an item; with the sheet's digest in it, two editions of a sheet can stand side by side. */
export function itemId(sheet: string, { domain, text }: Asked): string {
  return `it-own-${sheet}-${digest([domain, text]).slice(0, 8)}`;
}

export function domainId(sheet: string, number: number): string {
  return `dom-own-${sheet}-${number}`;
}
