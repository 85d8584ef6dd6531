/** Bars and words of a distribution. */

import { BESIDE } from "../../client/aggregate/cells";
import { addSpreads, spreadOf } from "../../client/aggregate/spread";
import type { Spread } from "../../client/aggregate/spread";
import type { Sight } from "../../client/aggregate/sight";
import { BESIDE_LABELS, numbered } from "../../client/aggregate/tables";
import { hook, setText } from "../self-check/dom";
import { fillClass, picture, svg } from "../self-check/svg";
import type { Context } from "./context";

const HEIGHT = 34;

/** Level by level, the whole width for all who were counted. */
export function bar({ words, bench }: Context, title: string, spread: Spread): SVGElement {
  const whole = Math.max(1, spread.total);
  const percent = (count: number) => `${(count / whole) * 100}%`;
  const frame = svg("rect", { x: 0, y: 1, width: "100%", height: HEIGHT - 2, rx: 4, class: "sc-frame" });
  let at = 0;
  const parts = spread.levels.flatMap((count, rank) => {
    if (count === 0) return [];
    const place = { x: percent(at), y: 1, width: percent(count), height: HEIGHT - 2 };
    const middle = { x: percent(at + count / 2), y: HEIGHT / 2 + 6, class: `sc-number sc-number--${(rank % 4) + 1}` };
    at += count;
    const area = svg("g", { class: fillClass(rank) }, svg("rect", place), svg("rect", { ...place, class: "sc-fill__pattern" }));
    return count / whole < 0.03 ? [area] : [area, svg("text", middle, String(count))];
  });
  const levels = bench.checklist.scale.levels;
  const numbers = spread.levels.map((count, rank) => words.say("level.count", { label: levels[rank]?.label ?? "", count })).join("、");
  const label = words.say("bar.alt", { title, numbers, beside: beside(spread) });
  return picture(label, { class: "sc-bar-svg", height: HEIGHT }, frame, ...parts);
}

/** The states beside the levels, those that occur. */
export function beside({ beside: counts }: Spread): string {
  return BESIDE.filter((kind) => counts[kind] > 0).map((kind) => `${BESIDE_LABELS[kind]} ${counts[kind]}`).join("・");
}

function spreadRow(context: Context, title: string, spread: Spread): HTMLElement {
  const row = context.words.piece("spread-row");
  setText(hook(row, "title"), title);
  hook(row, "bar-box").append(bar(context, title, spread));
  const n = context.words.say("bar.n", { answered: spread.answered, total: spread.total });
  setText(hook(row, "beside"), [n, beside(spread)].filter((part) => part !== "").join("　"));
  return row;
}

export function domainRows(context: Context, sight: Sight): readonly HTMLElement[] {
  let at = 0;
  return sight.checklist.domains.map(({ title, items }, index) => {
    const spreads = items.map(() => spreadOf(sight, at++));
    return spreadRow(context, `${index + 1} ${title}`, addSpreads(spreads, sight.checklist.scale.levels.length));
  });
}

/** The items of one domain, or of all ("" ). */
export function itemRows(context: Context, sight: Sight, domainId: string): readonly HTMLElement[] {
  return numbered(sight.checklist)
    .filter(({ domain }) => domainId === "" || domain.id === domainId)
    .map(({ number, item, order }) => spreadRow(context, `${number} ${item.text}`, spreadOf(sight, order)));
}
