/** Paper: agenda, findings, requests, then the matrix in parts. Made only when something is printed. */

import { differences, weakPoints } from "../../client/aggregate/findings";
import type { Finding } from "../../client/aggregate/findings";
import { groupRequests } from "../../client/aggregate/requests";
import { formatDate, toIsoDate } from "../../client/dates";
import { hook, hooks, listItem, setText } from "../self-check/dom";
import type { Context } from "./context";
import { findingNumbers, itemLabel, requestLines, requestNumbers } from "./findings-view";
import type { FindingKind } from "./findings-view";
import { fillMatrix, legend } from "./matrix";

/** Councils that fit beside the items on A4 across. */
const PER_SHEET = 25;
/** More sheets than this nobody hands round: the rest is in the Excel file. */
const MOST_SHEETS = 4;

export class Printer {
  constructor(private readonly context: Context) {
    const { root, signal } = context;
    for (const button of hooks(root, "print")) button.addEventListener("click", () => window.print(), { signal });
    window.addEventListener("beforeprint", () => this.#prepare(), { signal });
    window.addEventListener("afterprint", () => this.#clean(), { signal });
  }

  #prepare(): void {
    const { root, bench } = this.context;
    if (bench.sorted.columns.length === 0) return;
    root.dataset["print"] = "block";
    hook(root, "print-area").replaceChildren(this.#paper());
  }

  #clean(): void {
    const { root } = this.context;
    delete root.dataset["print"];
    hook(root, "print-area").replaceChildren();
  }

  #paper(): HTMLElement {
    const { bench, words } = this.context;
    const { sight, agenda } = bench;
    const paper = words.piece("paper");
    const fill = (name: string, lines: readonly string[]) => {
      hook(paper, name).replaceChildren(...(lines.length > 0 ? lines : [words.say("none")]).map(listItem));
    };
    setText(hook(paper, "paper-title"), `${words.say("paper.title")}　${sight.checklist.title}`);
    const shown = sight.columns.filter((column) => !column.withheld).length;
    setText(hook(paper, "paper-lead"), `${words.say("slide.lead", { columns: shown })}　${formatDate(toIsoDate(new Date()))}`);
    fill("paper-agenda", agenda.map((entry) => [words.say("slide.minutes", { ...entry }), entry.memo].filter(Boolean).join("　")));
    const line = (kind: FindingKind) => (one: Finding) => `${itemLabel(this.context, one.item.id)}　${findingNumbers(this.context, kind, one)}`;
    fill("paper-weak", weakPoints(sight).map(line("weak")));
    fill("paper-differences", differences(sight).map(line("difference")));
    fill("paper-requests", groupRequests(sight).map((group) => {
      return `${itemLabel(this.context, group.itemId)}　${requestNumbers(this.context, group)}：${requestLines(this.context, group).join("／")}`;
    }));
    hook(paper, "paper-matrices").replaceChildren(...this.#matrices());
    return paper;
  }

  #matrices(): readonly HTMLElement[] {
    const { bench, words } = this.context;
    const { columns, checklist } = bench.sight;
    const sheets = Math.min(MOST_SHEETS, Math.ceil(columns.length / PER_SHEET));
    return Array.from({ length: sheets }, (_, sheet) => {
      const from = sheet * PER_SHEET;
      const part = columns.slice(from, from + PER_SHEET);
      const piece = words.piece("paper-matrix");
      setText(hook(piece, "title"), words.say("paper.matrix", { from: from + 1, to: from + part.length }));
      hook(piece, "legend").replaceChildren(...legend(this.context, checklist));
      fillMatrix(this.context, hook(piece, "matrix"), bench.sight, { columns: part, domainId: "", live: false });
      return piece;
    });
  }
}
