/** Step 4: the findings, each with 「議題に加える」, and the agenda, edited in place. */

import { entryFor, ownEntry, proposeAgenda, readMinutes, totalMinutes } from "../../client/aggregate/agenda";
import type { AgendaEntry } from "../../client/aggregate/agenda";
import { differences, weakPoints } from "../../client/aggregate/findings";
import { groupRequests } from "../../client/aggregate/requests";
import { closestHook, hook, hooks, setText, show, valueOf } from "../self-check/dom";
import type { Context, Panel } from "./context";
import { findingRows, requestRows } from "./findings-view";
import { showFilled } from "./panel";

type Field = HTMLInputElement | HTMLTextAreaElement;

export class AgendaPanel implements Panel {
  readonly #panel: HTMLElement;

  constructor(private readonly context: Context) {
    const { root, signal } = context;
    this.#panel = hook(root, "panel", "agenda");
    this.#panel.addEventListener("click", (event) => this.#onClick(event), { signal });
    hook(this.#panel, "agenda").addEventListener("input", (event) => this.#onType(event), { signal });
  }

  render(): void {
    const { bench, words } = this.context;
    const { sight, sorted, anonymous } = bench;
    const filled = sorted.columns.length > 0;
    showFilled(this.#panel, filled);
    const drawn = filled && !this.#panel.hidden;
    const rows = (name: string, make: () => readonly HTMLElement[]) => hook(this.#panel, name).replaceChildren(...(drawn ? make() : []));
    rows("weak", () => findingRows(this.context, "weak", weakPoints(sight)));
    rows("differences", () => findingRows(this.context, "difference", differences(sight)));
    rows("requests", () => requestRows(this.context, groupRequests(sight)));
    rows("agenda", () => bench.agenda.map((entry, index) => this.#entry(entry, index)));
    setText(hook(this.#panel, "agenda-hint"), words.say(anonymous ? "agenda.hint.anonymous" : "agenda.hint"));
    show(hook(this.#panel, "own"), !anonymous);
    this.#renderTotal();
  }

  #renderTotal(): void {
    const { bench, words } = this.context;
    const { agenda } = bench.desk;
    setText(hook(this.#panel, "total"), agenda.length > 0 ? words.say("total", { minutes: totalMinutes(agenda) }) : "");
  }

  #entry(entry: AgendaEntry, index: number): HTMLElement {
    const { words, bench } = this.context;
    const piece = words.piece("entry");
    setText(hook(piece, "nth"), words.say("nth", { n: index + 1 }));
    for (const field of hooks<Field>(piece, "entry-field")) {
      const name = valueOf(field, "entry-field") as "title" | "minutes" | "memo";
      field.id = `wb-entry-${index}-${name}`;
      field.closest(".field")?.querySelector("label")?.setAttribute("for", field.id);
      field.value = String(entry[name]);
      // What is redacted must not be written back over what was typed.
      field.readOnly = bench.anonymous;
      if (name === "memo") show(field.closest<HTMLElement>(".field") ?? field, !bench.anonymous);
    }
    const last = bench.desk.agenda.length - 1;
    for (const button of hooks<HTMLButtonElement>(piece, "move")) {
      button.disabled = valueOf(button, "move") === "-1" ? index === 0 : index === last;
    }
    for (const button of piece.querySelectorAll("button")) {
      button.setAttribute("aria-label", `${button.textContent}：${entry.title}`);
    }
    return piece;
  }

  #onType(event: Event): void {
    const field = closestHook<Field>(event.target, "entry-field");
    const index = this.#indexOf(event.target);
    if (!field || index < 0 || this.context.bench.anonymous) return;
    const name = valueOf(field, "entry-field");
    this.context.bench.type(index, { [name]: name === "minutes" ? readMinutes(field.value) : field.value });
    this.#renderTotal();
  }

  #indexOf(target: EventTarget | null): number {
    const entry = closestHook(target, "entry");
    return entry ? hooks(hook(this.#panel, "agenda"), "entry").indexOf(entry) : -1;
  }

  #onClick(event: MouseEvent): void {
    const { bench, words, announce } = this.context;
    const add = closestHook(event.target, "add-entry");
    if (add) this.#add(valueOf(add, "add-entry"));
    if (closestHook(event.target, "propose")) {
      const entries = proposeAgenda(bench.sight);
      bench.addToAgenda(...entries);
      announce(words.say("proposed", { count: entries.length }));
    }
    if (closestHook(event.target, "own")) {
      bench.addToAgenda(ownEntry(words.say("own.title")));
      hooks<Field>(hook(this.#panel, "agenda"), "entry-field", "title").at(-1)?.select();
    }
    const index = this.#indexOf(event.target);
    const move = closestHook(event.target, "move");
    if (move) this.#move(index, Number(valueOf(move, "move")) as 1 | -1);
    if (closestHook(event.target, "drop-entry")) {
      bench.moveInAgenda(index, null);
      hook(this.#panel, "propose").focus();
    }
  }

  #add(value: string): void {
    const { bench, words, announce, root } = this.context;
    const [kind = "", itemId = ""] = value.split(":");
    const entry = entryFor(bench.sight, kind as "weak" | "difference" | "request", itemId);
    bench.addToAgenda(entry);
    announce(words.say("added", { title: entry.title }));
    // The lists were made anew: the keyboard stays on the button.
    root.querySelector<HTMLElement>(`[data-js-add-entry="${CSS.escape(value)}"]`)?.focus();
  }

  #move(index: number, by: 1 | -1): void {
    this.context.bench.moveInAgenda(index, by);
    const entry = hooks(hook(this.#panel, "agenda"), "entry")[index + by];
    const buttons = entry ? hooks<HTMLButtonElement>(entry, "move") : [];
    (buttons.find((button) => valueOf(button, "move") === String(by) && !button.disabled) ?? buttons.find((button) => !button.disabled))?.focus();
  }
}
