/** Step 2: questions, what was not read and why, what was read and how it is used, size classes. */

import { formatDate } from "../../client/dates";
import { newest } from "../../client/aggregate/councils";
import { readSizes } from "../../client/aggregate/sizes";
import type { Entry } from "../../client/aggregate/entry";
import { closestHook, hook, setText, show, valueOf } from "../self-check/dom";
import type { Context, Panel } from "./context";
import { showFilled } from "./panel";
import { renderQuestions } from "./questions";
import { stateOf } from "./states";

const PAGE = 50;

export class CheckPanel implements Panel {
  readonly #panel: HTMLElement;
  #from = 0;

  constructor(private readonly context: Context) {
    const { root, signal, bench } = context;
    this.#panel = hook(root, "panel", "check");
    this.#panel.addEventListener("click", (event) => this.#onClick(event), { signal });
    const onChoice = (event: Event) => {
      const radio = closestHook<HTMLInputElement>(event.target, "choice");
      if (!radio) return;
      bench.choose(radio.name, radio.value);
      // Drawn anew: the keyboard stays on the radio.
      this.#panel.querySelector<HTMLElement>(`[name="${CSS.escape(radio.name)}"][value="${CSS.escape(radio.value)}"]`)?.focus();
    };
    hook(root, "questions").addEventListener("change", onChoice, { signal });
    hook(root, "sizes-read").addEventListener("click", () => this.#readSizes(), { signal });
  }

  render(): void {
    const { bench, words } = this.context;
    const { entries, refused } = bench.desk;
    const filled = entries.length + refused.length > 0;
    showFilled(this.#panel, filled && !bench.anonymous);
    const closed = this.#panel.hidden || bench.anonymous;
    if (closed || !filled) return this.#empty();
    show(hook(this.#panel, "open-only"), true);
    setText(hook(this.#panel, "check-lead"), words.say("check.lead", { files: entries.length, columns: bench.sorted.columns.length }));
    renderQuestions(this.context, hook(this.#panel, "questions-section"));
    this.#renderRefused();
    this.#renderFiles();
  }

  /** Nothing of the files stays in the page: in anonymous display it would tell who they are of. */
  #empty(): void {
    for (const name of ["questions", "refused", "read-rows"]) hook(this.#panel, name).replaceChildren();
    for (const name of ["check-lead", "sizes-said"]) setText(hook(this.#panel, name), "");
    hook<HTMLTextAreaElement>(this.#panel, "sizes").value = "";
    show(hook(this.#panel, "open-only"), false);
  }

  #renderRefused(): void {
    const { bench, words } = this.context;
    const { refused } = bench.desk;
    show(hook(this.#panel, "refused-section"), refused.length > 0);
    hook(this.#panel, "refused").replaceChildren(...refused.map(({ file, what, todo }) => {
      const piece = words.piece("refused");
      setText(hook(piece, "file"), file);
      setText(hook(piece, "why"), `${what}${todo}`);
      return piece;
    }));
  }

  #renderFiles(): void {
    const { bench, words } = this.context;
    const { entries } = bench.desk;
    if (this.#from >= entries.length) this.#from = 0;
    const to = Math.min(entries.length, this.#from + PAGE);
    hook(this.#panel, "read-rows").replaceChildren(...entries.slice(this.#from, to).map((entry) => this.#row(entry)));
    show(hook(this.#panel, "file-pager"), entries.length > PAGE);
    setText(hook(this.#panel, "file-place"), words.say("file.place", { total: entries.length, from: this.#from + 1, to }));
    hook<HTMLButtonElement>(this.#panel, "file-page", "-1").disabled = this.#from === 0;
    hook<HTMLButtonElement>(this.#panel, "file-page", "1").disabled = to === entries.length;
  }

  #row(entry: Entry): HTMLElement {
    const { words, bench } = this.context;
    const { subject, date, answers } = entry.record;
    const row = words.piece("file-row");
    const cells: Readonly<Record<string, string>> = {
      file: entry.file,
      council: subject.prefecture + subject.name || words.say("noname"),
      version: entry.version,
      date: date ? formatDate(date) : words.say("ask.nodate"),
      answers: String(Object.values(answers).filter((answer) => answer.state !== undefined).length),
      use: stateOf(this.context, bench.sorted, entry),
      doubts: entry.doubts.join(""),
    };
    for (const [name, text] of Object.entries(cells)) setText(hook(row, name), text);
    const remove = hook(row, "remove");
    remove.setAttribute("data-js-remove", entry.id);
    remove.setAttribute("aria-label", `${remove.textContent}：${entry.file}`);
    return row;
  }

  #onClick(event: MouseEvent): void {
    const { bench, words, announce } = this.context;
    const remove = closestHook(event.target, "remove");
    if (remove) {
      const gone = bench.desk.entries.find((entry) => entry.id === valueOf(remove, "remove"));
      bench.change((desk) => ({ ...desk, entries: desk.entries.filter((entry) => entry !== gone) }));
      announce(words.say("removed", { file: gone?.file ?? "" }));
      hook(this.#panel, "panel-title").focus();
    }
    const page = closestHook(event.target, "file-page");
    if (page) {
      this.#from = Math.max(0, this.#from + Number(valueOf(page, "file-page")) * PAGE);
      this.#renderFiles();
    }
    if (closestHook(event.target, "all-newest")) this.#answerAll((entries) => newest(entries)?.id ?? "apart");
    if (closestHook(event.target, "all-apart")) this.#answerAll(() => "apart");
  }

  #answerAll(choice: (entries: readonly Entry[]) => string): void {
    const { bench } = this.context;
    const chosen = Object.fromEntries(bench.sorted.open.map(({ key, entries }) => [key, choice(entries)]));
    bench.change((desk) => ({ ...desk, choices: { ...desk.choices, ...chosen } }));
    hook(this.#panel, "panel-title").focus();
  }

  #readSizes(): void {
    const { bench, words } = this.context;
    const text = hook<HTMLTextAreaElement>(this.#panel, "sizes").value;
    const { sizes, missing } = readSizes(text, bench.sorted.columns);
    bench.change((desk) => ({ ...desk, sizes: { ...desk.sizes, ...sizes } }));
    const lines = [words.say("sizes.said", { count: Object.keys(sizes).length })];
    if (missing.length > 0) lines.push(words.say("sizes.missing", { names: missing.join("、") }));
    setText(hook(this.#panel, "sizes-said"), lines.join(""));
  }
}
