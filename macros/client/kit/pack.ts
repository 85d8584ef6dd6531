/** The parts that somebody picked as one ZIP, with its contents page and the same as plain text. */

import { strToU8, zipSync } from "fflate";
import type { Zippable } from "fflate";

/** In front of the folders in every list of files. */
export const CONTENTS_PAGE = "00-contents.html";
export const CONTENTS_TEXT = "00-contents.txt";

export interface PackedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The ZIP. `page`: the contents as HTML; `text`: as plain lines. Files are ZIPs or PDFs already, so they are only stored. */
export function packKit(files: readonly PackedFile[], page: string, text: readonly string[], now: Date): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {
    [CONTENTS_PAGE]: strToU8(page),
    // With a mark and CRLF, so that every editor on Windows opens it right.
    [CONTENTS_TEXT]: strToU8(`\ufeff${text.join("\r\n")}\r\n`),
  };
  for (const { path, bytes } of files) entries[path] = [bytes, { level: 0 }];
  return zipSync(entries, { mtime: now }) as Uint8Array<ArrayBuffer>;
}
