/** Items on the result page: what to talk about first, what goes well, what is open. */

import { discuss, goingWell } from "../../client/discuss";
import type { Pick } from "../../client/discuss";
import { effectiveAnswer } from "../../client/answers";
import { standing } from "../../client/scoring";
import type { Basis } from "../../client/scoring";
import type { Link, ResultFile } from "../../client/types";
import type { Context } from "./context";
import { hook, listItem, setText, show } from "./dom";
import type { Numbers } from "./numbers";

type PickContext = Context & { readonly numbers: Numbers };

const RESTS = ["unanswered", "unknown", "deferred", "not_applicable"] as const;

export function renderDiscuss(context: PickContext, record: ResultFile, basis: Basis): readonly HTMLElement[] {
  return discuss(record, context.checklist, 5, basis).map((pick) => renderPick(context, record, pick, true));
}

export function renderWell(context: PickContext, record: ResultFile, basis: Basis): readonly HTMLElement[] {
  return goingWell(record, context.checklist, 5, basis).map((pick) => renderPick(context, record, pick, false));
}

function renderPick(context: PickContext, record: ResultFile, pick: Pick, talk: boolean): HTMLElement {
  const { words, numbers } = context;
  const { item, domain, standing: stands, reasons } = pick;
  const piece = words.piece("pick");
  const answer = effectiveAnswer(record, item.id);
  piece.dataset["item"] = item.id;
  linkTo(hook<HTMLAnchorElement>(piece, "item-link"), item.id, `${numbers.of(item.id)} ${item.text}`);
  setText(hook(piece, "domain-name"), domain.title);
  const mark = hook(piece, "mark");
  setText(mark, stands.kind === "answered" ? stands.level.label : words.say(`state.${stands.kind}`));
  mark.classList.add(stands.kind === "answered" ? `sc-mark--${(stands.rank % 4) + 1}` : "sc-mark--none");
  hook(piece, "reasons").replaceChildren(...reasons.slice(1).map(listItem));
  fillRow(piece, "step", "step-text", stands.kind === "answered" ? (item.next_steps[stands.level.id] ?? "") : "");
  fillRow(piece, "evidence", "evidence", answer.evidence ?? "");
  fillRow(piece, "note", "note", answer.note_shared ?? "");
  fillRow(piece, "ask", "ask", talk ? item.ask_prefecture : "");
  show(hook(piece, "row", "links"), talk && item.links.length > 0);
  if (talk) hook(piece, "links").replaceChildren(...item.links.map(linkLine));
  if (!talk) piece.querySelector(".sc-pick__do")?.remove();
  return piece;
}

function fillRow(piece: HTMLElement, row: string, place: string, text: string): void {
  show(hook(piece, "row", row), text !== "");
  setText(hook(piece, place), text);
}

function linkLine({ title, url }: Link): HTMLElement {
  const entry = document.createElement("li");
  entry.append(Object.assign(document.createElement("a"), { href: url, textContent: title }));
  return entry;
}

function linkTo(link: HTMLAnchorElement, itemId: string, text: string): void {
  link.href = `#${itemId}`;
  setText(link, text);
}

/** 未回答, わからない, 今は取り組まない, 該当しない: each with its items, none where there is nothing. */
export function renderRests(context: PickContext, record: ResultFile, basis: Basis): readonly HTMLElement[] {
  const { checklist, words, numbers } = context;
  return RESTS.flatMap((kind) => {
    const items = numbers.items.filter((item) => standing(record, checklist, item.id, basis).kind === kind);
    if (items.length === 0) return [];
    const piece = words.piece("rest");
    setText(hook(piece, "title"), words.say(`state.${kind}`));
    setText(hook(piece, "number"), String(items.length));
    setText(hook(piece, "about"), words.say(`rest.${kind}`));
    const lines = items.map((item) => {
      const entry = words.piece("rest-item");
      linkTo(hook<HTMLAnchorElement>(entry, "item-link"), item.id, `${numbers.of(item.id)} ${item.text}`);
      const reason = record.answers[item.id]?.reason ?? "";
      setText(hook(entry, "reason-text"), reason && words.say("reason", { text: reason }));
      return entry;
    });
    hook(piece, "list").replaceChildren(...lines);
    return [piece];
  });
}
