/**
 * A made-up record of 「A市」 for any checklist: what a filled self-check looks like. The same checklist
 * gives the same sample. Its sentences fit every question, since they must not tell facts about any.
 */

import { setAgreed, setLevel, setNote, setReason, setState } from "./answers";
import { discuss } from "./discuss";
import { addPlanEntry } from "./plan";
import { createRecord } from "./record";
import { placedItems } from "./scoring";
import type { ChecklistData, ResultFile } from "./types";

/** Place in the scale (0 the highest) or a state, in turn over the items; some are left open. */
const ANSWERS = [1, 2, 0, 3, 1, 0, "unknown", 2, 1, 0, 2, "deferred", 0, 1, null, 3, 0, "not_applicable", 1, 2] as const;
const NOTES = 3;

/** `say`: the sentence by its key. `today`: ISO local date. */
export function sampleRecord(checklist: ChecklistData, say: (key: string) => string, today: string): ResultFile {
  const empty = createRecord(checklist, today, { name: say("name") }, { label: say("respondent"), role: say("role") });
  const answered = placedItems(checklist).reduce((record, { item }, at) => answer(record, checklist, item.id, at, say), empty);
  return plan(answered, checklist, say);
}

function answer(record: ResultFile, { scale }: ChecklistData, id: string, at: number, say: (key: string) => string): ResultFile {
  const choice = ANSWERS[at % ANSWERS.length] ?? null;
  if (choice === null) return record;
  if (choice === "unknown") return setState(record, id, "unknown");
  if (choice === "deferred") return setReason(setState(record, id, "deferred"), id, say("reason.deferred"));
  if (choice === "not_applicable") return setReason(setState(record, id, "not_applicable"), id, say("reason.na"));
  const last = scale.levels.length - 1;
  const level = scale.levels[Math.round((choice / 3) * last)];
  const chosen = level ? setLevel(record, id, level.id) : record;
  const evident = setNote(chosen, id, "evidence", say(`evidence.${at % NOTES}`));
  return choice < 2 ? evident : setNote(evident, id, "note_shared", say(`note.${at % NOTES}`));
}

/** What the talk about the hardest items might have led to. */
function plan(record: ResultFile, checklist: ChecklistData, say: (key: string) => string): ResultFile {
  const picks = discuss(record, checklist);
  const [first, second] = picks.map(({ item }) => item);
  const wish = picks.find(({ item }) => item.ask_prefecture !== "")?.item ?? first;
  const goals = ["0", "1"].reduce((made, n) => addPlanEntry(made, "goals", { text: say(`goal.${n}`), due: say(`due.${n}`) }), record);
  const acting = [first, second].reduce((made, item, at) => {
    if (!item) return made;
    const step = item.next_steps[record.answers[item.id]?.level ?? ""] ?? say("action");
    const entry = { text: step, owner: say(`owner.${at}`), due: say(`due.${at}`), status: at === 0 ? "doing" : "todo", items: [item.id] };
    return addPlanEntry(made, "actions", entry);
  }, goals);
  const noted = first ? setNote(acting, first.id, "note_private", say("private")) : acting;
  const lowest = checklist.scale.levels.at(-1);
  const agreed = first && lowest ? setAgreed(noted, first.id, lowest.id, say("agreed")) : noted;
  if (!wish) return agreed;
  return addPlanEntry(agreed, "requests", { text: wish.ask_prefecture || say("request"), to: say("to"), items: [wish.id] });
}
