/** The plan: goals, actions and requests, edited in place. */

import { addPlanEntry, removePlanEntry, updatePlanEntry } from "../../client/plan";
import { PLAN_KINDS } from "../../client/types";
import type { PlanKind, ResultFile } from "../../client/types";
import type { Context } from "./context";
import { choose, closestHook, hook, hooks, setText, valueOf } from "./dom";
import type { Numbers } from "./numbers";
import { renderTies, tieOnClick } from "./ties";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export class PlanView {
  constructor(private readonly context: Context, private readonly numbers: Numbers) {
    const { root, signal } = context;
    const plan = hook(root, "plan");
    plan.addEventListener("input", (event) => this.#onType(event), { signal });
    plan.addEventListener("focusout", () => context.session.flush(), { signal });
    plan.addEventListener("click", (event) => this.#onClick(event), { signal });
  }

  render(): void {
    for (const kind of PLAN_KINDS) this.#renderKind(kind);
  }

  /** A new action or request about an item, begun with what the handbook suggests. */
  addFor(kind: "actions" | "requests", itemId: string): void {
    const { session, checklist, words } = this.context;
    const item = this.numbers.items.find((one) => one.id === itemId);
    const level = session.record.answers[itemId]?.level ?? "";
    const text = kind === "requests" ? (item?.ask_prefecture ?? "") : (item?.next_steps[level] ?? "");
    const prefecture = session.record.subject.prefecture || words.say("request.to");
    const to = checklist.subject_kind === "prefecture" ? "" : prefecture;
    if (kind === "requests") this.#add((record) => addPlanEntry(record, "requests", { text, to, items: [itemId] }), kind);
    else this.#add((record) => addPlanEntry(record, "actions", { text, status: "todo", items: [itemId] }), kind);
  }

  #add(edit: (record: ResultFile) => ResultFile, kind: PlanKind): void {
    const { session, words, announce } = this.context;
    session.change(edit);
    this.#renderKind(kind);
    announce(words.say("live.added"));
    const field = this.#entries(kind).at(-1)?.querySelector<HTMLElement>('[data-js-plan="text"]');
    field?.focus({ preventScroll: true });
    field?.scrollIntoView({ block: "center" });
  }

  #entries(kind: PlanKind): readonly HTMLElement[] {
    return hooks(hook(this.context.root, "entries", kind), "entry");
  }

  #renderKind(kind: PlanKind): void {
    const { session, root } = this.context;
    const entries: readonly Readonly<Record<string, unknown>>[] = session.record.plan[kind].map((entry) => ({ ...entry }));
    hook(root, "entries", kind).replaceChildren(...entries.map((entry, index) => this.#entry(kind, entry, index)));
  }

  #entry(kind: PlanKind, entry: Readonly<Record<string, unknown>>, index: number): HTMLElement {
    const { words } = this.context;
    const piece = words.piece(kind);
    setText(hook(piece, "nth"), words.say("nth", { n: index + 1 }));
    for (const field of hooks<Field>(piece, "plan")) {
      const name = valueOf(field, "plan");
      const label = field.closest(".field")?.querySelector("label");
      field.id = `sc-plan-${kind}-${index}-${name}`;
      label?.setAttribute("for", field.id);
      const value = String(entry[name] ?? "");
      if (field instanceof HTMLSelectElement) choose(field, value || "todo");
      else field.value = value;
    }
    if (kind !== "goals") renderTies(this.context, this.numbers, piece, kind, index);
    return piece;
  }

  /** The kind and number of the entry that `target` stands in. */
  #placeOf(target: EventTarget | null): { readonly kind: PlanKind; readonly index: number } | null {
    const entry = closestHook(target, "entry");
    const list = closestHook(target, "entries");
    if (!entry || !list) return null;
    return { kind: valueOf(list, "entries") as PlanKind, index: hooks(list, "entry").indexOf(entry) };
  }

  #onType(event: Event): void {
    const place = this.#placeOf(event.target);
    const field = closestHook<Field>(event.target, "plan");
    // The browser's own list (ties) is no field of the entry.
    if (!place || !field || event.target !== field) return;
    const change = { [valueOf(field, "plan")]: field.value };
    this.context.session.change((record) => updatePlanEntry(record, place.kind, place.index, change), "soon");
  }

  #onClick(event: Event): void {
    const { session, root } = this.context;
    const add = closestHook(event.target, "add");
    if (add) {
      const kind = valueOf(add, "add") as PlanKind;
      this.#add((record) => addPlanEntry(record, kind, kind === "actions" ? { status: "todo" } : {}), kind);
      return;
    }
    const place = this.#placeOf(event.target);
    if (!place) return;
    if (closestHook(event.target, "remove")) {
      session.change((record) => removePlanEntry(record, place.kind, place.index));
      this.#renderKind(place.kind);
      hook(root, "add", place.kind).focus();
    } else if (place.kind !== "goals") {
      const entry = this.#entries(place.kind)[place.index];
      if (entry) tieOnClick(this.context, this.numbers, event, entry, place.kind, place.index);
    }
  }
}
