/**
 * From files to columns. Each council has one column; where several files say they are of one council,
 * the user is asked, and until then none of them is counted. Nothing is merged, nothing averaged.
 */

import { compactJson } from "../canonical";
import { folded } from "../fold";
import type { Entry } from "./entry";

/** The id of the file to use, "apart" (a column for each) or "none". */
export type Choice = string;
export type Choices = Readonly<Record<string, Choice>>;

export interface Conflict {
  readonly key: string;
  readonly entries: readonly Entry[];
}

export interface Column {
  readonly entry: Entry;
  /** Who the council is, for size classes: see `councilKey`. */
  readonly council: string;
  readonly label: string;
}

export interface Sorted {
  readonly columns: readonly Column[];
  /** All questions, answered or not. */
  readonly conflicts: readonly Conflict[];
  /** Those still open. */
  readonly open: readonly Conflict[];
  /** Files that are the same as another, file by file: left out without a question. */
  readonly same: ReadonlyMap<string, Entry>;
}

/** Sorts the files of one checklist. Columns stand in the order in which the files came. */
export function sortFiles(entries: readonly Entry[], choices: Choices): Sorted {
  const same = sameFiles(entries);
  const groups = groupsOf(entries.filter((entry) => !same.has(entry.id)));
  const conflicts = [...groups].filter(([, group]) => group.length > 1).map(([key, group]) => ({ key, entries: group }));
  const open = conflicts.filter((conflict) => !isAnswered(conflict, choices));
  const used = [...groups].flatMap(([key, group]) => {
    const choice = group.length > 1 ? choices[key] : "apart";
    const kept = choice === "apart" ? group : group.filter((entry) => entry.id === choice);
    return kept.map((entry) => ({ entry, council: key, group: kept }));
  });
  const order = new Map(entries.map((entry, at) => [entry.id, at]));
  used.sort((a, b) => (order.get(a.entry.id) ?? 0) - (order.get(b.entry.id) ?? 0));
  return { columns: label(used), conflicts, open, same };
}

function isAnswered({ key, entries }: Conflict, choices: Choices): boolean {
  const choice = choices[key];
  return choice === "apart" || choice === "none" || entries.some((entry) => entry.id === choice);
}

/** Later file → the earlier one that holds exactly the same. */
function sameFiles(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const seen = new Map<string, Entry>();
  const same = new Map<string, Entry>();
  const groups = groupsOf(entries);
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    for (const entry of group) {
      const content = compactJson({ ...entry.record, saved_at: "", version: entry.version });
      const earlier = seen.get(content);
      if (earlier) same.set(entry.id, earlier);
      else seen.set(content, entry);
    }
  }
  return same;
}

/**
 * Files by council. A file without a prefecture could be of any council of that name, so it is put beside
 * all of them, and asked about. A file without a name stands alone.
 */
function groupsOf(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const vague = new Set(entries.filter(({ record }) => record.subject.prefecture === "").map(nameKey));
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = nameKey(entry);
    const key = name === "" ? `?${entry.id}` : councilKey(vague.has(name) ? "" : entry.record.subject.prefecture, name);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}

/** How a council is told from others: by prefecture and name, without differences of width and spaces. */
export function councilKey(prefecture: string, name: string): string {
  return `${folded(prefecture.replace(/\s/g, ""))}|${folded(name.replace(/\s/g, ""))}`;
}

const nameKeys = new WeakMap<Entry, string>();

function nameKey(entry: Entry): string {
  const key = nameKeys.get(entry) ?? folded(entry.record.subject.name.replace(/\s/g, ""));
  nameKeys.set(entry, key);
  return key;
}

interface Used {
  readonly entry: Entry;
  readonly council: string;
  readonly group: readonly Entry[];
}

/** Names as people tell councils apart: with the prefecture where two bear one name, with more where it is one council. */
function label(used: readonly Used[]): readonly Column[] {
  const names = new Map<string, Set<string>>();
  for (const { entry } of used) {
    const prefectures = names.get(nameKey(entry)) ?? new Set();
    names.set(nameKey(entry), prefectures.add(entry.record.subject.prefecture));
  }
  return used.map(({ entry, council, group }) => {
    const { prefecture, name } = entry.record.subject;
    const shared = (names.get(nameKey(entry))?.size ?? 0) > 1;
    const plain = name === "" ? fileStem(entry.file) : (shared ? prefecture : "") + name;
    if (group.length === 1) return { entry, council, label: plain };
    const more = [entry.record.respondent.role, entry.record.date].filter((part) => part !== "");
    const telling = more.length > 0 ? more : [fileStem(entry.file)];
    return { entry, council, label: `${plain}（${telling.join("・")}）` };
  });
}

function fileStem(file: string): string {
  return (file.split("/").at(-1) ?? file).replace(/\.[a-z]+$/i, "");
}

/** The one with the latest date; null where two share it, or none has a date. */
export function newest(entries: readonly Entry[]): Entry | null {
  const latest = entries.map((entry) => entry.record.date).sort().at(-1) ?? "";
  const found = entries.filter((entry) => entry.record.date === latest);
  return latest !== "" && found.length === 1 ? (found[0] ?? null) : null;
}
