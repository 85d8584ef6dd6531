/** Step 3 年どうし: what rose, fell or stayed from date to date, in words, and counted by domain. No score. */

import { cellWord, columnTitle } from "../../client/compare/tables";
import { compareYears, countChanges } from "../../client/compare/years";
import type { ChangeCounts, Column, ItemYears } from "../../client/compare/years";
import type { Basis } from "../../client/scoring";
import { checkedValue, hook, hooks, setText, show } from "../self-check/dom";
import type { Context, Panel } from "./context";

const MOVED: readonly string[] = ["rose", "fell", "new", "open", "other"];

export class YearsView implements Panel {
  readonly #changes: readonly HTMLInputElement[];
  readonly #bases: readonly HTMLInputElement[];
  readonly #from: HTMLSelectElement;
  readonly #to: HTMLSelectElement;
  #basisChosen = false;

  constructor(private readonly context: Context) {
    const { root } = context;
    this.#changes = hooks<HTMLInputElement>(root, "change");
    this.#bases = hooks<HTMLInputElement>(root, "basis");
    this.#from = hook<HTMLSelectElement>(root, "from");
    this.#to = hook<HTMLSelectElement>(root, "to");
    for (const radio of this.#bases) radio.addEventListener("change", () => (this.#basisChosen = true));
    for (const field of [...this.#changes, ...this.#bases, this.#from, this.#to]) field.addEventListener("change", () => this.#renderList());
  }

  render(): void {
    const { root, state } = this.context;
    const columns = state.columns();
    const anyAgreed = columns.some(({ record }) => Object.keys(record.agreed).length > 0);
    show(hook(root, "basis-set"), anyAgreed);
    if (!this.#basisChosen || !anyAgreed) for (const radio of this.#bases) radio.checked = radio.value === (anyAgreed ? "agreed" : "own");
    this.#fill(this.#from, columns, columns.at(-2));
    this.#fill(this.#to, columns, columns.at(-1));
    this.#renderList();
  }

  get basis(): Basis {
    return checkedValue(this.#bases) === "agreed" ? "agreed" : "own";
  }

  /** The dates between the two that are compared, both among them. */
  columns(): readonly Column[] {
    const columns = this.context.state.columns();
    const at = (select: HTMLSelectElement) => columns.findIndex(({ id }) => id === select.value);
    const [first, last] = [at(this.#from), at(this.#to)].sort((a, b) => a - b);
    return first === undefined || last === undefined || first < 0 ? columns : columns.slice(first, last + 1);
  }

  /** Keeps what was chosen, as long as it is there. */
  #fill(select: HTMLSelectElement, columns: readonly Column[], otherwise: Column | undefined): void {
    const before = select.value;
    select.replaceChildren(...columns.map((column) => new Option(this.title(column), column.id)));
    select.value = columns.some(({ id }) => id === before) ? before : (otherwise?.id ?? "");
  }

  /** Two records of one day are told apart by who answered, unless that is hidden. */
  title(column: Column): string {
    const { state } = this.context;
    const title = columnTitle(column);
    const alike = state.columns().filter((other) => columnTitle(other) === title).length > 1;
    return alike && !state.hidden ? `${title}　${column.record.respondent.label}` : title;
  }

  #renderList(): void {
    const { root, state, words } = this.context;
    const columns = this.columns();
    setText(hook(root, "who"), words.say("who.years", { names: columns.map((column) => this.title(column)).join("、") }));
    const items = columns.length < 2 ? [] : compareYears(columns, state.checklist, this.basis);
    hook(root, "year-table").replaceChildren(...this.#tableRows(items));
    const wanted = checkedValue(this.#changes);
    const shown = items.filter(({ change }) => wanted === "all" || (wanted === "moved" ? MOVED.includes(change) : change === wanted));
    hook(root, "year-list").replaceChildren(...shown.map((item) => this.#row(item, columns)));
    show(hook(root, "year-none"), shown.length === 0);
  }

  #tableRows(items: readonly ItemYears[]): readonly HTMLElement[] {
    const { state, words } = this.context;
    const rows = state.checklist.domains.map((domain, at) => {
      return tableRow(`${at + 1} ${domain.title}`, countChanges(items.filter((item) => item.domain === domain)));
    });
    const total = tableRow(words.say("overall"), countChanges(items));
    total.classList.add("table__total");
    return [...rows, total];
  }

  #row({ item, domain, cells, steps, change }: ItemYears, columns: readonly Column[]): HTMLElement {
    const { words, numbers } = this.context;
    const piece = words.piece("year-row");
    piece.dataset["item"] = item.id;
    setText(hook(piece, "title"), words.say("item.label", { number: numbers().of(item.id), text: item.text }));
    setText(hook(piece, "spread"), words.say(`change.${change}`));
    setText(hook(piece, "domain-name"), domain.title);
    const years = cells.map((cell, at) => {
      const year = words.piece("year-cell");
      const step = steps[at - 1];
      show(hook(year, "step-word"), step !== undefined);
      setText(hook(year, "step-word"), step === undefined ? "" : words.say(`change.${step}`));
      const column = columns[at];
      setText(hook(year, "title"), column ? this.title(column) : "");
      const mark = hook(year, "mark");
      setText(mark, cellWord(cell));
      mark.classList.add(cell.kind === "answered" ? `sc-mark--${(cell.rank % 4) + 1}` : "sc-mark--none");
      return year;
    });
    hook(piece, "strip").replaceChildren(...years);
    return piece;
  }
}

function tableRow(title: string, counts: ChangeCounts): HTMLElement {
  const row = document.createElement("tr");
  const head = Object.assign(document.createElement("th"), { scope: "row", textContent: title });
  const rest = counts.open + counts.other + counts.not_asked + counts.none;
  const cells = [counts.rose, counts.fell, counts.same, counts.new, rest].map((count) => {
    return Object.assign(document.createElement("td"), { className: "table__number", textContent: String(count) });
  });
  row.append(head, ...cells);
  return row;
}
