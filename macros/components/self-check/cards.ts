/** The items' cards: made when the first record comes up, and shown anew when its answers change. */

import { placedItems } from "../../client/scoring";
import type { ResultFile } from "../../client/types";
import type { Context } from "./context";
import { afterFrame, closestHook, hook, valueOf } from "./dom";
import { isLowLevel } from "./filter";
import { ItemCard } from "./item-card";

export class Cards {
  #order: readonly ItemCard[] = [];
  #byId: ReadonlyMap<string, ItemCard> = new Map();
  /** The answers that the cards show. */
  #shown: ResultFile["answers"] = {};
  /** They are about to be shown anew. */
  #waits = false;

  /** `onShown`: after the answers of a record are shown. */
  constructor(private readonly context: Context, private readonly onShown: (record: ResultFile) => void) {
    context.session.onChange((_, before) => this.#render(before));
  }

  get order(): readonly ItemCard[] {
    return this.#order;
  }

  get(itemId: string): ItemCard | undefined {
    return this.#byId.get(itemId);
  }

  /** The card that `target` stands in. */
  at(target: EventTarget | null): ItemCard | null {
    const element = closestHook(target, "item");
    return (element && this.#byId.get(valueOf(element, "item"))) ?? null;
  }

  /** Who looks at the start needs none of them. */
  make(): void {
    if (this.#order.length > 0) return;
    const { root, checklist } = this.context;
    const low = (level: string) => isLowLevel(checklist, level);
    this.#order = placedItems(checklist).map(({ item, domain }) => new ItemCard(hook(root, "item", item.id), domain.id, low));
    this.#byId = new Map(this.#order.map((card) => [card.id, card]));
    this.#followWidth();
  }

  /** On wide screens the help stands open at the right; elsewhere it unfolds in place. */
  #followWidth(): void {
    const wide = window.matchMedia("(min-width: 76em)");
    const follow = () => {
      for (const card of this.#order) card.help.open = wide.matches;
    };
    wide.addEventListener("change", follow, { signal: this.context.signal });
    follow();
  }

  /** Another record shows at once. What follows from an answer waits for the frame with the answer itself. */
  #render(before: ResultFile | null): void {
    if (before) return this.#renderSoon();
    this.make();
    this.#show(true);
  }

  #renderSoon(): void {
    if (this.#waits) return;
    this.#waits = true;
    afterFrame(() => {
      this.#waits = false;
      if (this.context.session.isOpen) this.#show(false);
    });
  }

  #show(fresh: boolean): void {
    const { record } = this.context.session;
    const { answers } = record;
    if (!fresh && answers === this.#shown) return;
    for (const card of this.#order) {
      if (fresh || answers[card.id] !== this.#shown[card.id]) card.show(answers[card.id] ?? {}, fresh);
    }
    this.#shown = answers;
    this.onShown(record);
  }
}
