/** Whose record is open, and the one line that says what is saved where. */

import { formatDate, formatTime, toIsoDate } from "../../client/dates";
import type { ResultFile } from "../../client/types";
import type { Context } from "./context";
import { hook, hooks, markPage, setText, show } from "./dom";
import type { SaveState } from "./session";

export function startStatus(context: Context): void {
  const { root, session, words, announce } = context;
  const line = hook(root, "status");
  let toldFirst = false;
  session.onState((state, before) => {
    setText(line, words.say(`status.${state.kind}`, state.kind === "saved" ? { time: timeOf(state.at) } : {}));
    if (line.dataset["state"] !== state.kind) line.dataset["state"] = state.kind;
    // Opening a record that lies there already is no saving.
    if (state.kind !== "saved" || (before.kind === "none" && Date.now() - state.at.getTime() > 1000)) return;
    // Not at every save: once at the first, and when saving works again.
    if (!toldFirst) announce(words.say("live.first"));
    else if (isTrouble(before)) announce(words.say("live.recovered"));
    toldFirst = true;
  });
  session.onChange((record, before) => {
    const parts = ["subject", "respondent", "date"] as const;
    if (!before || parts.some((part) => record[part] !== before[part])) showWho(context, record);
  });
}

/** 10:32; with the day where it was not today. */
function timeOf(at: Date): string {
  const day = toIsoDate(at);
  return day === toIsoDate(new Date()) ? formatTime(at) : `${formatDate(day)} ${formatTime(at)}`;
}

function isTrouble(state: SaveState): boolean {
  return state.kind === "failed" || state.kind === "waiting";
}

function showWho({ root, words }: Context, record: ResultFile): void {
  setText(hook(root, "who"), recordName(record, words.say("noname")));
  const { label, role } = record.respondent;
  const parts = [label, role, record.date && formatDate(record.date)].filter((part) => part !== "");
  setText(hook(root, "who-more"), parts.join("・"));
}

/** 「〇〇県〇〇市」, or the word for a record without a name. */
export function recordName(record: Pick<ResultFile, "subject">, noname: string): string {
  return record.subject.prefecture + record.subject.name || noname;
}

/** Marks where one is among the views of the open record. */
export function showPlace({ root, session }: Context, view: string): void {
  root.classList.toggle("has-record", session.isOpen);
  for (const part of hooks(root, "workbar")) show(part, view !== "start");
  for (const part of hooks(root, "intro")) show(part, view === "start");
  markPage("sc-at-work", view !== "start");
  root.dataset["view"] = view;
  for (const link of hooks(root, "go")) {
    if (link.getAttribute("data-js-go") === view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}
