/** Every answer on paper, with its reason, evidence and notes. 手元メモ only if asked for. */

import { standing } from "../../client/scoring";
import type { Answer, ChecklistItem, ResultFile } from "../../client/types";
import type { Context } from "./context";
import { hook, setText } from "./dom";
import type { Numbers } from "./numbers";
import { printHead } from "./print-head";

export function printAnswers(context: Context, numbers: Numbers, withPrivate: boolean): HTMLElement {
  const { session, checklist, words } = context;
  const record = session.record;
  const pages = words.piece("print-answers");
  printHead(context, pages, record);
  const domains = checklist.domains.map((domain, index) => {
    const piece = words.piece("print-domain");
    setText(hook(piece, "title"), words.say("item.label", { number: index + 1, text: domain.title }));
    hook(piece, "rows").replaceChildren(...domain.items.map((item) => row(context, numbers, record, item, withPrivate)));
    return piece;
  });
  hook(pages, "print-domains").replaceChildren(...domains);
  return pages;
}

function row(context: Context, numbers: Numbers, record: ResultFile, item: ChecklistItem, withPrivate: boolean): HTMLElement {
  const { words, checklist } = context;
  const piece = words.piece("print-row");
  const stands = standing(record, checklist, item.id);
  const agreed = record.agreed[item.id];
  const label = checklist.scale.levels.find((level) => level.id === agreed?.level)?.label;
  setText(hook(piece, "no"), numbers.of(item.id));
  setText(hook(piece, "q"), item.text);
  setText(hook(piece, "mark"), stands.kind === "answered" ? stands.level.label : words.say(`state.${stands.kind}`));
  setText(hook(piece, "agreed-text"), label ? words.say("group.agreed", { label }) : "");
  const notes = notesOf(record.answers[item.id] ?? {}, withPrivate);
  if (agreed?.reason) notes.push(["agreed", agreed.reason]);
  const paragraphs = notes.map(([field, text]) => {
    const textContent = words.say("print.note", { field: words.say(`field.${field}`), text });
    return Object.assign(document.createElement("p"), { className: "sc-written", textContent });
  });
  hook(piece, "notes").replaceChildren(...paragraphs);
  return piece;
}

function notesOf(answer: Answer, withPrivate: boolean): (readonly [string, string])[] {
  const fields = ["reason", "evidence", "note_shared", ...(withPrivate ? (["note_private"] as const) : [])] as const;
  return fields.flatMap((field) => (answer[field] ? [[field, answer[field]] as const] : []));
}
