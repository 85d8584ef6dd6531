/** Names of files that Windows, macOS and Linux all take. */

import * as MESSAGES from "./messages";
import type { ResultFile } from "./types";

/** What Windows forbids, and the full-width sign that looks like it. */
const WIDE: Readonly<Record<string, string>> = {
  "\\": "＼", "/": "／", ":": "：", "*": "＊", "?": "？", '"': "”", "<": "＜", ">": "＞", "|": "｜",
};
const FORBIDDEN = /[\\/:*?"<>|]/g;
// Controls, and marks that turn the direction of writing: with them "exe.xlsx" can be made to look like "xslx.exe".
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
/** ext4 and exFAT count 255 bytes and characters; some room stays for 「 (1)」 and for OneDrive's paths. */
const LONGEST_BYTES = 180;

/** `stem` and `extension` as a file name: forbidden signs replaced, length capped, reserved names avoided. */
export function safeFileName(stem: string, extension: string): string {
  const plain = stem
    .replace(INVISIBLE, "")
    .replace(FORBIDDEN, (sign) => WIDE[sign] ?? "_")
    .replace(/\s+/g, " ");
  const trimmed = trimEdges(capBytes(trimEdges(plain), LONGEST_BYTES - extension.length - 1));
  const name = trimmed === "" ? MESSAGES.file.stem : trimmed;
  return `${RESERVED.test(name) ? "_" : ""}${name}.${extension}`;
}

/**
 * 協議会自己点検_〇〇市_2026-11-21.xlsx. `mark` (控え, 引継ぎ) tells a file with more in it from the one that is
 * handed round: 協議会自己点検_〇〇市_2026-11-21_控え.xlsx.
 */
export function resultFileName(record: ResultFile, extension: string, mark = ""): string {
  const name = record.subject.name || MESSAGES.file.noName;
  const end = `${record.date || MESSAGES.file.noDate}${mark && `_${mark}`}`;
  const room = LONGEST_BYTES - byteLength(`${MESSAGES.file.stem}__${end}.${extension}`);
  // Cut the name, not the date behind it.
  return safeFileName(`${MESSAGES.file.stem}_${capBytes(name, room)}_${end}`, extension);
}

/** Windows drops dots and spaces at the end; a dot at the start hides the file elsewhere. */
function trimEdges(text: string): string {
  return text.replace(/^[\s.]+|[\s.]+$/g, "");
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

function capBytes(text: string, limit: number): string {
  let size = 0;
  let kept = "";
  for (const character of text) {
    size += byteLength(character);
    if (size > limit) return kept;
    kept += character;
  }
  return kept;
}
