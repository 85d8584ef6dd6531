/** For the screen of a meeting room: one thing at a time, in large type. */

import { differences, weakPoints } from "../../client/aggregate/findings";
import type { Finding } from "../../client/aggregate/findings";
import { groupRequests } from "../../client/aggregate/requests";
import { spreadOf } from "../../client/aggregate/spread";
import type { Spread } from "../../client/aggregate/spread";
import { numbered } from "../../client/aggregate/tables";
import { closeOnButtons } from "../self-check/dialogs";
import { closestHook, hook, hooks, listItem, setText, valueOf } from "../self-check/dom";
import { bar } from "./charts";
import type { Context } from "./context";
import { findingNumbers, itemLabel, requestLines, requestNumbers } from "./findings-view";
import { legend } from "./matrix";

interface Slide {
  readonly title: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly spread: Spread | null;
}

const MOST_LINES = 6;
const MOST_REQUESTS = 5;

export class Projector {
  readonly #dialog: HTMLDialogElement;
  #slides: readonly Slide[] = [];
  #at = 0;

  constructor(private readonly context: Context) {
    const { root, signal } = context;
    this.#dialog = hook<HTMLDialogElement>(root, "projector");
    closeOnButtons(this.#dialog, signal);
    for (const button of hooks(root, "project")) button.addEventListener("click", () => this.#open(), { signal });
    const onClick = (event: Event) => {
      const turn = closestHook(event.target, "slide");
      if (turn) this.#turn(Number(valueOf(turn, "slide")));
    };
    this.#dialog.addEventListener("click", onClick, { signal });
    this.#dialog.addEventListener("keydown", (event) => this.#onKey(event), { signal });
    this.#dialog.addEventListener("close", () => this.#clean(), { signal });
  }

  #open(): void {
    this.#slides = this.#make();
    this.#at = 0;
    this.#dialog.showModal();
    this.#turn(0);
  }

  #make(): readonly Slide[] {
    const { bench, words } = this.context;
    const { sight, agenda } = bench;
    const shown = sight.columns.filter((column) => !column.withheld).length;
    const title: Slide = { title: words.say("slide.title"), text: words.say("slide.lead", { columns: shown }), lines: [], spread: null };
    const list: Slide = { title: words.say("slide.agenda"), text: "", lines: agenda.map((entry) => words.say("slide.minutes", { ...entry })), spread: null };
    const topics = agenda.filter(({ itemId }) => itemId !== "").map((entry): Slide => {
      const order = numbered(sight.checklist).find(({ item }) => item.id === entry.itemId)?.order;
      return { title: entry.title, text: "", lines: [], spread: order === undefined ? null : spreadOf(sight, order) };
    });
    const finding = (kind: "weak" | "difference", heading: string) => (one: Finding): Slide => {
      return { title: itemLabel(this.context, one.item.id), text: `${heading}　${findingNumbers(this.context, kind, one)}`, lines: [], spread: one.spread };
    };
    const requests = [...groupRequests(sight)].sort((a, b) => b.councils - a.councils).slice(0, MOST_REQUESTS).map((group): Slide => ({
      title: itemLabel(this.context, group.itemId), text: `${words.say("slide.requests")}　${requestNumbers(this.context, group)}`,
      lines: requestLines(this.context, group).slice(0, MOST_LINES), spread: null,
    }));
    return [
      title, ...(agenda.length > 0 ? [list, ...topics] : []),
      ...weakPoints(sight).map(finding("weak", words.say("slide.weak"))),
      ...differences(sight).map(finding("difference", words.say("slide.differences"))),
      ...requests,
    ];
  }

  #turn(by: number): void {
    const { words } = this.context;
    this.#at = Math.max(0, Math.min(this.#slides.length - 1, this.#at + by));
    const slide = this.#slides[this.#at];
    if (!slide) return;
    setText(hook(this.#dialog, "slide-place"), words.say("slide.place", { total: this.#slides.length, at: this.#at + 1 }));
    const title = hook(this.#dialog, "slide-title");
    setText(title, slide.title);
    setText(hook(this.#dialog, "slide-text"), slide.text);
    hook(this.#dialog, "slide-list").replaceChildren(...slide.lines.map(listItem));
    const box = hook(this.#dialog, "slide-bar");
    box.replaceChildren(...(slide.spread ? [bar(this.context, slide.title, slide.spread), this.#key()] : []));
    for (const [value, end] of [["-1", 0], ["1", this.#slides.length - 1]] as const) {
      hook<HTMLButtonElement>(this.#dialog, "slide", value).setAttribute("aria-disabled", String(this.#at === end));
    }
    title.focus();
  }

  #key(): HTMLElement {
    const list = Object.assign(document.createElement("ul"), { className: "wb-legend" });
    list.append(...legend(this.context, this.context.bench.checklist).slice(0, this.context.bench.checklist.scale.levels.length));
    return list;
  }

  #onKey(event: KeyboardEvent): void {
    const by = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
    if (by === undefined || event.isComposing) return;
    event.preventDefault();
    this.#turn(by);
  }

  #clean(): void {
    this.#slides = [];
    for (const name of ["slide-title", "slide-text"]) setText(hook(this.#dialog, name), "");
    for (const name of ["slide-list", "slide-bar"]) hook(this.#dialog, name).replaceChildren();
  }
}
