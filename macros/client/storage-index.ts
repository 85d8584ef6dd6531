/** The list of records: for the start of a self-check, and for 「つづきから」 on other pages. */

import { isBag } from "./guards";
import { indexKey, keysWith } from "./storage-keys";
import type { Place, StorageLike } from "./storage-keys";
import { compareUnits } from "./text";
import type { LoadResult } from "./storage";

export interface RecordSummary {
  readonly id: string;
  readonly checklist: string;
  readonly prefecture: string;
  readonly name: string;
  readonly respondent: string;
  readonly role: string;
  readonly date: string;
  readonly saved_at: string;
  readonly revision: number;
  /** Answers with a state. May count items the present version no longer asks. */
  readonly handled: number;
  /** The stored text cannot be read. */
  readonly damaged: boolean;
  /** Only in this page's memory so far. */
  readonly unsaved: boolean;
}

const NONE = { checklist: "", prefecture: "", name: "", respondent: "", role: "", date: "", saved_at: "" };

/** The summary of what `load` found; none where there is nothing. */
export function summarise(id: string, loaded: LoadResult): readonly RecordSummary[] {
  if (loaded.status === "damaged") {
    return [{ ...NONE, id, revision: 0, handled: 0, damaged: true, unsaved: false }];
  }
  if (loaded.status !== "ok") return [];
  const { record, revision, from } = loaded;
  return [
    {
      id,
      checklist: record.checklist.id,
      prefecture: record.subject.prefecture,
      name: record.subject.name,
      respondent: record.respondent.label,
      role: record.respondent.role,
      date: record.date,
      saved_at: record.saved_at,
      revision,
      handled: Object.values(record.answers).filter((answer) => answer.state !== undefined).length,
      damaged: false,
      unsaved: from === "memory",
    },
  ];
}

/** The indexes of all checklists of a site, newest record first; what cannot be read is left out. */
export function readIndex(getStorage: () => StorageLike, site: string): readonly RecordSummary[] {
  try {
    const storage = getStorage();
    const keys = keysWith(storage, `kyogikai:${site}:`).filter((key) => key === indexKey(placeOf(key)));
    const summaries = keys.flatMap((key) => parseIndex(storage.getItem(key)));
    return summaries.sort((a, b) => compareUnits(b.saved_at, a.saved_at));
  } catch {
    return [];
  }
}

function placeOf(key: string): Place {
  const [, site = "", checklist = ""] = key.split(":");
  return { site, checklist };
}

function parseIndex(text: string | null): readonly RecordSummary[] {
  try {
    const value: unknown = JSON.parse(text ?? "null");
    const records = isBag(value) ? value["records"] : null;
    return Array.isArray(records) ? records.filter(isSummary) : [];
  } catch {
    return [];
  }
}

function isSummary(value: unknown): value is RecordSummary {
  if (!isBag(value)) return false;
  const texts = ["id", "checklist", "prefecture", "name", "respondent", "role", "date", "saved_at"];
  return texts.every((key) => typeof value[key] === "string") && typeof value["handled"] === "number";
}
