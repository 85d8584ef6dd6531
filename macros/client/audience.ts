/**
 * What leaves for whom. For others than oneself this is a list of what may go, never of what must stay:
 * a field that a later release adds stays at home until somebody decides here that it may leave.
 */

import { mapValues } from "./map-values";
import * as MESSAGES from "./messages";
import { normaliseRecord } from "./record";
import { NOTE_FIELDS } from "./types";
import type { Action, Answer, Answers, NoteField, Plan, ResultFile, Snapshot } from "./types";

/** 自分の控え, 関係者, 都道府県・ブロック会議. */
export const AUDIENCES = ["self", "colleagues", "prefecture"] as const;
export type Audience = (typeof AUDIENCES)[number];

interface Rule {
  readonly notes: readonly NoteField[];
  readonly respondentLabel: boolean;
  readonly actionOwner: boolean;
  readonly snapshots: boolean;
}

/** Names of persons and what was written for the town's own use stay in the town. */
const RULES: Readonly<Record<Exclude<Audience, "self">, Rule>> = {
  colleagues: { notes: ["evidence", "note_shared"], respondentLabel: true, actionOwner: true, snapshots: true },
  prefecture: { notes: ["note_shared"], respondentLabel: false, actionOwner: false, snapshots: false },
};

/** `record` as it may go to `audience`. Only a backup for oneself holds `note_private` and unknown keys. */
export function forAudience(record: ResultFile, audience: Audience): ResultFile {
  // Normalised, since an agreement of which only unknown keys were left would stay behind empty.
  return audience === "self" ? record : normaliseRecord(stripFor(record, audience));
}

/** The same, not yet normalised: for who reads thousands of files. */
export function stripFor(record: ResultFile, audience: Exclude<Audience, "self">): ResultFile {
  const rule = RULES[audience];
  const { format, checklist, subject, respondent, plan } = record;
  return {
    format,
    checklist: { id: checklist.id, version: checklist.version, items_digest: checklist.items_digest },
    subject: { prefecture: subject.prefecture, name: subject.name, kind: subject.kind },
    respondent: { label: rule.respondentLabel ? respondent.label : "", role: respondent.role },
    date: record.date,
    saved_at: record.saved_at,
    answers: stripAnswers(record.answers, rule),
    agreed: stripAgreed(record.agreed),
    plan: stripPlan(plan, rule),
    snapshots: rule.snapshots ? record.snapshots.map((snapshot) => stripSnapshot(snapshot, rule)) : [],
  };
}

function stripAnswers(answers: Answers, rule: Rule): Answers {
  const fields: ReadonlySet<string> = new Set(["state", "level", "reason", "target", ...rule.notes] satisfies (keyof Answer)[]);
  return mapValues(answers, (answer) => {
    for (const field in answer) if (!fields.has(field)) return Object.fromEntries(Object.entries(answer).filter(([name]) => fields.has(name)));
    return answer;
  });
}

function stripAgreed(agreed: ResultFile["agreed"]): ResultFile["agreed"] {
  return Object.fromEntries(Object.entries(agreed).map(([id, { level, reason }]) => [id, { level, reason }]));
}

function stripPlan({ goals, actions, requests }: Plan, rule: Rule): Plan {
  return {
    goals: goals.map(({ text, due }) => ({ text, due })),
    actions: actions.map((action) => stripAction(action, rule)),
    requests: requests.map(({ text, to, items }) => ({ text, to, items })),
  };
}

function stripAction({ text, owner, due, status, items }: Action, rule: Rule): Action {
  return { text, owner: rule.actionOwner ? owner : "", due, status, items };
}

function stripSnapshot({ label, date, answers, version, agreed, plan }: Snapshot, rule: Rule): Snapshot {
  return {
    label, date, answers: stripAnswers(answers, rule),
    ...(version === undefined ? {} : { version }),
    ...(agreed ? { agreed: stripAgreed(agreed) } : {}),
    ...(plan ? { plan: stripPlan(plan, rule) } : {}),
  };
}

/** One line of the preview: what it is, how many there are, and why it stays if it does. */
export interface LeavingLine {
  readonly part: string;
  readonly label: string;
  readonly count: number;
  readonly leaves: boolean;
}

/** What leaves and what stays, for the preview in the export dialogue. Parts with nothing in them are left out. */
export function describeLeaving(record: ResultFile, audience: Audience): readonly LeavingLine[] {
  const sent = countParts(forAudience(record, audience));
  const own = countParts(record);
  return Object.entries(own).flatMap(([part, count]) => {
    if (count === 0) return [];
    const label = MESSAGES.audience.parts[part as Part];
    return [{ part, label, count, leaves: sent[part as Part] > 0 }];
  });
}

type Part = keyof typeof MESSAGES.audience.parts;

function countParts(record: ResultFile): Record<Part, number> {
  const answers = Object.values(record.answers);
  const filled = (field: keyof Answer) => answers.filter((answer) => answer[field]).length;
  const some = (...texts: readonly string[]) => texts.filter((text) => text !== "").length;
  const notes = Object.fromEntries(NOTE_FIELDS.map((field) => [field, filled(field)])) as Record<NoteField, number>;
  return {
    subject: some(record.subject.prefecture, record.subject.name) > 0 ? 1 : 0,
    respondent: some(record.respondent.label),
    role: some(record.respondent.role),
    state: filled("state"),
    reason: filled("reason"),
    target: filled("target"),
    ...notes,
    agreed: Object.keys(record.agreed).length,
    goals: record.plan.goals.length,
    actions: record.plan.actions.length,
    owner: some(...record.plan.actions.map((action) => action.owner)),
    requests: record.plan.requests.length,
    snapshots: record.snapshots.length,
  };
}
