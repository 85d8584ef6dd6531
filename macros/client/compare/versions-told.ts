/** What changed between two versions of a checklist, in sentences. */

import { formatDate } from "../dates";
import * as MESSAGES from "../messages";
import { routeOf } from "../migrate";
import { allItems } from "../scoring";
import { compareVersions } from "../versions";
import type { ChecklistData } from "../types";

/** The sentences for a file of version `from`, oldest change first; none where it is the page's version or newer. */
export function tellVersions(from: string, checklist: ChecklistData): readonly string[] {
  const later = checklist.changes
    .filter(({ version }) => compareVersions(version, from) > 0 && compareVersions(version, checklist.version) <= 0)
    .sort((a, b) => compareVersions(a.version, b.version));
  const texts = new Map(allItems(checklist).map((item) => [item.id, item.text]));
  return later.flatMap(({ version, date, summary, moved, retired, added = [] }) => {
    const name = (id: string) => texts.get(routeOf(version, checklist)(id)) ?? id;
    const say = MESSAGES.versions;
    return [
      say.summary(version, date ? formatDate(date) : "", summary),
      ...(Object.keys(moved).length > 0 ? [say.moved([...new Set(Object.values(moved).map(name))])] : []),
      ...(added.length > 0 ? [say.added(added.map(name))] : []),
      ...(retired.length > 0 ? [say.retired([...retired])] : []),
    ];
  });
}
