/** Step 1: files, folders, ZIPs and manifests in; the sample. */

import { councilKey } from "../../client/aggregate/councils";
import { draftOf } from "../../client/aggregate/entry";
import type { Entry } from "../../client/aggregate/entry";
import { EMPTY_DESK } from "../../client/aggregate/manifest";
import { sampleChecklist, sampleFiles } from "../../client/aggregate/sample";
import { toIsoDate } from "../../client/dates";
import type { ChecklistData } from "../../client/types";
import { hook, setText, show } from "../self-check/dom";
import { onDrop } from "../self-check/drop";
import type { Context, Panel } from "./context";
import { chosen, dropped } from "./gather";
import type { Source } from "./gather";
import { takeIn, withIntake } from "./intake";

/** The progress is written and drawn no more often than this. */
const TELL_EVERY_MS = 100;

export class TakePanel implements Panel {
  #cancelled = false;
  #busy = false;
  /** What is said of the checklists that came with the last files. */
  #learnt = "";

  constructor(private readonly context: Context) {
    const { root, signal, bench, words, announce } = context;
    for (const name of ["files", "folder"]) {
      const input = hook<HTMLInputElement>(root, name);
      const onPick = () => {
        const sources = chosen(input.files);
        input.value = ""; // the same files can be chosen again, and their names do not stay in the page
        void this.#take(Promise.resolve(sources));
      };
      input.addEventListener("change", onPick, { signal });
    }
    onDrop(hook(root, "drop"), (transfer) => void this.#take(dropped(transfer)), signal);
    const on = (name: string, run: () => void) => hook(root, name).addEventListener("click", run, { signal });
    on("cancel", () => (this.#cancelled = true));
    on("sample", () => this.#sample());
    on("sample-end", () => {
      bench.endSample();
      announce(words.say("sample.out"));
      context.go("take");
    });
    on("clear-all", () => {
      if (!window.confirm(words.say("clear.ask"))) return;
      bench.clear();
      announce(words.say("cleared"));
      context.go("take");
    });
  }

  render(): void {
    const { root, bench, words } = this.context;
    const { entries, refused } = bench.desk;
    const some = entries.length + refused.length > 0;
    setText(hook(root, "learnt"), this.#learnt);
    show(hook(root, "learnt"), this.#learnt !== "" && !this.#busy && !bench.isSample);
    show(hook(root, "try"), !bench.isSample && !this.#busy);
    show(hook(root, "taken"), some && !this.#busy && !bench.isSample);
    setText(hook(root, "taken-text"), words.say("taken", { read: entries.length, refused: refused.length }));
    show(hook(hook(root, "panel", "take"), "open-only"), !bench.isSample && !this.#busy);
  }

  async #take(gathering: Promise<readonly Source[]>): Promise<void> {
    const { root, bench, words, announce, loadXlsx, readOwn, go } = this.context;
    if (this.#busy || bench.anonymous || bench.isSample) return;
    this.#begin();
    const sources = await gathering;
    const intake = await takeIn(sources, {
      catalogue: bench.catalogue, loadXlsx, readOwn, words,
      isCancelled: () => this.#cancelled,
      onProgress: (done, total) => this.#tell(done, total),
    });
    this.#busy = false;
    show(hook(root, "progress"), false);
    if (sources.length === 0) return this.render();
    bench.change((desk) => withIntake(desk, intake));
    const read = intake.entries.length + intake.desks.reduce((sum, desk) => sum + desk.entries.length, 0);
    const said = [this.#cancelled ? words.say("cancelled") : words.say("taken", { read, refused: intake.refused.length })];
    this.#learnt = intake.checklists.map(({ title }) => words.say("learnt", { title })).join("");
    announce([...said, this.#learnt].join(""));
    if (this.#cancelled) return;
    if (read + intake.refused.length > 0) go("check");
    else this.render();
  }

  #begin(): void {
    const { root, words } = this.context;
    this.#busy = true;
    this.#cancelled = false;
    this.render();
    setText(hook(root, "progress-text"), words.say("gathering"));
    show(hook(root, "progress"), true);
    hook(root, "cancel").focus();
  }

  #told = 0;

  #tell(done: number, total: number): void {
    const now = performance.now();
    if (now - this.#told < TELL_EVERY_MS && done < total) return;
    this.#told = now;
    const { root, words } = this.context;
    setText(hook(root, "progress-text"), words.say("progress", { done, total }));
    hook<HTMLProgressElement>(root, "progress-bar").value = total === 0 ? 0 : done / total;
  }

  #sample(): void {
    const { bench, words, announce, go } = this.context;
    const checklist = sampleChecklist(fullest(bench.catalogue.site));
    const today = toIsoDate(new Date());
    const files = sampleFiles(checklist, seeded(20261121));
    const entries = files.flatMap(({ file, record }, at): readonly Entry[] => {
      const draft = draftOf("json", { raw: record, notices: [] }, checklist, today);
      return draft.ok ? [{ ...draft.value, id: `sample${at}`, file }] : [];
    });
    const sizes = Object.fromEntries(files.map(({ record, size }) => [councilKey(record.subject.prefecture, record.subject.name), size]));
    bench.showSample({ ...EMPTY_DESK, entries, sizes }, checklist);
    announce(words.say("sample.in"));
    go("check");
  }
}

/** The checklist for municipalities with most items shows most. */
function fullest(catalogue: readonly ChecklistData[]): ChecklistData {
  const size = ({ domains }: ChecklistData) => domains.reduce((sum, { items }) => sum + items.length, 0);
  const fitting = catalogue.filter(({ subject_kind }) => subject_kind === "municipality");
  return [...(fitting.length > 0 ? fitting : catalogue)].sort((a, b) => size(b) - size(a))[0] as ChecklistData;
}

/** The same sample every time (a linear congruence, from Numerical Recipes): not for anything secret. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
