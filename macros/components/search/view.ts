/** What the panel of the search box shows: suggestions, kinds, results, and a kind word where there are none. */

import type { Engine, Found, Result } from "../../client/search/engine";
import { marked, snippet, wanted, type Piece } from "../../client/search/snippet";
import type { Suggest } from "../../client/search/suggest";
import type { Search } from "./load";
import { setSlash, slashOpens } from "./slash";

const FIRST = 10;
const MORE = 20;
const SNIPPET = 110;
const ANSWER = 220;
const QUIET_MS = 500;
const LONGEST_SAID = 40;

export class View implements Search {
  private kind: number | null = null;
  private words = "";
  private shown = FIRST;
  private announcing = 0;

  constructor(private readonly root: HTMLElement, private readonly engine: Engine, private readonly suggest: Suggest) {
    const slash = root.querySelector<HTMLInputElement>("[data-js-search-slash]");
    if (slash) {
      slash.checked = slashOpens();
      slash.addEventListener("change", () => setSlash(slash.checked));
    }
    this.part("kinds").addEventListener("click", ({ target }) => this.choose(target));
    this.part("more").addEventListener("click", () => this.showMore());
  }

  show(words: string): void {
    const typed = words.trim();
    if (typed !== this.words) {
      this.kind = null;
      this.shown = FIRST;
    }
    this.words = typed;
    this.root.classList.toggle("search--typed", words !== "");
    this.part("start").hidden = typed !== "";
    this.chips("suggestions", typed ? this.suggest.beginning(typed) : []);
    this.render();
  }

  private render(): void {
    const found = this.words ? this.engine.search(this.words) : null;
    const hits = found?.hits ?? [];
    if (this.kind !== null && !hits.some(({ of }) => of.kind === this.kind)) this.kind = null;
    const chosen = this.kind === null ? hits : hits.filter(({ of }) => of.kind === this.kind);
    this.part("results").replaceChildren(...(found ? chosen.slice(0, this.shown).map((hit) => this.item(hit, found)) : []));
    this.kinds(hits);
    const left = chosen.length - this.shown;
    this.part("more").hidden = left <= 0;
    this.part("more").textContent = this.text("more", { n: String(Math.min(left, MORE)) });
    this.part("none").hidden = !found || hits.length > 0;
    if (found && !hits.length) this.chips("near", this.suggest.near(this.words));
    this.count(found, chosen.length);
  }

  /** Say how many there are: at once to the eye, after a pause to the ear. */
  private count(found: Found | null, number: number): void {
    const state = !found ? "idle" : number === 0 ? "nothing" : found.vague ? "vague" : found.answer ? "answered" : "some";
    const said = [...this.words].slice(0, LONGEST_SAID).join("");
    const text = this.text(state, { n: String(number), q: said.length < this.words.length ? `${said}…` : said });
    this.part("count").textContent = text;
    clearTimeout(this.announcing);
    this.announcing = window.setTimeout(() => (this.part("said").textContent = found ? text : ""), QUIET_MS);
  }

  private item(hit: Result, found: Found): HTMLElement {
    const answer = hit === found.answer;
    const item = this.clone(answer ? "answer" : "hit");
    const link = item.querySelector<HTMLAnchorElement>("a");
    if (link) link.href = `${this.root.dataset["jsRoot"] ?? ""}${hit.of.url}`;
    const pairs = wanted(found.query);
    const [name = "", label = ""] = this.engine.library.kinds[hit.of.kind] ?? [];
    fill(item, "kind", [plain(label)]);
    fill(item, "kind-said", [plain(`（${label}）`)]);
    fill(item, "place", [plain(hit.of.place)]);
    fill(item, "title", marked(hit.of.title, pairs));
    fill(item, "text", snippet(hit.of.text, pairs, answer ? ANSWER : SNIPPET));
    item.dataset["kind"] = name;
    return item;
  }

  private kinds(hits: readonly Result[]): void {
    const counts = new Map<number, number>();
    for (const { of } of hits) counts.set(of.kind, (counts.get(of.kind) ?? 0) + 1);
    const choices: [number | null, string, number][] = [[null, this.text("all", {}), hits.length]];
    this.engine.library.kinds.forEach(([, label], kind) => {
      const count = counts.get(kind);
      if (count) choices.push([kind, label, count]);
    });
    this.part("kinds").hidden = counts.size < 2;
    this.part("kinds").replaceChildren(...choices.map(([kind, label, count]) => {
      const button = this.clone("kind-choice");
      button.dataset["kind"] = kind === null ? "" : String(kind);
      button.setAttribute("aria-pressed", String(kind === this.kind));
      fill(button, "label", [plain(label)]);
      fill(button, "number", [plain(String(count))]);
      return button;
    }));
  }

  private choose(target: EventTarget | null): void {
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-kind]") : null;
    if (!button) return;
    this.kind = button.dataset["kind"] ? Number(button.dataset["kind"]) : null;
    this.shown = FIRST;
    const place = [...this.part("kinds").children].indexOf(button);
    this.render();
    // The buttons are new ones: the focus goes on where it was.
    (this.part("kinds").children[place] as HTMLElement | undefined)?.focus();
  }

  private showMore(): void {
    const before = this.part("results").children.length;
    this.shown += MORE;
    this.render();
    this.part("results").children[before]?.querySelector("a")?.focus();
  }

  private chips(name: string, words: readonly string[]): void {
    this.part(name).hidden = words.length === 0;
    this.part(name).querySelector("ul")?.replaceChildren(...words.map((word) => {
      const item = this.clone("chip");
      const button = item.querySelector("button");
      if (button) {
        button.dataset["jsSearchWords"] = word;
        button.textContent = word;
      }
      return item;
    }));
  }

  private part(name: string): HTMLElement {
    const part = this.root.querySelector<HTMLElement>(`[data-js-search-${name}]`);
    if (!part) throw new Error(`the search box has no ${name}`);
    return part;
  }

  private clone(name: string): HTMLElement {
    const template = this.root.querySelector<HTMLTemplateElement>(`template[data-js-search-new=${name}]`);
    return template?.content.firstElementChild?.cloneNode(true) as HTMLElement;
  }

  /** A sentence of the box (data-… of the count) with its blanks filled. */
  private text(name: string, values: Readonly<Record<string, string>>): string {
    return (this.part("count").dataset[name] ?? "").replace(/\{(\w)\}/g, (blank, key: string) => values[key] ?? blank);
  }
}

function plain(text: string): Piece {
  return { text, marked: false };
}

function fill(item: HTMLElement, name: string, pieces: readonly Piece[]): void {
  const part = item.querySelector(`[data-js-search-${name}]`);
  part?.replaceChildren(...pieces.map(({ text, marked: on }) => {
    if (!on) return text;
    const mark = document.createElement("mark");
    mark.textContent = text;
    return mark;
  }));
}
