/** The turn of a year: snapshots kept and removed, a new year begun. */

import { startYear } from "../../client/compare/year-turn";
import { formatDate, toIsoDate } from "../../client/dates";
import { addSnapshot, removeSnapshot } from "../../client/record";
import type { ResultFile } from "../../client/types";
import type { Context } from "./context";
import { closeOnButtons } from "./dialogs";
import type { DeleteDialog } from "./dialogs";
import { checkedValue, closestHook, hook, hooks, setText } from "./dom";

export class YearView {
  readonly #dialog: HTMLDialogElement;
  readonly #label: HTMLInputElement;

  constructor(private readonly context: Context, private readonly deletion: DeleteDialog, private readonly backup: () => void) {
    const { root, signal } = context;
    this.#dialog = hook<HTMLDialogElement>(root, "year-dialog");
    this.#label = hook<HTMLInputElement>(root, "snapshot-label");
    closeOnButtons(this.#dialog, signal);
    const onSubmit = (event: Event) => {
      event.preventDefault();
      this.#keep();
    };
    hook(root, "snapshot-form").addEventListener("submit", onSubmit, { signal });
    hook(root, "snapshots").addEventListener("click", (event) => this.#onList(event), { signal });
    hook(root, "year-open").addEventListener("click", () => this.#ask(), { signal });
    hook(root, "year-run").addEventListener("click", () => this.#begin(), { signal });
  }

  render(): void {
    const { root, session, words, checklist } = this.context;
    const record = session.record;
    this.#label.value = words.say("year.name", { year: fiscalYear(record.date) });
    const lines = record.snapshots.map(({ label, date, answers }, at) => {
      const piece = words.piece("snapshot");
      const handled = Object.values(answers).filter((answer) => answer.state !== undefined).length;
      const name = label || words.say("noname");
      setText(hook(piece, "title"), name);
      setText(hook(piece, "meta"), words.say("snapshot.meta", { date: date ? formatDate(date) : "", count: handled }));
      const remove = hook(piece, "snapshot-remove");
      remove.dataset["at"] = String(at);
      remove.setAttribute("aria-label", words.say("snapshot.remove", { name }));
      return piece;
    });
    hook(root, "snapshots").replaceChildren(...lines);
    const link = hook<HTMLAnchorElement>(root, "compare-link");
    link.href = `compare.html#/${checklist.id}/${session.id}`;
  }

  #keep(): void {
    const { session, announce, words } = this.context;
    const label = this.#label.value;
    session.change((record) => addSnapshot(record, label, record.date || toIsoDate(new Date())));
    this.render();
    announce(words.say("live.snapshot"));
  }

  #onList(event: Event): void {
    const { session, words, root } = this.context;
    const at = Number(closestHook(event.target, "snapshot-remove")?.dataset["at"]);
    const snapshot = session.record.snapshots[at];
    if (!snapshot) return;
    this.deletion.ask(words.say("delete.snapshot", { name: snapshot.label }), this.backup, () => {
      session.change((record) => removeSnapshot(record, at));
      this.render();
      hook(root, "snapshot-add").focus();
    });
  }

  #ask(): void {
    const { root, session, words } = this.context;
    const record = session.record;
    hook<HTMLInputElement>(root, "year-label").value = words.say("year.name", { year: fiscalYear(record.date) });
    hook<HTMLInputElement>(root, "year-date").value = toIsoDate(new Date());
    this.#dialog.showModal();
  }

  #begin(): void {
    const { root, session, words, announce, go } = this.context;
    const turn = {
      label: hook<HTMLInputElement>(root, "year-label").value,
      today: hook<HTMLInputElement>(root, "year-date").value || toIsoDate(new Date()),
      keepAnswers: checkedValue(hooks<HTMLInputElement>(root, "year-answers")) === "keep",
    };
    this.#dialog.close();
    session.change((record: ResultFile) => startYear(record, turn));
    go("answer");
    announce(words.say("live.year"));
  }
}

/** The fiscal year (from April) of a day; of today where there is none. */
function fiscalYear(date: string): number {
  const day = date || toIsoDate(new Date());
  const [year = 0, month = 0] = day.split("-").map(Number);
  return month >= 4 ? year : year - 1;
}
