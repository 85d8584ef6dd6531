/** Reverses macros/search/transform.py: the Burrows–Wheeler transform, written as codes. */

/** `symbols`: the characters in their order; `end`: where the end of the text stands among the transformed ones. */
export function restored(symbols: string, end: number, codes: string): string {
  const last = characters(codes, symbols.length);
  const size = last.length;
  // Row 0 begins with the end of the text; then come the rows of each character in turn.
  const firstRow = new Int32Array(symbols.length + 1).fill(0);
  for (const character of last) firstRow[character + 1]! += 1;
  firstRow[0] = 1;
  for (let character = 1; character < firstRow.length; character += 1) firstRow[character]! += firstRow[character - 1]!;
  const rows = new Int32Array(size + 1);
  for (let at = 0; at < size; at += 1) rows[at < end ? at : at + 1] = firstRow[last[at]!]!++;
  const out = new Uint16Array(size);
  for (let place = size - 1, row = 0; place >= 0; place -= 1) {
    out[place] = symbols.charCodeAt(last[row < end ? row : row - 1]!);
    row = rows[row]!;
  }
  return new TextDecoder("utf-16le").decode(out);
}

/** The transformed characters as their places among the symbols. */
function characters(codes: string, symbols: number): Uint16Array {
  const numberOf = numbers();
  const latest = Uint16Array.from({ length: symbols }, (_, place) => place);
  const found: number[] = [];
  let digit = 1;
  for (let at = 0; at < codes.length; at += 1) {
    const number = numberOf[codes.charCodeAt(at)]!;
    if (number < 2) {
      for (let again = digit * (number + 1); again > 0; again -= 1) found.push(latest[0]!);
      digit *= 2;
      continue;
    }
    digit = 1;
    const character = latest[number - 1]!;
    latest.copyWithin(1, 0, number - 1);
    latest[0] = character;
    found.push(character);
  }
  return Uint16Array.from(found);
}

/** Codes in order: printable ASCII but for " \ <, then U+00A1–U+1FFF, then U+3000–U+D7FF. */
function numbers(): Uint16Array {
  const numberOf = new Uint16Array(0xd800);
  let next = 0;
  for (let code = 0x20; code < 0xd800; code += 1) {
    const left = code === 0x22 || code === 0x5c || code === 0x3c || (code >= 0x7f && code <= 0xa0) || (code >= 0x2000 && code < 0x3000);
    if (!left) numberOf[code] = next++;
  }
  return numberOf;
}
