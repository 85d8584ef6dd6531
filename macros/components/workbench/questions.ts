/** What only the user can decide: several files of one council. */

import { formatDate } from "../../client/dates";
import { newest } from "../../client/aggregate/councils";
import type { Conflict } from "../../client/aggregate/councils";
import type { Entry } from "../../client/aggregate/entry";
import { hook, setText, show } from "../self-check/dom";
import type { Context } from "./context";

export function renderQuestions(context: Context, section: HTMLElement): void {
  const { bench } = context;
  const { conflicts, open } = bench.sorted;
  show(section, conflicts.length > 0);
  for (const name of ["all-newest", "all-apart"]) show(hook(section, name), open.length > 1);
  hook(section, "questions").replaceChildren(...conflicts.map((conflict) => question(context, conflict)));
}

function question(context: Context, conflict: Conflict): HTMLElement {
  const { words } = context;
  const { entries, key } = conflict;
  const piece = words.piece("question");
  const { prefecture, name } = entries.find((entry) => entry.record.subject.prefecture !== "")?.record.subject ?? { prefecture: "", name: "" };
  setText(hook(piece, "who"), prefecture + (name || (entries[0]?.record.subject.name ?? "")));
  const vague = entries.some((entry) => entry.record.subject.prefecture === "");
  setText(hook(piece, "why"), words.say(vague ? "ask.why.vague" : "ask.why.same", { count: entries.length }));
  const latest = newest(entries);
  hook(piece, "choices").replaceChildren(
    ...entries.map((entry) => choice(context, key, entry.id, words.say("ask.use", { file: entry.file }), about(context, entry, latest))),
    choice(context, key, "apart", words.say("ask.apart"), words.say("ask.apart.more")),
    choice(context, key, "none", words.say("ask.none"), ""),
  );
  return piece;
}

function about({ words }: Context, entry: Entry, latest: Entry | null): string {
  const { date, respondent, answers, agreed } = entry.record;
  const line = words.say("ask.file", {
    date: date ? formatDate(date) : words.say("ask.nodate"),
    role: respondent.role || words.say("ask.norole"),
    answers: Object.values(answers).filter((answer) => answer.state !== undefined).length,
    agreed: Object.keys(agreed).length > 0 ? words.say("ask.agreed") : "",
  });
  return entry === latest ? `${line}　${words.say("ask.newest")}` : line;
}

function choice({ words, bench }: Context, key: string, value: string, what: string, more: string): HTMLElement {
  const piece = words.piece("choice");
  const radio = hook<HTMLInputElement>(piece, "choice");
  radio.name = key;
  radio.value = value;
  radio.checked = bench.desk.choices[key] === value;
  setText(hook(piece, "what"), what);
  setText(hook(piece, "more"), more);
  return piece;
}
