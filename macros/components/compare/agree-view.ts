/** Step 4 人どうし: the agreement becomes a record of this device, or a part of one. Nothing is overwritten unasked. */

import { agreedConflicts, agreedRecord, mergeAgreed } from "../../client/compare/agreement";
import { levelLabel } from "../../client/files/labels";
import { toIsoDate } from "../../client/dates";
import { migrate } from "../../client/migrate";
import { stampRecord } from "../../client/record";
import type { Agreed, ResultFile } from "../../client/types";
import { checkedValue, hook, hooks, setText, show } from "../self-check/dom";
import { freshId } from "../self-check/records";
import type { Context, Panel } from "./context";
import type { Drafts } from "./drafts";
import { recordTitle } from "./titles";

export class AgreeView implements Panel {
  readonly #targets: readonly HTMLInputElement[];
  readonly #select: HTMLSelectElement;
  /** The record to write into, as it was when its conflicts were shown. */
  #target: { readonly record: ResultFile; readonly revision: number } | null = null;

  constructor(private readonly context: Context, private readonly drafts: Drafts) {
    const { root } = context;
    this.#targets = hooks<HTMLInputElement>(root, "target");
    this.#select = hook<HTMLSelectElement>(root, "target-record");
    for (const field of [...this.#targets, this.#select]) field.addEventListener("change", () => this.#renderTarget());
    hook(root, "agreed-form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#save();
    });
    hook(root, "agreed-discard").addEventListener("click", () => this.#discard());
  }

  render(): void {
    const { root, state, words, store } = this.context;
    const count = Object.keys(state.agreed).length;
    const lead = count === 0 ? "agreed.none" : state.isSample ? "agreed.sample" : "agreed.lead";
    setText(hook(root, "agreed-lead"), words.say(lead, { count }));
    hook(root, "agreed-list").replaceChildren(...Object.entries(state.agreed).map(([id, agreed]) => this.#line(id, agreed)));
    show(hook(root, "agreed-form"), count > 0 && !state.isSample);
    const records = store().list().filter(({ damaged }) => !damaged);
    const before = this.#select.value;
    this.#select.replaceChildren(...records.map((record) => new Option(recordTitle(words, record, state.hidden), record.id)));
    if (records.some(({ id }) => id === before)) this.#select.value = before;
    show(hook(root, "target-own"), records.length > 0);
    show(hook(root, "saved"), false);
    this.#renderTarget();
  }

  #line(id: string, { level, reason }: Agreed): HTMLElement {
    const { words, numbers, state } = this.context;
    const piece = words.piece("agreed-line");
    setText(hook(piece, "title"), words.say("item.label", { number: numbers().of(id), text: numbers().text(id) }));
    setText(hook(piece, "mark"), levelLabel(level, state.checklist) || words.say("agreed.nolevel"));
    setText(hook(piece, "text"), reason);
    return piece;
  }

  /** What the chosen record says otherwise, asked before it is touched. */
  #renderTarget(): void {
    const { root, state, words, numbers, store } = this.context;
    const own = checkedValue(this.#targets) === "own";
    show(hook(root, "target-field"), own);
    const loaded = own ? store().load(this.#select.value) : null;
    this.#target = loaded?.status === "ok"
      ? { record: migrate(loaded.record, state.checklist, toIsoDate(new Date())).record, revision: loaded.revision }
      : null;
    const conflicts = this.#target ? agreedConflicts(this.#target.record, state.agreed) : [];
    show(hook(root, "conflicts"), conflicts.length > 0);
    const say = ({ level, reason }: Agreed) => [levelLabel(level, state.checklist), reason].filter(Boolean).join("・");
    const lines = conflicts.map(({ itemId, before, now }) => {
      const piece = words.piece("conflict");
      setText(hook(piece, "title"), words.say("item.label", { number: numbers().of(itemId), text: numbers().text(itemId) }));
      setText(hook(piece, "text"), words.say("conflict", { before: say(before), now: say(now) }));
      return piece;
    });
    hook(root, "conflict-list").replaceChildren(...lines);
  }

  #save(): void {
    const { root, state, store } = this.context;
    const own = checkedValue(this.#targets) === "own";
    if (own && !this.#target) return this.#renderTarget();
    const replace = checkedValue(hooks<HTMLInputElement>(root, "conflict")) === "replace";
    const id = own ? this.#select.value : freshId();
    const record = own && this.#target
      ? mergeAgreed(this.#target.record, state.agreed, replace)
      : agreedRecord(state.checklist, state.subject, state.date || toIsoDate(new Date()), state.agreed);
    const result = store().save(id, stampRecord(record, new Date()), own ? (this.#target?.revision ?? 0) : 0);
    if (result.status === "changed-elsewhere") {
      this.#renderTarget();
      return this.#tell("elsewhere", "");
    }
    if (result.status !== "ok") return this.#tell(result.status, "");
    this.drafts.discard(state.checklist.id, state.subject);
    this.#renderTarget();
    this.#tell(own ? "own" : "new", id);
  }

  #tell(what: string, id: string): void {
    const { root, words, state } = this.context;
    setText(hook(root, "saved-text"), words.say(`saved.${what}`));
    const link = hook<HTMLAnchorElement>(root, "saved-link");
    show(link, id !== "");
    link.href = `${state.checklist.id}.html#/${id}/result`;
    const saved = hook(root, "saved");
    saved.classList.toggle("callout--done", id !== "");
    saved.classList.toggle("callout--error", id === "");
    show(saved, true);
  }

  #discard(): void {
    const { root, state, changed } = this.context;
    this.drafts.discard(state.checklist.id, state.subject);
    state.agreed = {};
    changed();
    hook(hook(root, "panel", "decide"), "panel-title").focus();
  }
}
