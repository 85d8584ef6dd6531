/** Finding columns by the words in their header cells. */

import type { Row } from "./grids";

/** Ideographs, kana, Latin letters and their signs, without spaces: nothing to make plain. */
const PLAIN = /^[!-~々ぁ-ゖァ-ヺー一-鿿]*$/;

/** A cell for comparing: 「項目ＩＤ 」 and 「項目ID」 are the same header. */
export function plain(cell: string): string {
  return PLAIN.test(cell) ? cell : cell.normalize("NFKC").replace(/\s/g, "");
}

/** True if each of these headers stands in the row. */
export function holdsAll(row: Row, headers: readonly string[]): boolean {
  return headers.every((header) => {
    const word = plain(header);
    return row.some((cell) => plain(cell) === word);
  });
}

/** Header word → index. A word that comes twice counts where it comes first. */
export function columnsOf(header: Row): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  for (const [index, cell] of header.entries()) {
    const word = plain(cell);
    if (word !== "" && !columns.has(word)) columns.set(word, index);
  }
  return columns;
}

/** Column key → index; -1 where the column is missing. Worked out once for a table. */
export type Places<Key extends string> = readonly (readonly [Key, number])[];

export function placesOf<Key extends string>(columns: ReadonlyMap<string, number>, headers: Readonly<Record<Key, string>>): Places<Key> {
  return (Object.entries(headers) as [Key, string][]).map(([key, header]) => [key, columns.get(plain(header)) ?? -1]);
}

/** The cells of `row` by column key; "" where the column or the cell is missing. */
export function pickCells<Key extends string>(row: Row, places: Places<Key>): Record<Key, string> {
  const cells = {} as Record<Key, string>;
  for (const [key, index] of places) cells[key] = row[index] ?? "";
  return cells;
}
