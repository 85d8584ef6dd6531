/** The domains with what has been answered in each: a sign of activity, not a grade. */

import { score } from "../../client/scoring";
import type { Distribution } from "../../client/scoring";
import type { ResultFile } from "../../client/types";
import type { Context } from "./context";
import { hook, hooks, setText, valueOf } from "./dom";

export class Progress {
  #counts: ReadonlyMap<string, Distribution> = new Map();
  readonly #fold: HTMLDetailsElement;

  constructor(private readonly context: Context, turnTo: (domainId: string) => void) {
    const { root, signal } = context;
    this.#fold = hook<HTMLDetailsElement>(root, "domain-fold");
    for (const link of hooks(root, "domain-link")) {
      const onClick = (event: Event) => {
        event.preventDefault();
        if (!this.#isWide()) this.#fold.open = false;
        turnTo(valueOf(link, "domain-link"));
      };
      link.addEventListener("click", onClick, { signal });
    }
    const wide = window.matchMedia("(min-width: 60em)");
    wide.addEventListener("change", () => (this.#fold.open = wide.matches), { signal });
    this.#fold.open = wide.matches;
  }

  update(record: ResultFile): void {
    const { root, checklist, words } = this.context;
    const { domains, overall } = score(record, checklist);
    this.#counts = new Map(domains.map((domain) => [domain.id, domain]));
    for (const { id, handled, total } of domains) {
      const link = hook(root, "domain-link", id);
      setText(hook(link, "count"), words.say(handled === total ? "progress.domain.full" : "progress.domain", { handled, total }));
      setText(hook(link, "count-spoken"), words.say("progress.domain.spoken", { handled, total }));
    }
    setText(hook(root, "total"), words.say("progress", { handled: overall.handled, total: overall.total }));
  }

  /** The domain that is shown, or none where a filter mixes them. */
  mark(domainId: string | null): void {
    const { root, checklist } = this.context;
    for (const link of hooks(root, "domain-link")) {
      if (valueOf(link, "domain-link") === domainId) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    setText(hook(root, "domain-now"), checklist.domains.find((domain) => domain.id === domainId)?.title ?? "");
  }

  announce(domainId: string): void {
    const { words, announce, checklist } = this.context;
    const counts = this.#counts.get(domainId);
    const title = checklist.domains.find((domain) => domain.id === domainId)?.title ?? "";
    if (counts) announce(words.say("live.domain", { title, handled: counts.handled, total: counts.total }));
  }

  #isWide(): boolean {
    return window.matchMedia("(min-width: 60em)").matches;
  }
}
