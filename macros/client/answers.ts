/** Changes to the answers of a record. Each gives a new record; an answer with nothing in it vanishes. */

import { cleanText } from "./text";
import { NOTE_FIELDS } from "./types";
import type { Agreed, Answer, AnswerState, NoteField, ResultFile } from "./types";

type Draft = { -readonly [Key in keyof Answer]?: Answer[Key] | undefined };

/**
 * The answer in its normal form, or null if nothing is in it: empty fields go, and a level is there
 * exactly when the state is "answered". Unknown keys stay, and keep an answer from vanishing.
 */
export function cleanAnswer(answer: Draft): Answer | null {
  if (isClean(answer)) return answer as Answer;
  const draft: Record<string, unknown> = { ...answer };
  for (const field of ["reason", ...NOTE_FIELDS] as const) draft[field] = cleanText(answer[field] ?? "");
  if (answer.state === "answered" && !answer.level) delete draft["state"];
  if (draft["state"] !== "answered") delete draft["level"];
  const kept = Object.entries(draft).filter(([, value]) => value !== undefined && value !== "");
  return kept.length === 0 ? null : (Object.fromEntries(kept) as Answer);
}

const TEXTS: ReadonlySet<string> = new Set(["reason", ...NOTE_FIELDS]);

/** True for an answer already in its normal form: nearly all that are read from files are. */
function isClean(answer: Draft): boolean {
  let filled = false;
  for (const key in answer) {
    const value = answer[key as keyof Draft];
    if (value === undefined || value === "") return false;
    if (TEXTS.has(key) && cleanText(value) !== value) return false;
    filled = true;
  }
  return filled && (answer.state === "answered") === Boolean(answer.level);
}

function change(record: ResultFile, itemId: string, draft: Draft): ResultFile {
  const answer = cleanAnswer({ ...record.answers[itemId], ...draft });
  const { [itemId]: _, ...others } = record.answers;
  return { ...record, answers: answer ? { ...others, [itemId]: answer } : others };
}

/** Answers with a level of the scale. A reason given before stays: the user clears it, not a click. */
export function setLevel(record: ResultFile, itemId: string, level: string): ResultFile {
  return change(record, itemId, { state: "answered", level });
}

/** 該当しない, わからない or 今は取り組まない. Without `reason` the reason given before stays. */
export function setState(
  record: ResultFile,
  itemId: string,
  state: Exclude<AnswerState, "answered">,
  reason?: string,
): ResultFile {
  return change(record, itemId, reason === undefined ? { state } : { state, reason });
}

export function setReason(record: ResultFile, itemId: string, reason: string): ResultFile {
  return change(record, itemId, { reason });
}

/** Back to 未回答. The level or state goes, with its reason; the notes stay. */
export function clearAnswer(record: ResultFile, itemId: string): ResultFile {
  return change(record, itemId, { state: undefined, level: undefined, reason: undefined });
}

/** 根拠, 共有メモ or 手元メモ. */
export function setNote(record: ResultFile, itemId: string, field: NoteField, text: string): ResultFile {
  return change(record, itemId, { [field]: text });
}

/** The level aimed at; "" for none. */
export function setTarget(record: ResultFile, itemId: string, level: string): ResultFile {
  return change(record, itemId, { target: level });
}

/** What the meeting agreed on; with neither level nor reason it goes. The respondent's own answer stays. */
export function setAgreed(record: ResultFile, itemId: string, level: string, reason: string): ResultFile {
  if (level === "" && cleanText(reason) === "") return clearAgreed(record, itemId);
  const agreed: Agreed = { ...record.agreed[itemId], level, reason: cleanText(reason) };
  return { ...record, agreed: { ...record.agreed, [itemId]: agreed } };
}

export function clearAgreed(record: ResultFile, itemId: string): ResultFile {
  const { [itemId]: _, ...agreed } = record.agreed;
  return { ...record, agreed };
}

/** The answer as it counts: with `agreed`, what the meeting agreed on goes before one's own answer. */
export function effectiveAnswer(record: ResultFile, itemId: string, basis: "own" | "agreed" = "own"): Answer {
  const own = record.answers[itemId] ?? {};
  const level = basis === "agreed" ? record.agreed[itemId]?.level : "";
  return level ? { ...own, state: "answered", level } : own;
}
