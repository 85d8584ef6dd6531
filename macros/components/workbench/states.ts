/** In words: what became of a file. */

import type { Sorted } from "../../client/aggregate/councils";
import type { Entry } from "../../client/aggregate/entry";
import type { Context } from "./context";

export function stateOf({ words }: Context, { columns, open, same }: Sorted, entry: Entry): string {
  const twin = same.get(entry.id);
  if (twin) return words.say("use.same", { file: twin.file });
  if (columns.some((column) => column.entry === entry)) return words.say("use.used");
  if (open.some((conflict) => conflict.entries.includes(entry))) return words.say("use.waiting");
  return words.say("use.left");
}
