/** Cleaning of texts, the same for typing and for importing, so that a round trip changes nothing. */

// C0 and C1 controls except tab and line feed, noncharacters: XML cannot carry them, nobody typed them.
const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g;
// Both at once: nearly every text is clean, and then one look is enough.
const DIRTY = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff\p{Surrogate}]/u;
// With the u flag whole pairs are one character, so this finds lone surrogates only.
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Keys that could reach an object's prototype. They occur in no file of ours. */
export const PROTOTYPE_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** True if `cleanText` would have to take something out (line ends aside). */
export function hasUnwanted(text: string): boolean {
  return DIRTY.test(text);
}

/** A text of several lines: LF line ends, no control characters; "" if there is nothing but white space. */
export function cleanText(text: string): string {
  if (text === "") return text;
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  const clean = DIRTY.test(lines) ? lines.replace(UNWANTED, "").replace(LONE_SURROGATE, "\ufffd") : lines;
  return clean.trim() === "" ? "" : clean;
}

/** The longest name, label or role; the page's input fields stop here too. */
export const LONGEST_LINE = 2000;

/** A text of one line: as `cleanText`, with line ends and tabs as spaces, no space around it, not endless. */
export function cleanLine(text: string): string {
  const line = cleanText(text).replace(/[\n\t]+/g, " ").trim();
  return (chunkText(line, LONGEST_LINE)[0] ?? "").trim();
}

/** Cuts a text into pieces of at most `size` UTF-16 units, never inside a character. */
export function chunkText(text: string, size: number): string[] {
  const chunks: string[] = [];
  let start = 0;
  while (start < text.length) {
    let end = Math.min(start + size, text.length);
    const last = text.charCodeAt(end - 1);
    const cutsPair = end < text.length && last >= 0xd800 && last <= 0xdbff;
    if (cutsPair) end -= 1;
    chunks.push(text.slice(start, end));
    start = end;
  }
  return chunks;
}

/** Compares by UTF-16 units: the same on every machine, unlike `localeCompare`. */
export function compareUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
