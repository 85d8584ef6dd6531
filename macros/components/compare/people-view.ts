/** Step 3 人どうし: where the answers differ, the notes, and what is agreed on, item by item. */

import { setAgreed } from "../../client/answers";
import { bySpread, compareVoices, countAgreement } from "../../client/compare/people";
import type { ItemVoices, Voice } from "../../client/compare/people";
import { notesOn } from "../../client/compare/tables";
import { levelLabel } from "../../client/files/labels";
import { checkedValue, closestHook, hook, hooks, setText, setValue, show } from "../self-check/dom";
import type { Context, Panel } from "./context";
import type { Drafts } from "./drafts";
import { fillStrip } from "./strip";

export class PeopleView implements Panel {
  readonly #orders: readonly HTMLInputElement[];
  readonly #parts: readonly HTMLInputElement[];

  constructor(private readonly context: Context, private readonly drafts: Drafts) {
    const { root } = context;
    this.#orders = hooks<HTMLInputElement>(root, "order");
    this.#parts = hooks<HTMLInputElement>(root, "part");
    for (const radio of [...this.#orders, ...this.#parts]) radio.addEventListener("change", () => this.render());
    const list = hook(root, "list");
    list.addEventListener("change", (event) => this.#onAgree(event));
    list.addEventListener("input", (event) => this.#onAgree(event));
    list.addEventListener("click", (event) => {
      this.#onOpen(event);
      this.#onClear(event);
    });
    list.addEventListener("toggle", (event) => this.#onOpen(event), true);
  }

  render(): void {
    const { root, state, words } = this.context;
    const voices = state.voices();
    const all = compareVoices(voices, state.checklist);
    setText(hook(root, "who"), words.say("who.people", { names: voices.map(({ label }) => label).join("、") }));
    setText(hook(root, "summary"), words.say("summary", { total: all.length, ...countAgreement(all) }));
    const part = checkedValue(this.#parts);
    const ordered = checkedValue(this.#orders) === "spread" ? bySpread(all) : all;
    const shown = ordered.filter(({ item, agreement }) => part === "all" || (part === "differ" ? agreement === "differ" : state.agreed[item.id]));
    hook(root, "list").replaceChildren(...shown.map((item) => this.#row(item, voices)));
    show(hook(root, "list-none"), shown.length === 0);
  }

  /** Shows an item whatever the filter, and puts the focus on it. */
  goTo(itemId: string): void {
    for (const radio of this.#parts) radio.checked = radio.value === "all";
    this.render();
    const row = this.context.root.querySelector<HTMLElement>(`[data-item="${CSS.escape(itemId)}"]`);
    const notes = row?.querySelector<HTMLDetailsElement>("[data-js-notes]");
    if (notes) notes.open = true;
    const title = row && hook(row, "title");
    title?.setAttribute("tabindex", "-1");
    title?.focus();
    title?.scrollIntoView({ block: "start" });
  }

  #row(compared: ItemVoices, voices: readonly Voice[]): HTMLElement {
    const { words, numbers, state } = this.context;
    const { item, domain, spread } = compared;
    const piece = words.piece("row");
    piece.dataset["item"] = item.id;
    const number = numbers().of(item.id);
    setText(hook(piece, "title"), words.say("item.label", { number, text: item.text }));
    const chip = hook(piece, "spread");
    setText(chip, spread === null ? words.say("spread.few") : spread === 0 ? words.say("spread.same") : words.say("spread.steps", { spread }));
    chip.classList.toggle("chip--caution", spread !== null && spread >= 2);
    setText(hook(piece, "domain-name"), domain.title);
    fillStrip(this.context, piece, compared, voices);
    this.#fillNotes(piece, item.id, voices);
    setText(hook(piece, "agree-title"), words.say(state.agreed[item.id] ? "agree.edit" : "agree.open"));
    hook(piece, "agree-title").append(spoken(`（${number}）`));
    this.#renderAgreed(piece, item.id);
    return piece;
  }

  #fillNotes(piece: HTMLElement, itemId: string, voices: readonly Voice[]): void {
    const { words, state, numbers } = this.context;
    const notes = notesOn(voices, itemId, state.hidden);
    show(hook(piece, "notes"), notes.length > 0);
    setText(hook(piece, "notes-title"), words.say("notes.title", { count: notes.length }));
    hook(piece, "notes-title").append(spoken(`（${numbers().of(itemId)}）`));
    const lines = notes.map(({ owner, field, text }) => {
      const line = words.piece("note");
      const values = { owner, field: words.say(`field.${field}`) };
      setText(hook(line, "title"), words.say(owner === "" ? "note.nobody" : "note.owner", values));
      setText(hook(line, "text"), text);
      return line;
    });
    hook(piece, "notes-list").replaceChildren(...lines);
  }

  /**
   * The form is made when it is first opened: a checklist has many items. At the click, since the toggle comes
   * later and a quick Tab would pass the form by; at the toggle, since the browser's search opens folds too.
   */
  #onOpen(event: Event): void {
    const row = closestHook(event.target, "agree")?.closest<HTMLElement>("[data-item]");
    if (row) this.#makeForm(row);
  }

  #makeForm(row: HTMLElement): void {
    const { state, words, numbers } = this.context;
    const itemId = row.dataset["item"] ?? "";
    const box = hook(row, "levels");
    if (box.firstElementChild) return;
    setText(hook(row, "agree-legend"), words.say("agree.legend", { number: numbers().of(itemId) }));
    const choices = state.checklist.scale.levels.map(({ id, label }) => {
      const piece = words.piece("level");
      const radio = hook<HTMLInputElement>(piece, "level");
      Object.assign(radio, { name: `cmp-agree-${itemId}`, value: id });
      setText(hook(piece, "title"), label);
      return piece;
    });
    box.replaceChildren(...choices);
    const reason = hook<HTMLTextAreaElement>(row, "reason");
    reason.id = `cmp-reason-${itemId}`;
    hook(row, "reason-label").setAttribute("for", reason.id);
    this.#renderAgreed(row, itemId);
  }

  #onAgree(event: Event): void {
    const row = closestHook(event.target, "agree")?.closest<HTMLElement>("[data-item]");
    if (!row) return;
    const level = checkedValue(hooks<HTMLInputElement>(row, "level"));
    this.#set(row, level, hook<HTMLTextAreaElement>(row, "reason").value);
  }

  #onClear(event: Event): void {
    const row = closestHook(event.target, "agree-clear")?.closest<HTMLElement>("[data-item]");
    if (!row) return;
    for (const radio of hooks<HTMLInputElement>(row, "level")) radio.checked = false;
    hook<HTMLTextAreaElement>(row, "reason").value = "";
    this.#set(row, "", "");
    hook<HTMLInputElement>(row, "level").focus();
  }

  #set(row: HTMLElement, level: string, reason: string): void {
    const { state } = this.context;
    const itemId = row.dataset["item"] ?? "";
    const first = state.used[0]?.record;
    if (!first) return;
    state.agreed = setAgreed({ ...first, agreed: state.agreed }, itemId, level, reason).agreed;
    if (!state.isSample) this.drafts.put(state.checklist.id, state.subject, itemId, state.agreed[itemId]);
    this.#renderAgreed(row, itemId);
  }

  #renderAgreed(row: HTMLElement, itemId: string): void {
    const { state, words } = this.context;
    const agreed = state.agreed[itemId];
    const level = levelLabel(agreed?.level ?? "", state.checklist) || words.say("agreed.nolevel");
    const line = hook(row, "agreed-line");
    show(line, agreed !== undefined);
    setText(line, words.say(agreed?.reason ? "agreed.line.reason" : "agreed.line", { level, reason: agreed?.reason ?? "" }));
    show(hook(row, "agree-clear"), agreed !== undefined);
    for (const radio of hooks<HTMLInputElement>(row, "level")) radio.checked = radio.value === agreed?.level;
    setValue(hook<HTMLTextAreaElement>(row, "reason"), agreed?.reason ?? "");
  }
}

/** For screen readers: several folds of the same words. */
function spoken(text: string): HTMLElement {
  return Object.assign(document.createElement("span"), { className: "visually-hidden", textContent: text });
}
