/** Step 3: the matrix by pages of councils, and the distributions. */

import type { Filter } from "../../client/aggregate/sight";
import { closestHook, hook, hooks, setText, show, valueOf } from "../self-check/dom";
import { domainRows, itemRows } from "./charts";
import type { Context, Panel } from "./context";
import { fillMatrix, legend } from "./matrix";
import { showFilled } from "./panel";

type FilterName = keyof Filter;

export class LookPanel implements Panel {
  readonly #panel: HTMLElement;
  #from = 0;
  #domainId = "";

  constructor(private readonly context: Context) {
    const { root, signal, bench } = context;
    this.#panel = hook(root, "panel", "look");
    const select = (name: string, value?: string) => hook<HTMLSelectElement>(this.#panel, name, value);
    for (const field of hooks<HTMLSelectElement>(this.#panel, "filter")) {
      const name = valueOf(field, "filter") as FilterName;
      field.addEventListener("change", () => bench.setFilter({ [name]: field.value }), { signal });
    }
    select("checklist").addEventListener("change", () => bench.setChecklist(select("checklist").value), { signal });
    const onDomain = () => {
      this.#domainId = select("domain").value;
      this.render();
    };
    select("domain").addEventListener("change", onDomain, { signal });
    select("page-size").addEventListener("change", () => this.#turn(0), { signal });
    const onPage = (event: Event) => {
      const button = closestHook(event.target, "page");
      if (button) this.#turn(Number(valueOf(button, "page")));
    };
    this.#panel.addEventListener("click", onPage, { signal });
  }

  render(): void {
    const { bench, words } = this.context;
    const { sorted, sight } = bench;
    const filled = sorted.columns.length > 0;
    showFilled(this.#panel, filled);
    if (this.#panel.hidden || !filled) return this.#empty();
    const withheld = sight.columns.filter((column) => column.withheld).length;
    const lead = words.say("look.lead", { columns: sight.columns.length - withheld, items: sight.checklist.domains.reduce((sum, { items }) => sum + items.length, 0) });
    const more = withheld > 0 && !sight.tooFew ? words.say("look.withheld", { count: withheld }) : "";
    setText(hook(this.#panel, "look-lead"), lead + more);
    show(hook(this.#panel, "too-few"), sight.tooFew);
    show(hook(this.#panel, "open-note"), sorted.open.length > 0);
    setText(hook(this.#panel, "open-text"), words.say("look.open", { count: sorted.open.length }));
    this.#renderFilters();
    hook(this.#panel, "legend").replaceChildren(...legend(this.context, sight.checklist));
    this.#renderMatrix();
    hook(this.#panel, "domain-spreads").replaceChildren(...domainRows(this.context, sight));
    hook(this.#panel, "item-spreads").replaceChildren(...itemRows(this.context, sight, this.#domainId));
  }

  #empty(): void {
    for (const name of ["matrix", "domain-spreads", "item-spreads"]) hook(this.#panel, name).replaceChildren();
    for (const field of hooks<HTMLSelectElement>(this.#panel, "filter")) field.replaceChildren();
  }

  /** In anonymous display only the size class is left, and only where it may be shown. */
  #renderFilters(): void {
    const { bench, words } = this.context;
    const { sight, sorted, checklists, checklist } = bench;
    if (!checklist.domains.some(({ id }) => id === this.#domainId)) this.#domainId = "";
    const field = hook<HTMLSelectElement>(this.#panel, "checklist");
    field.replaceChildren(...checklists.map(({ id, title }) => new Option(title, id, false, id === checklist.id)));
    show(hook(this.#panel, "checklist-field"), checklists.length > 1);
    const domains = checklist.domains.map(({ id, title }, at) => new Option(`${at + 1} ${title}`, id, false, id === this.#domainId));
    hook<HTMLSelectElement>(this.#panel, "domain").replaceChildren(new Option(words.say("all"), ""), ...domains);
    const distinct = (texts: readonly string[]) => [...new Set(texts)].filter((text) => text !== "");
    const records = bench.anonymous ? [] : sorted.columns.map((column) => column.entry.record);
    this.#fillFilter("size", sight.sizes, 1);
    this.#fillFilter("prefecture", distinct(records.map(({ subject }) => subject.prefecture)), 2);
    this.#fillFilter("role", distinct(records.map(({ respondent }) => respondent.role)), 2);
  }

  /** A filter with fewer than `fewest` values has nothing to choose. */
  #fillFilter(name: FilterName, values: readonly string[], fewest: number): void {
    const { bench, words } = this.context;
    const chosen = bench.filter[name];
    const field = hook<HTMLSelectElement>(this.#panel, "filter", name);
    field.replaceChildren(new Option(words.say("all"), ""), ...values.map((value) => new Option(value, value, false, value === chosen)));
    show(hook(this.#panel, "filter-field", name), values.length >= fewest);
  }

  get #size(): number {
    return Number(hook<HTMLSelectElement>(this.#panel, "page-size").value) || 25;
  }

  #turn(by: number): void {
    this.#from = by === 0 ? 0 : Math.max(0, this.#from + by * this.#size);
    this.#renderMatrix();
  }

  #renderMatrix(): void {
    const { bench, words } = this.context;
    const { columns } = bench.sight;
    if (this.#from >= columns.length) this.#from = 0;
    const to = Math.min(columns.length, this.#from + this.#size);
    const part = { columns: columns.slice(this.#from, to), domainId: this.#domainId, live: true };
    fillMatrix(this.context, hook(this.#panel, "matrix"), bench.sight, part);
    const from = columns.length === 0 ? 0 : this.#from + 1;
    setText(hook(this.#panel, "matrix-said"), words.say("matrix.said", { total: columns.length, from, to }));
    for (const [value, key, end] of [["-1", "matrix.prev", this.#from === 0], ["1", "matrix.next", to === columns.length]] as const) {
      const button = hook<HTMLButtonElement>(this.#panel, "page", value);
      setText(button, words.say(key, { size: this.#size }));
      button.disabled = end;
    }
  }
}
