/** Between ids and the words in the cells. */

import { isLevelId } from "../guards";
import { MESSAGES } from "../messages";
import type { Answer, AnswerState, ChecklistData } from "../types";
import { STATE_LABELS, UNANSWERED_LABEL } from "./sheet";

/** Compared without width, spaces and case, so that 「わからない 」 typed by hand is understood. */
function fold(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "").toLowerCase();
}

/** The word for a level; a level that the scale does not have keeps its id: 「段階 xyz」. */
export function levelLabel(level: string, checklist: ChecklistData): string {
  if (level === "") return "";
  const known = checklist.scale.levels.find((one) => one.id === level);
  return known?.label ?? MESSAGES.sheet.unknownLevel(level);
}

/** The word for an answer; "" for 未回答. */
export function answerLabel(answer: Answer, checklist: ChecklistData): string {
  if (answer.state === undefined) return "";
  return answer.state === "answered" ? levelLabel(answer.level ?? "", checklist) : STATE_LABELS[answer.state];
}

/** The words the answer column may hold, in the order of the screen. */
export function answerChoices(checklist: ChecklistData): readonly string[] {
  return [...checklist.scale.levels.map((level) => level.label), ...Object.values(STATE_LABELS)];
}

/** The level a word stands for: "" for nothing, null for a word that is none of the choices. */
export function parseLevel(cell: string, checklist: ChecklistData): string | null {
  const word = fold(cell);
  if (word === "" || word === fold(UNANSWERED_LABEL)) return "";
  const known = checklist.scale.levels.find((level) => fold(level.label) === word);
  if (known) return known.id;
  const prefix = fold(MESSAGES.sheet.unknownLevel(""));
  const id = word.startsWith(prefix) ? word.slice(prefix.length) : "";
  return isLevelId(id) ? id : null;
}

/** State and level a word stands for: {} for nothing, null for a word that is none of the choices. */
export function parseAnswer(cell: string, checklist: ChecklistData): Pick<Answer, "state" | "level"> | null {
  const word = fold(cell);
  for (const [state, label] of Object.entries(STATE_LABELS)) {
    if (fold(label) === word) return { state: state as AnswerState };
  }
  const level = parseLevel(cell, checklist);
  if (level === null) return null;
  return level === "" ? {} : { state: "answered", level };
}
