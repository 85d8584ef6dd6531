/** Files and records that are to be compared: which of them speak for the same respondent. */

import { canonicalJson } from "../canonical";
import { folded } from "../fold";
import { compareUnits } from "../text";
import type { ResultFile } from "../types";

export interface Twin<Source> {
  readonly sources: readonly Source[];
  /** The one saved last. */
  readonly newest: Source;
  /** All say the same: there is nothing to choose. */
  readonly identical: boolean;
}

/** Groups of sources of the same council, respondent, role and day; only where there is more than one. */
export function findTwins<Source extends { readonly record: ResultFile }>(sources: readonly Source[]): readonly Twin<Source>[] {
  const groups = new Map<string, Source[]>();
  for (const source of sources) {
    const key = respondentKey(source.record);
    groups.set(key, [...(groups.get(key) ?? []), source]);
  }
  return [...groups.values()].filter((group) => group.length > 1).map((group) => {
    const newest = group.reduce((best, one) => (compareUnits(one.record.saved_at, best.record.saved_at) > 0 ? one : best));
    const contents = new Set(group.map(({ record: { answers, agreed, plan } }) => canonicalJson({ answers, agreed, plan })));
    return { sources: group, newest, identical: contents.size === 1 };
  });
}

function respondentKey({ subject, respondent, date }: ResultFile): string {
  return JSON.stringify([subject.prefecture, subject.name, respondent.label, respondent.role].map(folded).concat(date));
}

/** The names of the councils among `records`, each once. */
export function councilNames(records: readonly ResultFile[]): readonly string[] {
  return [...new Set(records.map(({ subject }) => subject.prefecture + subject.name))];
}
