/** Between ids and the words in the cells. */

import { isLevelId } from "../guards";
import * as MESSAGES from "../messages";
import type { Answer, AnswerState, ChecklistData } from "../types";
import { plain } from "./columns";
import { STATE_LABELS, UNANSWERED_LABEL } from "./sheet";

/** Compared without width, spaces and case, so that 「わからない 」 typed by hand is understood. */
function fold(text: string): string {
  return plain(text).toLowerCase();
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

type Meaning = Pick<Answer, "state" | "level">;

const meanings = new WeakMap<ChecklistData, ReadonlyMap<string, Meaning>>();

/** What each word of the choices stands for, worked out once for each checklist. The later of two like words counts. */
function meaningsOf(checklist: ChecklistData): ReadonlyMap<string, Meaning> {
  const known = meanings.get(checklist);
  if (known) return known;
  const levels = [...checklist.scale.levels].reverse().map(({ id, label }): [string, Meaning] => [label, { state: "answered", level: id }]);
  const states = Object.entries(STATE_LABELS).map(([state, label]): [string, Meaning] => [label, { state: state as AnswerState }]);
  const words: readonly [string, Meaning][] = [...levels, [UNANSWERED_LABEL, {}], ["", {}], ...states];
  const found = new Map([...words, ...words.map(([word, meaning]): [string, Meaning] => [fold(word), meaning])]);
  meanings.set(checklist, found);
  return found;
}

/** The level a word stands for: "" for nothing, null for a word that is none of the choices. */
export function parseLevel(cell: string, checklist: ChecklistData): string | null {
  const meaning = parseAnswer(cell, checklist);
  if (meaning === null || (meaning.state ?? "answered") !== "answered") return null;
  return meaning.level ?? "";
}

/** State and level a word stands for: {} for nothing, null for a word that is none of the choices. */
export function parseAnswer(cell: string, checklist: ChecklistData): Meaning | null {
  const words = meaningsOf(checklist);
  // Nearly every cell was picked from a list: it is looked up as it stands first.
  const known = words.get(cell) ?? words.get(fold(cell));
  if (known) return known;
  const [word, prefix] = [fold(cell), fold(MESSAGES.sheet.unknownLevel(""))];
  const level = word.startsWith(prefix) ? word.slice(prefix.length) : "";
  return isLevelId(level) ? { state: "answered", level } : null;
}
