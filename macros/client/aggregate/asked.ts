/** Which of today's items an older version of a checklist asked. */

import { allItems } from "../scoring";
import { compareVersions } from "../versions";
import type { ChecklistData } from "../types";

/**
 * The items of `checklist` that `version` asked, by today's ids: all but those that came later. An item
 * that moved was asked under its old id. Of a newer version nothing is known here: nothing counts as asked,
 * so that an item without an answer is not taken for one left open.
 */
export function askedIn(checklist: ChecklistData, version: string): ReadonlySet<string> {
  const order = compareVersions(version, checklist.version);
  const ids = allItems(checklist).map((item) => item.id);
  if (order > 0) return new Set();
  const later = checklist.changes
    .filter((change) => compareVersions(change.version, version) > 0)
    .sort((a, b) => compareVersions(b.version, a.version));
  return new Set(ids.filter((id) => existedBefore(id, later)));
}

/** Goes back change by change (newest first), by all the ids that lead to `id`. */
function existedBefore(id: string, changes: ChecklistData["changes"]): boolean {
  let names = new Set([id]);
  for (const change of changes) {
    const before = (name: string) => Object.keys(change.moved).filter((from) => change.moved[from] === name);
    const kept = [...names].filter((name) => before(name).length === 0 && !change.added?.includes(name));
    names = new Set([...kept, ...[...names].flatMap(before)]);
  }
  return names.size > 0;
}
