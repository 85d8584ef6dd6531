/** Short ways to records for tests. */

import { createRecord, normaliseRecord } from "../record";
import type { Answer, ResultFile } from "../types";
import { CHECKLIST } from "./checklist";

/** A record of 〇〇市 with nothing answered. */
export function empty(): ResultFile {
  return createRecord(CHECKLIST, "2026-11-21", { prefecture: "北海道", name: "〇〇市" }, { label: "佐藤", role: "市町村の担当" });
}

/** The same with answers: "done" and the like stand for a level, other words for a state. */
export function answered(words: Readonly<Record<string, string>>): ResultFile {
  const answers = Object.entries(words).map(([id, word]): [string, Answer] => {
    const state = word === "unknown" || word === "not_applicable" || word === "deferred" ? word : null;
    return [id, state ? { state } : { state: "answered", level: word }];
  });
  return normaliseRecord({ ...empty(), answers: Object.fromEntries(answers) });
}
