/** Between ids and the words in the cells. */

import { isLevelId } from "../guards";
import { MESSAGES } from "../messages";
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

interface Words {
  readonly levels: ReadonlyMap<string, string>;
  readonly states: ReadonlyMap<string, AnswerState>;
}

const words = new WeakMap<ChecklistData, Words>();

/** The words of the choices as they are compared, worked out once for each checklist. */
function wordsOf(checklist: ChecklistData): Words {
  const found = words.get(checklist) ?? {
    // The first of two levels with the same word counts; nothing stands for more than 未回答 does.
    levels: new Map([...checklist.scale.levels.map(({ id, label }) => [fold(label), id] as const).reverse(), [fold(UNANSWERED_LABEL), ""], ["", ""]]),
    states: new Map(Object.entries(STATE_LABELS).map(([state, label]) => [fold(label), state as AnswerState])),
  };
  words.set(checklist, found);
  return found;
}

/** The level a word stands for: "" for nothing, null for a word that is none of the choices. */
export function parseLevel(cell: string, checklist: ChecklistData): string | null {
  const word = fold(cell);
  const known = wordsOf(checklist).levels.get(word);
  if (known !== undefined) return known;
  const prefix = fold(MESSAGES.sheet.unknownLevel(""));
  const id = word.startsWith(prefix) ? word.slice(prefix.length) : "";
  return isLevelId(id) ? id : null;
}

/** State and level a word stands for: {} for nothing, null for a word that is none of the choices. */
export function parseAnswer(cell: string, checklist: ChecklistData): Pick<Answer, "state" | "level"> | null {
  const state = wordsOf(checklist).states.get(fold(cell));
  if (state) return { state };
  const level = parseLevel(cell, checklist);
  if (level === null) return null;
  return level === "" ? {} : { state: "answered", level };
}
