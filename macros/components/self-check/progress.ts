/** The domains with what has been answered in each: a sign of activity, not a grade. */

import { score } from "../../client/scoring";
import type { Distribution } from "../../client/scoring";
import type { ResultFile } from "../../client/types";
import type { Context } from "./context";
import { hook, hooks, setText, valueOf } from "./dom";

export class Progress {
  #counts: ReadonlyMap<string, Distribution> = new Map();
  #now: string | null = null;
  readonly #fold: HTMLDetailsElement;
  readonly #wide = window.matchMedia("(min-width: 60em)");

  constructor(private readonly context: Context, turnTo: (domainId: string) => void) {
    const { root, signal } = context;
    this.#fold = hook<HTMLDetailsElement>(root, "domain-fold");
    for (const link of hooks(root, "domain-link")) {
      const onClick = (event: Event) => {
        event.preventDefault();
        if (!this.#wide.matches) this.#fold.open = false;
        turnTo(valueOf(link, "domain-link"));
      };
      link.addEventListener("click", onClick, { signal });
    }
    this.#wide.addEventListener("change", () => this.#followWidth(), { signal });
    this.#followWidth();
  }

  /** On wide screens the lists stand open beside and above the sheet; on phones they fold. */
  #followWidth(): void {
    this.#fold.open = this.#wide.matches;
    hook<HTMLDetailsElement>(this.context.root, "tools-fold").open = this.#wide.matches;
  }

  update(record: ResultFile): void {
    const { root, checklist, words } = this.context;
    const { domains, overall } = score(record, checklist);
    this.#counts = new Map(domains.map((domain) => [domain.id, domain]));
    for (const { id, handled, total } of domains) {
      const link = hook(root, "domain-link", id);
      const key = handled === total ? "progress.domain.full" : "progress.domain";
      setText(hook(link, "count"), words.say(key, { handled, total }));
      setText(hook(link, "count-spoken"), words.say("progress.domain.spoken", { handled, total }));
    }
    this.#tellNow();
    setText(hook(root, "total"), words.say("progress", { handled: overall.handled, total: overall.total }));
  }

  /** The domain that is shown, or none where a filter mixes them. */
  mark(domainId: string | null): void {
    const { root, checklist, words } = this.context;
    for (const link of hooks(root, "domain-link")) {
      if (valueOf(link, "domain-link") === domainId) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    this.#now = domainId;
    const now = checklist.domains.find((domain) => domain.id === domainId);
    setText(hook(root, "domain-now"), now?.title ?? words.say("domain.mixed"));
    this.#tellNow();
  }

  /** On phones the list is folded away: its heading says how far the domain is. */
  #tellNow(): void {
    const { root, words } = this.context;
    const counts = this.#now === null ? undefined : this.#counts.get(this.#now);
    const values = { handled: counts?.handled ?? 0, total: counts?.total ?? 0 };
    setText(hook(root, "domain-now-count"), counts ? words.say("progress.domain", values) : "");
  }

  announce(domainId: string): void {
    const { words, announce, checklist } = this.context;
    const counts = this.#counts.get(domainId);
    const title = checklist.domains.find((domain) => domain.id === domainId)?.title ?? "";
    if (counts) announce(words.say("live.domain", { title, handled: counts.handled, total: counts.total }));
  }
}
