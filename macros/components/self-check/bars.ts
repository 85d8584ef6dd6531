/** Bars above the work: what happened to the storage, and what can be done about it. */

import type { Context } from "./context";
import { closestHook, hook, listItem, markPage, setText, show, valueOf } from "./dom";
import type { SaveState } from "./session";

export interface BarDeeds {
  /** A file of everything, at once. */
  readonly backup: () => void;
  /** This page's version as a record of its own. */
  readonly keep: () => void;
  /** From the list back to the record that is still open behind it. */
  readonly back: () => void;
  readonly toStart: () => void;
  /** The sample goes. */
  readonly endSample: () => void;
}

export class Bars {
  readonly #box: HTMLElement;
  #inSight = true;
  /** The bar about saving: there is never more than one. */
  #saving: { readonly name: string; readonly element: HTMLElement } | null = null;

  constructor(private readonly context: Context, private readonly deeds: BarDeeds) {
    const { root, session, signal } = context;
    this.#box = hook(root, "bars");
    const nowhere = session.store.mode === "memory";
    session.onState((state) => this.#showSaving(nowhere && state.kind !== "sample" ? "nowhere" : barOf(state)));
    if (nowhere) this.#showSaving("nowhere");
    this.#box.addEventListener("click", (event) => this.#act(event), { signal });
    hook(root, "trouble-go").addEventListener("click", () => this.#toSaving(), { signal });
    const sight = new IntersectionObserver((entries) => {
      this.#inSight = entries.at(-1)?.isIntersecting ?? false;
      this.#showTrouble();
    });
    sight.observe(this.#box);
    signal.addEventListener("abort", () => sight.disconnect());
  }

  /** Shows a bar that stays until it is dismissed or the record is closed. */
  tell(name: string, lines: readonly string[] = []): void {
    const bar = this.context.words.bar(name);
    const list = bar.querySelector("[data-js-bar-list]");
    list?.replaceChildren(...lines.map(listItem));
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
    this.#showTrouble();
  }

  /** Far down the sheet the bar cannot be seen: a strip at the bottom says the same and leads there. */
  #showTrouble(): void {
    const { root, session, words } = this.context;
    const { kind } = session.state;
    const trouble = kind === "failed" || kind === "waiting";
    const told = trouble && !this.#inSight;
    show(hook(root, "trouble"), told);
    markPage("sc-in-trouble", told);
    if (trouble) setText(hook(root, "trouble-text"), words.say(`status.${kind}`));
  }

  #toSaving(): void {
    this.#box.scrollIntoView({ block: "center" });
    this.#saving?.element.querySelector<HTMLElement>("button:not(.sc-back)")?.focus({ preventScroll: true });
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
        // Gone from the mirror too, or the next start would bring it back.
        session.store.remove(session.id);
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
  return state.kind === "memory" || state.kind === "sample" ? state.kind : null;
}
