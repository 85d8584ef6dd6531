/** Size classes, pasted from a spreadsheet: one council a line, its name and its class. */

import { folded } from "../fold";
import type { Column } from "./councils";

export interface ReadSizes {
  /** Council (see `councilKey`) → size class, in the user's own words. */
  readonly sizes: Readonly<Record<string, string>>;
  /** Names that no column bears. */
  readonly missing: readonly string[];
}

/** Reads lines such as 「A市,5万人まで」 or two columns copied from Excel. A name may carry its prefecture. */
export function readSizes(text: string, columns: readonly Column[]): ReadSizes {
  const sizes: Record<string, string> = {};
  const missing: string[] = [];
  for (const line of text.split(/\r\n?|\n/)) {
    const [name = "", ...rest] = line.split(/[,\t、，]/).map((part) => part.trim());
    const size = rest.filter((part) => part !== "").at(-1) ?? "";
    if (name === "" || size === "") continue;
    const wanted = folded((rest.length > 1 ? name + (rest[0] ?? "") : name).replace(/\s/g, ""));
    const found = columns.filter(({ entry: { record: { subject } } }) => {
      return [subject.name, subject.prefecture + subject.name].some((one) => folded(one.replace(/\s/g, "")) === wanted);
    });
    for (const { council } of found) sizes[council] = size;
    if (found.length === 0) missing.push(name);
  }
  return { sizes, missing };
}
