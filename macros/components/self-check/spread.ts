/** The domains' distributions: bars with numbers, a legend, and the same numbers as a table. */

import type { Distribution, DomainDistribution, Scores } from "../../client/scoring";
import type { Context } from "./context";
import { hook, setText } from "./dom";
import { fillClass, picture, svg } from "./svg";

const BESIDE = ["unanswered", "unknown", "not_applicable", "deferred"] as const;
const BAR_HEIGHT = 34;

export function renderLegend({ checklist, words }: Context): readonly HTMLElement[] {
  return checklist.scale.levels.map(({ label }, rank) => {
    const entry = document.createElement("li");
    const swatch = svg("svg", { width: 28, height: 20, "aria-hidden": "true" }, fill(rank, 1, 1, 26, 18));
    entry.append(swatch, words.say("legend", { label }));
    return entry;
  });
}

/** One row for each domain. The unit of length is an item, the same in all rows. */
export function renderSpread(context: Context, { domains }: Scores): readonly HTMLElement[] {
  const longest = Math.max(1, ...domains.map((domain) => domain.total));
  return domains.map((domain, index) => {
    const row = context.words.piece("spread-row");
    setText(hook(row, "title"), `${index + 1} ${domain.title}`);
    hook(row, "bar-box").append(bar(context, domain, longest));
    setText(hook(row, "beside"), besideText(context, domain));
    return row;
  });
}

function bar({ words }: Context, domain: DomainDistribution, longest: number): SVGElement {
  const percent = (items: number) => `${(items / longest) * 100}%`;
  const frame = svg("rect", { x: 0, y: 1, width: percent(domain.total), height: BAR_HEIGHT - 2, rx: 4, class: "sc-frame" });
  let at = 0;
  const parts = domain.levels.flatMap(({ count }, rank) => {
    if (count === 0) return [];
    const rect = fill(rank, percent(at), 1, percent(count), BAR_HEIGHT - 2);
    const place = { x: percent(at + count / 2), y: BAR_HEIGHT / 2 + 6, class: `sc-number sc-number--${(rank % 4) + 1}` };
    const number = svg("text", place, String(count));
    at += count;
    return [rect, number];
  });
  const numbers = domain.levels.map(({ label, count }) => words.say("level.count", { label, count })).join("、");
  const label = words.say("bar.alt", { title: domain.title, numbers, beside: besideText({ words }, domain) });
  return picture(label, { class: "sc-bar-svg", height: BAR_HEIGHT }, frame, ...parts);
}

/** A level's area: its colour below, its pattern above. */
function fill(rank: number, x: number | string, y: number, width: number | string, height: number): SVGElement {
  const place = { x, y, width, height };
  return svg("g", { class: fillClass(rank) }, svg("rect", place), svg("rect", { ...place, class: "sc-fill__pattern" }));
}

function besideText({ words }: Pick<Context, "words">, counts: Distribution): string {
  const texts = BESIDE.filter((kind) => counts[kind] > 0).map((kind) => words.say(`beside.${kind}`, { count: counts[kind] }));
  return texts.join("・");
}

export function renderTable({ words }: Context, { domains, overall }: Scores): readonly HTMLElement[] {
  const rows = domains.map((domain, index) => tableRow(`${index + 1} ${domain.title}`, domain));
  const total = tableRow(words.say("overall"), overall);
  total.classList.add("table__total");
  return [...rows, total];
}

function tableRow(title: string, counts: Distribution): HTMLElement {
  const row = document.createElement("tr");
  const head = Object.assign(document.createElement("th"), { scope: "row", textContent: title });
  const numbers = [...counts.levels.map((level) => level.count), ...BESIDE.map((kind) => counts[kind]), counts.total];
  const cells = numbers.map((number) => {
    return Object.assign(document.createElement("td"), { className: "table__number", textContent: String(number) });
  });
  row.append(head, ...cells);
  return row;
}
