/** Step 4 年どうし: what was done, and the open actions carried over by one button. */

import { carryActions, isOpen, latestActions } from "../../client/compare/year-turn";
import { formatDate, isIsoDate, toIsoDate } from "../../client/dates";
import { STATUS_LABELS } from "../../client/files/sheet";
import { migrate } from "../../client/migrate";
import { createRecord, stampRecord } from "../../client/record";
import type { Action, ResultFile } from "../../client/types";
import { hook, listItem, setText, show } from "../self-check/dom";
import { freshId } from "../self-check/records";
import type { Context, Panel } from "./context";
import { recordTitle } from "./titles";

const NEW = "";

export class ActionsView implements Panel {
  readonly #target: HTMLSelectElement;

  constructor(private readonly context: Context) {
    this.#target = hook<HTMLSelectElement>(context.root, "carry-target");
    hook(context.root, "carry").addEventListener("click", () => this.#carry());
  }

  render(): void {
    const { root, state, words, store } = this.context;
    const actions = this.#actions();
    this.#fill("open-actions", actions.filter(isOpen));
    this.#fill("closed-actions", actions.filter((action) => !isOpen(action)));
    const name = state.subject.prefecture + state.subject.name || words.say("noname");
    const records = store().list().filter(({ damaged }) => !damaged);
    const options = records.map((record) => new Option(recordTitle(words, record, state.hidden), record.id));
    const before = this.#target.value;
    this.#target.replaceChildren(...options, new Option(words.say("carry.new", { name }), NEW));
    const newest = this.#newest()?.recordId ?? NEW;
    this.#target.value = records.some(({ id }) => id === before) ? before : newest;
    show(hook(root, "carried"), false);
  }

  /** Of the dates compared, the newest source. */
  #newest() {
    return [...this.context.state.used].sort((a, b) => (a.record.date < b.record.date ? 1 : -1))[0];
  }

  /** The plans of all dates, the oldest first; the newest says how far an action has come. */
  #actions(): readonly Action[] {
    return latestActions(this.context.state.columns().flatMap(({ record }) => record.plan.actions));
  }

  #fill(name: string, actions: readonly Action[]): void {
    const { root, words, numbers } = this.context;
    const lines = actions.map(({ text, owner, due, status, items }) => {
      const piece = words.piece("action");
      setText(hook(piece, "title"), text);
      const word = (STATUS_LABELS as Readonly<Record<string, string>>)[status] ?? status;
      const day = isIsoDate(due) ? formatDate(due) : due;
      setText(hook(piece, "meta"), [word, owner, day, items.map((id) => numbers().of(id)).join("、")].filter(Boolean).join("　"));
      return piece;
    });
    hook(root, name).replaceChildren(...(lines.length > 0 ? lines : [listItem(words.say("actions.none"))]));
  }

  #carry(): void {
    const { state, words, store } = this.context;
    if (state.isSample) return this.#tell(words.say("carried.sample"), "");
    const target = this.#open();
    if (!target) return this.#tell(words.say("saved.elsewhere"), "");
    const { record, added } = carryActions(this.#actions(), target.record);
    if (added === 0) return this.#tell(words.say("carried.none"), target.isNew ? "" : target.id);
    const result = store().save(target.id, stampRecord(record, new Date()), target.revision);
    if (result.status === "ok") this.#tell(words.say("carried", { count: added }), target.id);
    else this.#tell(words.say(`saved.${result.status === "changed-elsewhere" ? "elsewhere" : result.status}`), "");
  }

  #open(): { id: string; record: ResultFile; revision: number; isNew: boolean } | null {
    const { state, store } = this.context;
    const today = toIsoDate(new Date());
    if (this.#target.value === NEW) {
      const respondent = this.#newest()?.record.respondent;
      return { id: freshId(), record: createRecord(state.checklist, today, state.subject, respondent), revision: 0, isNew: true };
    }
    const loaded = store().load(this.#target.value);
    if (loaded.status !== "ok") return null;
    return { id: this.#target.value, record: migrate(loaded.record, state.checklist, today).record, revision: loaded.revision, isNew: false };
  }

  #tell(text: string, id: string): void {
    const { root, state } = this.context;
    setText(hook(root, "carried-text"), text);
    const link = hook<HTMLAnchorElement>(root, "carried-link");
    show(link, id !== "");
    link.href = `${state.checklist.id}.html#/${id}/result`;
    hook(root, "carried").classList.toggle("callout--done", id !== "");
    show(hook(root, "carried"), true);
  }
}
