/** Short ways to files, columns and sights for tests. */

import type { Column } from "../aggregate/councils";
import { sortFiles } from "../aggregate/councils";
import { draftOf } from "../aggregate/entry";
import type { Entry } from "../aggregate/entry";
import { NO_FILTER, sightOf } from "../aggregate/sight";
import type { Sight, SightOptions } from "../aggregate/sight";
import type { ResultFile } from "../types";
import { CHECKLIST } from "./checklist";
import { answered } from "./records";

/** A file of `name` with these answers (see `answered`), changed by `more`. */
export function entry(name: string, words: Readonly<Record<string, string>>, more: Partial<ResultFile> = {}, id = name): Entry {
  const record = { ...answered(words), subject: { prefecture: "甲県", name, kind: "municipality" as const }, ...more };
  const draft = draftOf("json", { raw: record, notices: [] }, CHECKLIST, "2026-11-21");
  if (!draft.ok) throw new Error(draft.refusal.message);
  return { ...draft.value, id, file: `${id}.json` };
}

export function columnsOf(entries: readonly Entry[]): readonly Column[] {
  return sortFiles(entries, {}).columns;
}

export function look(entries: readonly Entry[], more: Partial<SightOptions> = {}): Sight {
  const lot = (id: string) => entries.findIndex((one) => one.id === id) / entries.length;
  return sightOf(CHECKLIST, columnsOf(entries), { anonymous: false, filter: NO_FILTER, sizes: {}, lot, ...more });
}
