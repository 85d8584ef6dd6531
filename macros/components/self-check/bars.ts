/** Bars above the work: what happened to the storage, and what can be done about it. */

import type { Context } from "./context";
import { closestHook, hook, valueOf } from "./dom";
import type { SaveState } from "./session";

export interface BarDeeds {
  /** A file of everything, at once. */
  readonly backup: () => void;
  readonly fork: () => void;
  readonly keep: () => void;
  readonly toStart: () => void;
}

export class Bars {
  readonly #box: HTMLElement;
  /** The bar about saving: there is never more than one. */
  #saving: { readonly name: string; readonly element: HTMLElement } | null = null;

  constructor(private readonly context: Context, private readonly deeds: BarDeeds) {
    const { root, session, signal } = context;
    this.#box = hook(root, "bars");
    session.onState((state) => this.#showSaving(barOf(state)));
    this.#box.addEventListener("click", (event) => this.#act(event), { signal });
  }

  /** Shows a bar that stays until it is dismissed or the record is closed. */
  tell(name: string, lines: readonly string[] = []): void {
    const bar = this.context.words.bar(name);
    const list = bar.querySelector("[data-js-bar-list]");
    list?.replaceChildren(...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })));
    this.#box.append(bar);
  }

  /** Takes away what concerned the record that was open. */
  clear(): void {
    this.#box.replaceChildren(...(this.#saving ? [this.#saving.element] : []));
  }

  #showSaving(name: string | null): void {
    if (this.#saving?.name === name || (!this.#saving && !name)) return;
    this.#saving?.element.remove();
    this.#saving = name ? { name, element: this.context.words.bar(name) } : null;
    if (this.#saving) this.#box.prepend(this.#saving.element);
  }

  #act(event: Event): void {
    const button = closestHook(event.target, "act");
    if (!button) return;
    const { session } = this.context;
    const acts: Readonly<Record<string, () => void>> = {
      ...this.deeds,
      retry: () => session.retry(),
      adopt: () => session.adopt(),
      overwrite: () => session.overwrite(),
      discard: () => {
        session.discard();
        this.deeds.toStart();
      },
      dismiss: () => button.closest(".sc-bar")?.remove(),
    };
    acts[valueOf(button, "act")]?.();
    if (!button.isConnected) this.#afterwards();
  }

  /** The pressed button is gone with its bar: the keyboard goes on at the heading of the view. */
  #afterwards(): void {
    const view = this.context.root.querySelector<HTMLElement>("[data-js-view]:not([hidden]) [data-js-view-title]");
    view?.focus();
  }
}

function barOf(state: SaveState): string | null {
  if (state.kind === "failed") return state.why;
  if (state.kind === "waiting") return state.theirs ? "conflict" : "removed";
  return state.kind === "memory" ? "memory" : null;
}
