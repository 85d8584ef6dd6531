/** Requests of many councils: the same words counted together, grouped by the items they are about. */

import { folded } from "../fold";
import { allItems } from "../scoring";
import type { Request } from "../types";
import { SMALLEST_GROUP } from "./anonymity";
import type { Sight } from "./sight";

export interface RequestLine {
  /** "" where the words are withheld. */
  readonly text: string;
  readonly to: string;
  readonly councils: readonly string[];
}

export interface RequestGroup {
  /** "" for requests that are about no item of the checklist. */
  readonly itemId: string;
  /** Councils with at least one request in the group, each counted once. */
  readonly councils: number;
  readonly lines: readonly RequestLine[];
  /** In anonymous display: requests whose words are not shown, since fewer than five councils use them. */
  readonly withheld: number;
}

/**
 * Groups in the order of the checklist, those about no item last. A request about two items is in both
 * groups. In anonymous display words are shown only where five councils or more use the same.
 */
export function groupRequests(sight: Sight): readonly RequestGroup[] {
  const known = new Set(allItems(sight.checklist).map((item) => item.id));
  const groups = new Map<string, Map<string, { text: string; to: string; councils: Set<string> }>>();
  for (const { key, requests } of sight.columns) {
    for (const request of requests.filter(({ text }) => text !== "")) {
      const items = request.items.filter((id) => known.has(id));
      for (const id of items.length > 0 ? items : [""]) add(groups, id, request, key);
    }
  }
  const labels = new Map(sight.columns.map(({ key, label }) => [key, label]));
  const order = [...[...known].filter((id) => groups.has(id)), ...(groups.has("") ? [""] : [])];
  return order.flatMap((itemId) => {
    const all = [...(groups.get(itemId)?.values() ?? [])].sort((a, b) => b.councils.size - a.councils.size);
    const councils = new Set(all.flatMap((line) => [...line.councils])).size;
    if (sight.anonymous && councils < SMALLEST_GROUP) return [];
    const shown = all.filter((line) => !sight.anonymous || line.councils.size >= SMALLEST_GROUP);
    const lines = shown.map(({ text, to, councils: own }) => ({
      text, to: sight.anonymous ? "" : to,
      councils: sight.anonymous ? [...own].map(() => "") : [...own].map((key) => labels.get(key) ?? ""),
    }));
    return [{ itemId, councils, lines, withheld: all.length - shown.length }];
  });
}

function add(
  groups: Map<string, Map<string, { text: string; to: string; councils: Set<string> }>>,
  id: string,
  request: Request,
  council: string,
): void {
  const group = groups.get(id) ?? new Map<string, { text: string; to: string; councils: Set<string> }>();
  groups.set(id, group);
  const words = sameWords(request.text);
  const line = group.get(words) ?? { text: request.text, to: request.to, councils: new Set<string>() };
  line.councils.add(council);
  group.set(words, line);
}

/** Words without differences of width, spaces and the last full stop. */
function sameWords(text: string): string {
  return folded(text).replace(/\s/g, "").replace(/[。.]+$/u, "");
}
