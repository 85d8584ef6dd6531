/** What the comparison's respondents agreed on, brought into a record. */

import * as MESSAGES from "../messages";
import { createRecord } from "../record";
import type { Agreed, ChecklistData, ResultFile, Subject } from "../types";

export type AgreedMap = Readonly<Record<string, Agreed>>;

/** A record of its own, whose respondent is 「合意」. */
export function agreedRecord(checklist: ChecklistData, subject: Subject, date: string, agreed: AgreedMap): ResultFile {
  return { ...createRecord(checklist, date, subject, { label: MESSAGES.compare.agreedLabel }), agreed };
}

export interface AgreedConflict {
  readonly itemId: string;
  readonly before: Agreed;
  readonly now: Agreed;
}

/** Items on which `record` already holds another agreement. */
export function agreedConflicts(record: ResultFile, agreed: AgreedMap): readonly AgreedConflict[] {
  return Object.entries(agreed).flatMap(([itemId, now]) => {
    const before = record.agreed[itemId];
    return before && (before.level !== now.level || before.reason !== now.reason) ? [{ itemId, before, now }] : [];
  });
}

/** `record` with the agreement; where both have one, `replace` says which stays. The record's own answers stay. */
export function mergeAgreed(record: ResultFile, agreed: AgreedMap, replace: boolean): ResultFile {
  return { ...record, agreed: replace ? { ...record.agreed, ...agreed } : { ...agreed, ...record.agreed } };
}
