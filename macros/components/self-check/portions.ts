/** A long list is shown in portions: two hundred items at once are slow to find one's way in, and slow to draw. */

import type { Context } from "./context";
import { hook, hooks, setText, show } from "./dom";

/** So many items are shown at once. */
const WHOLE = 60;
/** Of longer lists, so many. */
const SIZE = 25;

export class Portions {
  #from = 0;
  #length = 0;

  /** `onTurn`: after somebody asked for another portion. */
  constructor(private readonly context: Context, onTurn: () => void) {
    const { root, signal } = context;
    const turn = (by: number) => () => {
      this.turnTo(this.#from + by);
      onTurn();
      const place = hook(root, "portion-now");
      place.focus({ preventScroll: true });
      place.scrollIntoView({ block: "start" });
    };
    for (const button of hooks(root, "portion-back")) button.addEventListener("click", turn(-SIZE), { signal });
    for (const button of hooks(root, "portion-next")) button.addEventListener("click", turn(SIZE), { signal });
  }

  get isLast(): boolean {
    return this.#size >= this.#length - this.#from;
  }

  /** To the portion that holds the entry at `index` of the list. */
  turnTo(index: number): void {
    this.#from = Math.max(0, index - (index % SIZE));
  }

  /** What is shown of `list`; the bars above and below say which part it is. */
  of<T>(list: readonly T[]): readonly T[] {
    this.#length = list.length;
    if (list.length <= WHOLE || this.#from >= list.length) this.#from = 0;
    const part = list.slice(this.#from, this.#from + this.#size);
    this.#tell(this.#from + part.length);
    return part;
  }

  get #size(): number {
    return this.#length <= WHOLE ? WHOLE : SIZE;
  }

  #tell(to: number): void {
    const { root, words } = this.context;
    for (const bar of hooks(root, "portion")) show(bar, this.#length > WHOLE);
    for (const place of hooks(root, "portion-now")) setText(place, words.say("portion", { from: this.#from + 1, to, total: this.#length }));
    for (const button of hooks(root, "portion-back")) show(button, this.#from > 0);
    for (const button of hooks(root, "portion-next")) show(button, !this.isLast);
  }
}
