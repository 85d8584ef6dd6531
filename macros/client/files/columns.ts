/** Finding columns by the words in their header cells. */

import type { Row } from "./grids";

/** A cell for comparing: 「項目ＩＤ 」 and 「項目ID」 are the same header. */
export function plain(cell: string): string {
  return cell.normalize("NFKC").replace(/\s/g, "");
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

/** The cells of `row` by column key; "" where the column or the cell is missing. */
export function pickCells<Key extends string>(
  row: Row,
  columns: ReadonlyMap<string, number>,
  headers: Readonly<Record<Key, string>>,
): Record<Key, string> {
  const entries = Object.entries<string>(headers).map(([key, header]) => {
    const index = columns.get(plain(header));
    return [key, index === undefined ? "" : (row[index] ?? "")];
  });
  return Object.fromEntries(entries) as Record<Key, string>;
}
