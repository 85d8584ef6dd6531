/** The sheet: one domain at a time (or the items of a filter), each item saved as it is answered. */

import { choose, current, onChange } from "../settings/keep";
import { Cards } from "./cards";
import type { Context, View } from "./context";
import { afterFrame, checkedValue, closestHook, hook, hooks, setText, show, valueOf } from "./dom";
import { matches } from "./filter";
import type { FilterName } from "./filter";
import type { ItemCard } from "./item-card";
import { onAnswerKey } from "./keys";
import type { KeyDeeds } from "./keys";
import { Portions } from "./portions";
import { Progress } from "./progress";

export class AnswerView implements View {
  readonly #cards: Cards;
  readonly #filters: readonly HTMLInputElement[];
  readonly #progress: Progress;
  #domainId: string;
  #filter: FilterName = "all";
  /** All of the domain or the filter; a portion of it is shown. */
  #list: readonly ItemCard[] = [];
  #current: ItemCard | null = null;
  readonly #portions: Portions;

  constructor(private readonly context: Context) {
    const { root, checklist } = context;
    this.#filters = hooks<HTMLInputElement>(root, "filter");
    this.#progress = new Progress(context, (domainId) => this.#turnTo(domainId));
    this.#portions = new Portions(context, () => this.#showPortion());
    this.#domainId = checklist.domains[0]?.id ?? "";
    this.#listen();
    this.#cards = new Cards(context, (record) => this.#progress.update(record));
  }

  show(itemId?: string): void {
    this.#cards.make();
    const card = itemId === undefined ? undefined : this.#cards.get(itemId);
    if (card) this.#domainId = card.domainId;
    if (card || !this.context.session.isOpen) this.#setFilter("all");
    else this.#applyFilter();
    if (card) this.#enter(card);
  }

  #listen(): void {
    const { root, signal, session } = this.context;
    const sheet = hook(root, "sheet");
    sheet.addEventListener("change", (event) => this.#onChoose(event), { signal });
    sheet.addEventListener("input", (event) => this.#onType(event), { signal });
    sheet.addEventListener("click", (event) => this.#onClick(event), { signal });
    sheet.addEventListener("focusin", (event) => this.#markSoon(this.#cards.at(event.target)), { signal });
    sheet.addEventListener("focusout", () => session.flush(), { signal });
    const deeds: KeyDeeds = {
      move: (card, by) => this.#move(card, by),
      leave: () => root.querySelector<HTMLElement>(".sc-tab[aria-current]")?.focus(),
    };
    sheet.addEventListener("keydown", (event) => onAnswerKey(event, this.#cards.at(event.target), deeds), { signal });
    for (const radio of this.#filters) {
      radio.addEventListener("change", () => this.#setFilter(checkedValue(this.#filters) as FilterName), { signal });
    }
    hook(root, "filter-again").addEventListener("click", () => this.#setFilter(this.#filter, true), { signal });
    const easy = hook<HTMLInputElement>(root, "easy");
    const followEasy = () => { easy.checked = current().easy === "on"; };
    easy.addEventListener("change", () => choose("easy", easy.checked ? "on" : "off"), { signal });
    onChange(followEasy, signal);
    followEasy();
  }

  #onChoose(event: Event): void {
    const card = this.#cards.at(event.target);
    if (!card || !(event.target instanceof HTMLInputElement)) return;
    const radio = event.target;
    this.context.session.change((record) => card.choose(record, radio));
    afterFrame(() => {
      const { session } = this.context;
      if (session.isOpen) card.openForLevel(session.record.answers[card.id] ?? {});
    });
  }

  #onType(event: Event): void {
    const card = this.#cards.at(event.target);
    if (!card || !(event.target instanceof HTMLTextAreaElement)) return;
    const field = event.target;
    this.context.session.change((record) => card.write(record, field), "soon");
  }

  #onClick(event: Event): void {
    const card = this.#cards.at(event.target);
    this.#markSoon(card);
    if (card && closestHook(event.target, "clear")) {
      this.context.session.change((record) => card.clear(record));
      afterFrame(() => card.focus()); // on what is chosen then
    }
    const turn = closestHook(event.target, "domain-turn");
    if (!turn) return;
    event.preventDefault();
    this.#turnTo(valueOf(turn, "domain-turn"));
  }

  /** A domain by itself, from its heading. */
  #turnTo(domainId: string): void {
    this.#domainId = domainId;
    this.#portions.turnTo(0);
    this.#setFilter("all");
    const title = hook(hook(this.context.root, "domain", domainId), "domain-title");
    title.focus({ preventScroll: true });
    title.scrollIntoView({ block: "start" });
    this.#progress.announce(domainId);
  }

  #setFilter(filter: FilterName, again = false): void {
    const changed = again || filter !== this.#filter;
    this.#filter = filter;
    if (changed) this.#portions.turnTo(0);
    for (const radio of this.#filters) radio.checked = radio.value === filter;
    this.#applyFilter();
    if (changed && filter !== "all") this.context.announce(this.context.words.say("live.filter", { count: this.#list.length }));
  }

  /** The list is made once: an item does not vanish under the hand that has just answered it. */
  #applyFilter(): void {
    const { root, session, checklist, words } = this.context;
    const all = this.#filter === "all";
    const record = session.isOpen ? session.record : null;
    this.#list = this.#cards.order.filter((card) => {
      return all ? card.domainId === this.#domainId : matches(record, checklist, card.id, this.#filter);
    });
    show(hook(root, "filter-end"), !all && this.#list.length > 0);
    const empty = hook(root, "filter-empty");
    show(empty, this.#list.length === 0);
    if (this.#list.length === 0 && !all) setText(empty, words.say(`filter.none.${this.#filter}`));
    this.#progress.mark(all ? this.#domainId : null);
    this.#showPortion();
  }

  #showPortion(): void {
    const { root } = this.context;
    const shown = new Set(this.#portions.of(this.#list));
    const domains = new Set([...shown].map((card) => card.domainId));
    for (const card of this.#cards.order) show(card.element, shown.has(card));
    for (const section of hooks(root, "domain")) show(section, domains.has(valueOf(section, "domain")));
    for (const turn of hooks(root, "turn")) show(turn, this.#filter === "all" && this.#portions.isLast);
    // A caret left in what is hidden now: the browser would look for it through all that is hidden, at each press of the mouse.
    getSelection()?.removeAllRanges();
    this.#markCurrent([...shown][0] ?? null);
  }

  /** The help of the item where one is comes up at the right. */
  #markSoon(card: ItemCard | null): void {
    if (card && card !== this.#current) afterFrame(() => this.#markCurrent(card));
  }

  #markCurrent(card: ItemCard | null): void {
    if (!card || card === this.#current) return;
    this.#current?.element.classList.remove("is-current");
    card.element.classList.add("is-current");
    this.#current = card;
  }

  #move(card: ItemCard, by: 1 | -1): void {
    const list = this.#filter === "all" ? this.#cards.order : this.#list;
    const next = list[list.indexOf(card) + by];
    if (next) this.#enter(next);
    else if (by > 0) this.#toResultLink();
  }

  #toResultLink(): void {
    this.context.root.querySelector<HTMLElement>('[data-js-view="answer"] .sc-turn:not([hidden]) [data-js-go]')?.focus();
  }

  #enter(card: ItemCard): void {
    const turned = this.#filter === "all" && card.domainId !== this.#domainId;
    if (turned) this.#domainId = card.domainId;
    if (turned) this.#applyFilter();
    this.#portions.turnTo(this.#list.indexOf(card));
    if (card.element.hidden) this.#showPortion();
    this.#markCurrent(card);
    card.focus();
    // A new domain shows its heading too.
    if (turned && this.#cards.order.find((one) => one.domainId === card.domainId) === card) {
      hook(hook(this.context.root, "domain", card.domainId), "domain-title").scrollIntoView({ block: "start" });
    }
  }
}
