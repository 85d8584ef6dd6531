/** The result on paper: two sheets to hand round, without any note. */

import { discuss, goingWell } from "../../client/discuss";
import type { Pick } from "../../client/discuss";
import { formatDate, isIsoDate } from "../../client/dates";
import { score, standing } from "../../client/scoring";
import type { Basis } from "../../client/scoring";
import { ACTION_STATUSES } from "../../client/types";
import type { ResultFile } from "../../client/types";
import type { Context } from "./context";
import { hook, listItem, setText, show } from "./dom";
import type { Numbers } from "./numbers";
import { printHead } from "./print-head";
import { renderLegend, renderSpread } from "./spread";

/** Empty lines to write on where the plan is still open. */
const EMPTY_ROWS = 2;
const RESTS = ["unanswered", "unknown", "deferred", "not_applicable"] as const;

export function printResult(context: Context, numbers: Numbers, basis: Basis): HTMLElement {
  const { session, checklist, words } = context;
  const record = session.record;
  const pages = words.piece("print-result");
  const scores = score(record, checklist, basis);
  printHead(context, pages, record);
  const talk = discuss(record, checklist, 5, basis).map((pick) => printPick(context, numbers, pick, true));
  const well = goingWell(record, checklist, 5, basis).map((pick) => printPick(context, numbers, pick, false));
  fill(context, pages, "print-discuss", talk);
  fill(context, pages, "print-well", well);
  hook(pages, "print-legend").replaceChildren(...renderLegend(context));
  hook(pages, "print-spread").replaceChildren(...renderSpread(context, scores));
  fill(context, pages, "print-rests", restLines(context, numbers, record, basis));
  printPlan(context, numbers, pages, record);
  return pages;
}

function fill({ words }: Context, pages: HTMLElement, name: string, lines: readonly HTMLElement[]): void {
  hook(pages, name).replaceChildren(...(lines.length > 0 ? lines : [listItem(words.say("print.none"))]));
}

function printPick({ words }: Context, numbers: Numbers, { item, standing: stands }: Pick, talk: boolean): HTMLElement {
  const piece = words.piece("print-pick");
  setText(hook(piece, "q"), words.say("item.label", { number: numbers.of(item.id), text: item.text }));
  setText(hook(piece, "mark"), stands.kind === "answered" ? stands.level.label : words.say(`state.${stands.kind}`));
  const step = stands.kind === "answered" ? (item.next_steps[stands.level.id] ?? "") : "";
  show(hook(piece, "step-row"), talk && step !== "");
  setText(hook(piece, "step-text"), step);
  show(hook(piece, "ask-row"), talk && item.ask_prefecture !== "");
  setText(hook(piece, "ask"), item.ask_prefecture);
  return piece;
}

function restLines({ words, checklist }: Context, numbers: Numbers, record: ResultFile, basis: Basis): readonly HTMLElement[] {
  return RESTS.flatMap((kind) => {
    const items = numbers.items.filter((item) => standing(record, checklist, item.id, basis).kind === kind);
    const list = items.map((item) => numbers.of(item.id)).join("、");
    const values = { label: words.say(`state.${kind}`), count: items.length, numbers: list };
    return items.length === 0 ? [] : [listItem(words.say("print.rest", values))];
  });
}

function printPlan({ words }: Context, numbers: Numbers, pages: HTMLElement, { plan }: ResultFile): void {
  const due = (text: string) => (isIsoDate(text) ? formatDate(text) : text);
  const tied = (items: readonly string[]) => items.map((id) => numbers.of(id)).join("、");
  const known: readonly string[] = ACTION_STATUSES;
  const status = (id: string) => (known.includes(id) ? words.say(`plan.status.${id}`) : id);
  rows(hook(pages, "print-goals"), plan.goals.map((goal) => [goal.text, due(goal.due)]), 2);
  const actions = plan.actions.map((one) => [one.text, one.owner, due(one.due), status(one.status), tied(one.items)]);
  rows(hook(pages, "print-actions"), actions, 5);
  rows(hook(pages, "print-requests"), plan.requests.map((request) => [request.text, request.to, tied(request.items)]), 3);
}

function rows(body: HTMLElement, texts: readonly (readonly string[])[], columns: number): void {
  const empty = Array.from({ length: EMPTY_ROWS }, () => Array.from({ length: columns }, () => ""));
  for (const cells of texts.length > 0 ? texts : empty) {
    const row = document.createElement("tr");
    row.append(...cells.map((text) => Object.assign(document.createElement("td"), { textContent: text })));
    body.append(row);
  }
}
