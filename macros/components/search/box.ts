/**
 * The search box of the frame: opens, closes, and hands what is typed to the search, which is loaded
 * when the box is first approached (pointer, focus, key), not with every page.
 */

import { loadSearch, type Search } from "./load";
import { slashOpens } from "./slash";

interface Parts {
  readonly root: HTMLElement;
  readonly query: HTMLInputElement;
  readonly panel: HTMLElement;
  readonly status: HTMLElement;
}

/** Wire the search box of the page. */
export function wireSearch(): void {
  const root = document.querySelector<HTMLElement>("[data-js-search]");
  const query = root?.querySelector<HTMLInputElement>("[data-js-search-query]");
  const panel = root?.querySelector<HTMLElement>("[data-js-search-panel]");
  const status = root?.querySelector<HTMLElement>("[data-js-search-count]");
  if (root && query && panel && status) new Box({ root, query, panel, status }).wire();
}

class Box {
  private opener: HTMLElement | null = null;
  private search: Search | null = null;
  private composing = false;

  constructor(private readonly parts: Parts) {}

  wire(): void {
    const { root, query } = this.parts;
    for (const opener of document.querySelectorAll<HTMLElement>("[data-js-open-search]")) {
      opener.addEventListener("click", () => this.open(opener, opener.dataset["jsOpenSearch"] ?? ""));
      opener.addEventListener("pointerenter", () => this.approach());
    }
    root.addEventListener("pointerenter", () => this.approach());
    query.addEventListener("focus", () => this.show());
    query.addEventListener("click", () => this.show());
    query.addEventListener("compositionstart", () => (this.composing = true));
    query.addEventListener("compositionend", () => {
      this.composing = false;
      this.update();
    });
    query.addEventListener("input", () => {
      this.show();
      this.update();
    });
    root.querySelector("[data-js-search-clear]")?.addEventListener("click", () => this.ask(""));
    root.querySelector("[data-js-search-close]")?.addEventListener("click", () => this.close());
    root.addEventListener("keydown", (event) => this.key(event));
    root.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !root.contains(relatedTarget)) this.hide();
    });
    root.addEventListener("click", (event) => this.press(event));
    document.addEventListener("pointerdown", ({ target }) => {
      if (target instanceof Element && !target.closest("[data-js-search], [data-js-open-search]")) this.hide();
    });
    document.addEventListener("keydown", (event) => this.shortcut(event));
    this.openFromAddress();
  }

  private open(opener: HTMLElement | null, words: string): void {
    this.opener = opener;
    this.show();
    this.parts.query.focus();
    this.rise();
    if (words) this.ask(words);
    this.parts.query.select();
  }

  /** Put words into the box and search for them. */
  private ask(words: string): void {
    this.parts.query.value = words;
    this.parts.query.focus();
    this.update();
  }

  private show(): void {
    const { root, panel } = this.parts;
    this.approach();
    root.classList.add("search--open");
    if (!panel.hidden) return;
    panel.hidden = false;
    this.update();
  }

  private hide(): void {
    const { root, panel } = this.parts;
    root.classList.remove("search--open");
    panel.hidden = true;
  }

  private close(): void {
    this.hide();
    if (this.opener?.isConnected) this.opener.focus();
    this.opener = null;
    // On a small screen the box, or the button that closed it, is out of sight now.
    if (!document.activeElement?.getClientRects().length) document.querySelector<HTMLElement>("[data-js-open-search]")?.focus();
    writeAddress("");
  }

  /** Load the search; the next approach tries again where that failed. */
  private approach(): void {
    if (this.search) return;
    const { root, status } = this.parts;
    status.textContent = status.dataset["loading"] ?? "";
    loadSearch(root).then(
      (search) => {
        if (this.search) return;
        this.search = search;
        this.update();
      },
      () => (status.textContent = status.dataset["failed"] ?? ""),
    );
  }

  private update(): void {
    const { panel, query } = this.parts;
    // Words that are still being converted (変換) are not searched.
    if (this.composing || panel.hidden) return;
    if (!this.search) return this.approach();
    this.search.show(query.value);
    this.rise();
  }

  /** In the middle of the start page there may be little room below: the box moves up to show its results. */
  private rise(): void {
    const { root, panel } = this.parts;
    if (root.matches(".search--middle") && panel.getBoundingClientRect().bottom > innerHeight) root.scrollIntoView();
  }

  private press(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : null;
    const words = target?.closest<HTMLElement>("[data-js-search-words]");
    if (words) this.ask(words.dataset["jsSearchWords"] ?? "");
    const link = target?.closest<HTMLAnchorElement>("a[href]");
    if (!link) return;
    // Coming back by the browser's button finds the results again.
    if (link.pathname !== location.pathname) writeAddress(this.parts.query.value);
    else this.hide();
  }

  private key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      this.close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (this.move(event.key === "ArrowDown" ? 1 : -1)) event.preventDefault();
    } else if (event.key === "Enter" && event.target === this.parts.query) {
      event.preventDefault();
      this.parts.panel.querySelector<HTMLElement>("[data-js-search-hit]")?.focus();
    }
  }

  /** Move the focus along the box, the choices and the results. */
  private move(by: 1 | -1): boolean {
    const { query, panel } = this.parts;
    const stops = [query, ...panel.querySelectorAll<HTMLElement>("[data-js-search-stop], [data-js-search-hit]")];
    const current = stops.findIndex((stop) => stop === document.activeElement);
    const next = stops[current + by];
    if (current < 0 || !next) return false;
    next.focus();
    return true;
  }

  private shortcut(event: KeyboardEvent): void {
    if (event.isComposing || event.defaultPrevented || event.altKey) return;
    const control = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && slashOpens() && !isTyping(event.target);
    if (!control && !slash) return;
    event.preventDefault();
    const from = document.activeElement;
    this.open(from instanceof HTMLElement && !this.parts.root.contains(from) ? from : this.opener, "");
  }

  private openFromAddress(): void {
    // Lists have a filter of their own in ?q=.
    const words = ownsAddress() ? null : new URLSearchParams(location.search).get("q");
    if (words?.trim()) this.open(null, words);
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

function ownsAddress(): boolean {
  return document.querySelector("[data-js-filters] [name=q]") !== null;
}

/** Keep the words in the address, so that the results can be linked to and come back to. */
function writeAddress(words: string): void {
  if (ownsAddress()) return;
  const query = new URLSearchParams(location.search);
  if ((query.get("q") ?? "") === words) return;
  if (words) query.set("q", words);
  else query.delete("q");
  const search = query.toString();
  history.replaceState(history.state, "", `${location.pathname}${search ? `?${search}` : ""}${location.hash}`);
}
