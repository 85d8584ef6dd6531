/** One item's answers on the scale: each level a cell with the names in it, and what is no level beside it. */

import type { ItemVoices, Voice } from "../../client/compare/people";
import { hook, setText, show } from "../self-check/dom";
import type { Context } from "./context";

const BESIDE = ["unknown", "not_applicable", "deferred", "unanswered"] as const;

export function fillStrip({ words, state }: Context, row: HTMLElement, { standings }: ItemVoices, voices: readonly Voice[]): void {
  const ranks = standings.flatMap((one) => (one.kind === "answered" ? [one.rank] : []));
  const [high, low] = [Math.min(...ranks), Math.max(...ranks)];
  const cells = state.checklist.scale.levels.map(({ label }, rank) => {
    const cell = words.piece("strip");
    const here = voices.filter((_, at) => ranksOf(standings[at]) === rank).map((voice) => voice.label);
    cell.classList.toggle("is-taken", here.length > 0);
    cell.classList.toggle("is-between", low > high && rank >= high && rank <= low);
    cell.classList.toggle("is-first", rank === high);
    cell.classList.toggle("is-last", rank === low);
    setText(hook(cell, "title"), label);
    hook(cell, "people-here").replaceChildren(...(here.length > 0 ? here.flatMap(person) : [nobody(words.say("nobody"))]));
    return cell;
  });
  hook(row, "strip").replaceChildren(...cells);
  const beside = BESIDE.flatMap((kind) => {
    const names = voices.filter((_, at) => standings[at]?.kind === kind).map((voice) => voice.label);
    return names.length > 0 ? [words.say("beside", { state: words.say(`state.${kind}`), names: names.join("、") })] : [];
  });
  const line = hook(row, "beside");
  show(line, beside.length > 0);
  setText(line, beside.join("　／　"));
}

function ranksOf(standing: ItemVoices["standings"][number] | undefined): number {
  return standing?.kind === "answered" ? standing.rank : -1;
}

/** The comma is for ears: eyes see frames. */
function person(label: string, at: number): readonly HTMLElement[] {
  const chip = Object.assign(document.createElement("span"), { className: "cmp-person", textContent: label });
  return at === 0 ? [chip] : [nobody("、"), chip];
}

function nobody(textContent: string): HTMLElement {
  return Object.assign(document.createElement("span"), { className: "visually-hidden", textContent });
}
