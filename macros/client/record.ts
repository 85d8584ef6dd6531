/** Making a record, and bringing any record into the one normal form that is stored and exported. */

import { cleanAnswer } from "./answers";
import { canonicalJson } from "./canonical";
import { isSubjectKind } from "./guards";
import type { LooseResultFile } from "./guards";
import { mapValues } from "./map-values";
import { cleanLine, cleanText } from "./text";
import { normalisePlan } from "./plan";
import { FORMAT, PLAN_KINDS } from "./types";
import type { Agreed, Answers, ChecklistData, Respondent, ResultFile, Snapshot, Subject } from "./types";

/** The reference that a record keeps to the checklist it answers. */
export function checklistRef(checklist: ChecklistData): ResultFile["checklist"] {
  const { id, version, items_digest } = checklist;
  return { id, version, items_digest };
}

/** An empty record for `checklist`, dated `date` (ISO local date). */
export function createRecord(
  checklist: ChecklistData,
  date: string,
  subject: Partial<Subject> = {},
  respondent: Partial<Respondent> = {},
): ResultFile {
  return normaliseRecord({
    format: FORMAT,
    checklist: checklistRef(checklist),
    subject: { prefecture: "", name: "", kind: checklist.subject_kind, ...subject },
    respondent: { label: "", role: "", ...respondent },
    date,
    answers: {},
  });
}

/** `record` stamped with the instant of its last change. */
export function stampRecord(record: ResultFile, now: Date): ResultFile {
  return { ...record, saved_at: now.toISOString() };
}

export function setSubject(record: ResultFile, change: Partial<Subject>): ResultFile {
  return { ...record, subject: normaliseSubject({ ...record.subject, ...change }) };
}

export function setRespondent(record: ResultFile, change: Partial<Respondent>): ResultFile {
  return { ...record, respondent: normaliseRespondent({ ...record.respondent, ...change }) };
}

/** `date`: an ISO local date, or "". */
export function setDate(record: ResultFile, date: string): ResultFile {
  return { ...record, date };
}

/** Keeps today's answers, with what was agreed and the plan, for a later comparison. */
export function addSnapshot(record: ResultFile, label: string, date: string): ResultFile {
  const { answers, agreed, plan, checklist } = record;
  const snapshot: Snapshot = {
    label: cleanLine(label), date, answers, version: checklist.version,
    ...(Object.keys(agreed).length > 0 ? { agreed } : {}),
    ...(PLAN_KINDS.some((kind) => plan[kind].length > 0) ? { plan } : {}),
  };
  return { ...record, snapshots: [...record.snapshots, snapshot] };
}

export function removeSnapshot(record: ResultFile, index: number): ResultFile {
  return { ...record, snapshots: record.snapshots.filter((_, at) => at !== index) };
}

/** A new id for a record in storage; it is not part of the record. `random`: bytes from a good source. */
export function newRecordId(random: Uint8Array): string {
  return `r-${Array.from(random.slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** Canonical JSON text of a record: the same record gives the same bytes, unknown keys included. */
export function serialiseRecord(record: ResultFile): string {
  return `${canonicalJson(record)}\n`;
}

/**
 * The normal form: every part present, texts cleaned, empty answers gone, a level exactly where the
 * state is "answered". Nothing else changes; unknown keys stay.
 */
export function normaliseRecord(loose: LooseResultFile): ResultFile {
  return {
    ...loose,
    checklist: { ...loose.checklist, items_digest: cleanLine(loose.checklist.items_digest ?? "") },
    subject: normaliseSubject(loose.subject ?? {}),
    respondent: normaliseRespondent(loose.respondent ?? {}),
    date: loose.date ?? "",
    saved_at: cleanLine(loose.saved_at ?? ""),
    answers: normaliseAnswers(loose.answers),
    agreed: normaliseAgreed(loose.agreed ?? {}),
    plan: normalisePlan(loose.plan ?? {}),
    snapshots: (loose.snapshots ?? []).map(normaliseSnapshot),
  };
}

function normaliseSubject(subject: Partial<Subject>): Subject {
  return {
    ...subject,
    prefecture: cleanLine(subject.prefecture ?? ""),
    name: cleanLine(subject.name ?? ""),
    kind: isSubjectKind(subject.kind) ? subject.kind : "other",
  };
}

function normaliseRespondent(respondent: Partial<Respondent>): Respondent {
  return { ...respondent, label: cleanLine(respondent.label ?? ""), role: cleanLine(respondent.role ?? "") };
}

function normaliseAnswers(answers: Answers): Answers {
  return mapValues(answers, cleanAnswer);
}

function normaliseAgreed(agreed: Readonly<Record<string, Partial<Agreed>>>): ResultFile["agreed"] {
  const clean = Object.entries(agreed).map(([id, one]) => {
    return [id, { ...one, level: one.level ?? "", reason: cleanText(one.reason ?? "") }] as const;
  });
  return Object.fromEntries(clean.filter(([, one]) => one.level || one.reason || Object.keys(one).length > 2));
}

function normaliseSnapshot(snapshot: Partial<Snapshot>): Snapshot {
  return {
    ...snapshot,
    label: cleanLine(snapshot.label ?? ""),
    date: cleanLine(snapshot.date ?? ""),
    answers: normaliseAnswers(snapshot.answers ?? {}),
    ...(snapshot.agreed ? { agreed: normaliseAgreed(snapshot.agreed) } : {}),
    ...(snapshot.plan ? { plan: normalisePlan(snapshot.plan) } : {}),
  };
}
