/** What many share, where they differ, what is asked: as lists, for the panel, the projector and paper. */

import type { Finding } from "../../client/aggregate/findings";
import type { RequestGroup } from "../../client/aggregate/requests";
import { distance, lowerHalf } from "../../client/aggregate/spread";
import { numbered } from "../../client/aggregate/tables";
import { hook, listItem, setText } from "../self-check/dom";
import { bar } from "./charts";
import type { Context } from "./context";

export type FindingKind = "weak" | "difference";

/** 3-2 問い. */
export function itemLabel({ bench, words }: Context, itemId: string): string {
  const found = numbered(bench.checklist).find(({ item }) => item.id === itemId);
  return found ? words.say("item.label", { number: found.number, text: found.item.text }) : words.say("request.noitem");
}

/** The numbers behind a finding, with their denominator. */
export function findingNumbers({ words }: Context, kind: FindingKind, { spread }: Finding): string {
  const { answered, beside } = spread;
  if (kind === "weak") return words.say("weak.numbers", { answered, lower: lowerHalf(spread), unknown: beside.unknown });
  return words.say("difference.numbers", { answered, distance: (distance(spread) ?? 0).toFixed(2) });
}

export function findingRows(context: Context, kind: FindingKind, findings: readonly Finding[]): readonly HTMLElement[] {
  const { words } = context;
  if (findings.length === 0) return [listItem(words.say("none"))];
  return findings.map((finding) => {
    const piece = words.piece("finding");
    const label = itemLabel(context, finding.item.id);
    const opener = hook(piece, "open-item");
    setText(opener, label);
    opener.setAttribute("data-js-open-item", finding.item.id);
    setText(hook(piece, "numbers"), findingNumbers(context, kind, finding));
    hook(piece, "bar-box").append(bar(context, label, finding.spread));
    nameButton(piece, `${kind}:${finding.item.id}`, label);
    return piece;
  });
}

export function requestRows(context: Context, groups: readonly RequestGroup[]): readonly HTMLElement[] {
  const { words } = context;
  if (groups.length === 0) return [listItem(words.say("none"))];
  return groups.map((group) => {
    const piece = words.piece("request");
    const label = itemLabel(context, group.itemId);
    setText(hook(piece, "title"), label);
    setText(hook(piece, "numbers"), requestNumbers(context, group));
    hook(piece, "lines").replaceChildren(...requestLines(context, group).map(listItem));
    nameButton(piece, `request:${group.itemId}`, label);
    return piece;
  });
}

export function requestNumbers({ words }: Context, { councils, lines, withheld }: RequestGroup): string {
  return words.say("request.numbers", { councils, lines: lines.length + withheld });
}

/** Each request with who makes it; in anonymous display only how many. */
export function requestLines({ words }: Context, { lines, withheld }: RequestGroup): readonly string[] {
  const shown = lines.map(({ text, councils }) => {
    const named = councils.filter((name) => name !== "");
    const names = named.length > 0 ? words.say("request.names", { names: named.join("、") }) : "";
    return words.say("request.line", { text, count: councils.length, names });
  });
  return withheld > 0 ? [...shown, words.say("request.withheld", { count: withheld })] : shown;
}

function nameButton(piece: HTMLElement, value: string, label: string): void {
  const button = hook(piece, "add-entry");
  button.setAttribute("data-js-add-entry", value);
  button.setAttribute("aria-label", `${button.textContent}：${label}`);
}
