/** The numbers that people call items by (3-2). They are for the eye: files know items by id. */

import type { ChecklistData, ChecklistItem } from "../../client/types";

export class Numbers {
  readonly items: readonly ChecklistItem[];
  readonly #numbers: ReadonlyMap<string, string>;
  readonly #texts: ReadonlyMap<string, string>;

  constructor({ domains }: ChecklistData) {
    this.items = domains.flatMap((domain) => domain.items);
    const pairs = domains.flatMap((domain, at) => {
      return domain.items.map((item, index) => [item.id, `${at + 1}-${index + 1}`] as const);
    });
    this.#numbers = new Map(pairs);
    this.#texts = new Map(this.items.map((item) => [item.id, item.text]));
  }

  /** 3-2; the id itself for an item that this version does not ask. */
  of(itemId: string): string {
    return this.#numbers.get(itemId) ?? itemId;
  }

  /** Whether this version asks the item. */
  has(itemId: string): boolean {
    return this.#numbers.has(itemId);
  }

  text(itemId: string): string {
    return this.#texts.get(itemId) ?? "";
  }
}
