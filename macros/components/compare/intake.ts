/** Step 1: files, records of this device, or the sample. Every file is judged alone. */

import { samplePeople, sampleYears } from "../../client/compare/sample";
import { forAudience } from "../../client/audience";
import { formatDate, toIsoDate } from "../../client/dates";
import { migrate } from "../../client/migrate";
import type { Migration } from "../../client/migrate";
import { serialiseRecord } from "../../client/record";
import { hook, hooks, setText, show } from "../self-check/dom";
import { filesOf, onDrop } from "../self-check/drop";
import type { Context, Panel } from "./context";
import { Judge } from "./judge";
import type { Mode } from "./state";
import { recordTitle } from "./titles";

interface Taken {
  readonly name: string;
  readonly kind: "answers" | "checklist" | "refused";
  readonly text: string;
}

export class Intake implements Panel {
  #taken: readonly Taken[] = [];
  readonly #judge: Judge;

  constructor(private readonly context: Context) {
    this.#judge = new Judge(context);
    const { root } = context;
    const input = hook<HTMLInputElement>(root, "file");
    input.addEventListener("change", () => {
      const files = [...(input.files ?? [])];
      input.value = ""; // the same file can be chosen again
      void this.take(files);
    });
    onDrop(hook(root, "drop"), (transfer) => void this.take(filesOf(transfer)));
    for (const radio of hooks<HTMLInputElement>(root, "mode")) {
      radio.addEventListener("change", () => this.#setMode(radio.value as Mode));
    }
    const select = hook<HTMLSelectElement>(root, "checklist");
    select.addEventListener("change", () => {
      const chosen = context.catalogue.find(select.value);
      this.#taken = [];
      if (chosen) void context.turn(chosen);
    });
    hook(root, "sample").addEventListener("click", () => this.#sample());
    hook(root, "sample-end").addEventListener("click", () => this.reset());
    hook(root, "records").addEventListener("change", (event) => this.#onRecord(event));
  }

  render(): void {
    const { root, state, catalogue, words } = this.context;
    root.dataset["mode"] = state.mode;
    for (const radio of hooks<HTMLInputElement>(root, "mode")) radio.checked = radio.value === state.mode;
    const known = catalogue.all;
    hook(root, "checklist").replaceChildren(...known.map(({ id, title }) => new Option(title, id, false, id === state.checklist.id)));
    show(hook(root, "checklist-field"), known.length > 1);
    show(hook(root, "sample-bar"), state.isSample);
    show(hook(root, "sample"), state.sources.length === 0);
    for (const part of root.querySelectorAll<HTMLElement>('[data-js-panel="take"] .sc-panel')) show(part, !state.isSample);
    this.#renderTaken();
    if (!state.isSample) this.#renderRecords();
    setText(hook(root, "take-need"), state.isReady ? "" : words.say(`need.${state.mode}`, { count: state.count }));
  }

  /** Takes in files, one by one. */
  async take(files: readonly File[]): Promise<void> {
    const { words, announce, changed } = this.context;
    const results: Taken[] = [];
    for (const file of files) results.push(await this.#takeOne(file));
    // A checklist may have come after the answers to it.
    if (results.some(({ kind }) => kind === "checklist")) {
      for (const [at, file] of files.entries()) if (results[at]?.kind === "refused") results[at] = await this.#takeOne(file);
    }
    this.#taken = [...this.#taken, ...results];
    changed();
    const count = (kind: Taken["kind"]) => results.filter((one) => one.kind === kind).length;
    announce(words.say("live.taken", { count: count("answers"), refused: count("refused") }));
  }

  /** Takes in a record of this device; false if there is none to take. */
  takeRecord(id: string): boolean {
    const { state, store } = this.context;
    const loaded = store().load(id);
    if (loaded.status !== "ok") return false;
    const migration = migrate(loaded.record, state.checklist, toIsoDate(new Date()));
    this.#add(migration, migration.notices.map(({ message }) => message), "", id);
    return true;
  }

  /** Away with everything that was taken in: nothing of it was stored. */
  reset(): void {
    this.context.state.clear();
    this.#taken = [];
    this.context.changed();
    this.context.go("take");
  }

  async #takeOne(file: File): Promise<Taken> {
    const { words, state } = this.context;
    const judged = await this.#judge.judge(file);
    if (judged.kind === "refused") return { name: file.name, kind: "refused", text: judged.message };
    if (judged.kind === "checklist") {
      return { name: file.name, kind: "checklist", text: words.say("taken.checklist", { title: judged.checklist.title }) };
    }
    const { record, migration, notices } = judged.imported;
    const same = state.sources.some((source) => serialiseRecord(source.record) === serialiseRecord(forAudience(record, "colleagues")));
    if (same) return { name: file.name, kind: "answers", text: words.say("taken.same") };
    this.#add(migration, notices.map(({ message }) => message), file.name, "");
    const respondent = record.respondent.label || record.respondent.role || words.say("respondent");
    const date = record.date ? formatDate(record.date) : words.say("none");
    return { name: file.name, kind: "answers", text: words.say("taken.ok", { respondent, date }) };
  }

  #add(migration: Migration, notices: readonly string[], fileName: string, recordId: string): void {
    const { state, words } = this.context;
    const unplaced = migration.unplaced.map(({ id, message }) => words.say("unplaced", { id, message }));
    state.add({
      origin: recordId ? "record" : "file", fileName, recordId, version: migration.from,
      record: forAudience(migration.record, "colleagues"), notices: [...notices, ...unplaced],
    });
  }

  #setMode(mode: Mode): void {
    const { state, changed } = this.context;
    const sample = state.isSample;
    state.mode = mode;
    if (sample) this.#sample();
    else changed();
  }

  #sample(): void {
    const { state, changed, go } = this.context;
    state.clear();
    const records = state.mode === "people" ? samplePeople(state.checklist) : sampleYears(state.checklist);
    for (const record of records) {
      state.add({ origin: "sample", fileName: "", recordId: "", version: record.checklist.version, record, notices: [] });
    }
    changed();
    go("see");
  }

  #onRecord(event: Event): void {
    const { state, changed } = this.context;
    const box = event.target;
    if (!(box instanceof HTMLInputElement)) return;
    const taken = state.sources.find(({ recordId }) => recordId === box.value);
    if (box.checked && !taken) this.takeRecord(box.value);
    if (!box.checked && taken) state.remove(taken.id);
    changed();
    hook<HTMLInputElement>(this.context.root, "records").querySelector<HTMLElement>(`[value="${CSS.escape(box.value)}"]`)?.focus();
  }

  #renderTaken(): void {
    const { root, words, state } = this.context;
    const lines = this.#taken.map(({ name, kind, text }, at) => {
      const piece = words.piece("taken");
      piece.classList.toggle("is-refused", kind === "refused");
      setText(hook(piece, "title"), state.hidden ? `${at + 1}` : name);
      setText(hook(piece, "meta"), state.hidden && kind === "answers" ? words.say("taken.hidden") : text);
      return piece;
    });
    hook(root, "taken").replaceChildren(...lines);
  }

  #renderRecords(): void {
    const { root, words, state, store } = this.context;
    const records = store().list().filter(({ damaged }) => !damaged);
    const lines = records.map((summary) => {
      const piece = words.piece("record");
      const box = hook<HTMLInputElement>(piece, "record");
      box.value = summary.id;
      box.checked = state.sources.some(({ recordId }) => recordId === summary.id);
      setText(hook(piece, "title"), recordTitle(words, summary, state.hidden));
      return piece;
    });
    hook(root, "records").replaceChildren(...lines);
    show(hook(root, "records-section"), records.length > 0);
  }
}
