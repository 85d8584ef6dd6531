/**
 * Puts <ruby> around the kanji of text nodes.
 *
 * A reading is no text of the page: it stands in an attribute and is drawn by style.css. So it is never
 * copied, searched, read aloud or taken for the words of a button, and scripts that read the page's
 * texts see what they would see without furigana.
 */

import type { Readings } from "../../client/look/readings";

const KANJI = /[㐀-䶿一-鿿豈-﫿々〆ヶ]/;
/** The build leaves out the same (SILENT in macros/furigana/pages.py), and what cannot hold an element. */
const SILENT = "script, style, svg, textarea, select, title, template, noscript, ruby, furi-gana, [contenteditable]";
/** Parts that are laid out when they come into view (style.css): asking for the place of a text in them would do it now. */
const PARTS = ".term, .entry, .law, .section, .function, .meeting, [data-js-filter-entry]";
/** What nobody sees; the browser would lay out a closed fold just to tell where a text in it is. */
const UNSEEN = "details:not([open]) > :not(summary), [hidden]";
/** Milliseconds at one go: short enough that a press in between is answered at once. */
const SLICE_MS = 8;

interface Seen {
  readonly inView: readonly Text[];
  /** Texts, and parts whose texts have not been looked for yet. */
  readonly others: (Text | Element)[];
}

export class Annotator {
  #waiting: Seen["others"] = [];
  /** Texts looked at that have no reading, each with what it said. */
  readonly #bare = new WeakMap<Text, string>();
  /** What is in view and what is not, seen before the page is laid out anew. */
  #seen: Seen | null = null;
  #scheduled = false;
  readonly #observer = new MutationObserver((records) => this.#onChange(records));

  constructor(private readonly readings: Readings) {}

  /** Find out what is in view, before a change that makes the page ask for a new layout. */
  lookAround(): void {
    this.#seen = byNearness(document.body);
  }

  /** Annotate the page and what is added to it, or stop doing so. */
  keepUp(on: boolean): void {
    this.#observer.disconnect();
    this.#waiting = [];
    if (!on) return;
    document.documentElement.dataset["furiganaMade"] = "part"; // "all" once nothing waits
    const { inView, others } = this.#seen ?? byNearness(document.body);
    this.#seen = null;
    for (const text of inView) this.#annotate(text);
    // A frame later: what was skipped while it was out of view (style.css) has found its size by then.
    requestAnimationFrame(() => document.documentElement.classList.remove("awaits-readings"));
    this.#waiting = others;
    this.#later();
    this.#observe();
  }

  /** Annotate all that still waits, now. */
  finish(): void {
    this.#onChange(this.#observer.takeRecords());
    for (const text of this.#waiting.splice(0).flatMap((waiting) => textsIn(waiting))) this.#annotate(text);
    this.#observer.takeRecords();
  }

  #observe(): void {
    this.#observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  }

  /** What a script writes is annotated before it is drawn, or announced by a live region. */
  #onChange(records: readonly MutationRecord[]): void {
    for (const { addedNodes, target, type } of records) {
      const nodes = type === "characterData" ? [target] : [...addedNodes];
      for (const node of nodes.filter((node) => node.isConnected)) {
        for (const text of textsIn(node)) this.#annotate(text);
      }
    }
    this.#observer.takeRecords(); // our own changes
  }

  #work(): void {
    const end = performance.now() + SLICE_MS;
    while (this.#waiting.length > 0 && performance.now() < end) {
      for (const text of textsIn(this.#waiting.shift() as Node)) this.#annotate(text);
    }
    this.#observer.takeRecords();
    this.#later();
  }

  #later(): void {
    if (this.#waiting.length === 0) document.documentElement.dataset["furiganaMade"] = "all";
    if (this.#scheduled || this.#waiting.length === 0) return;
    this.#scheduled = true;
    setTimeout(() => {
      this.#scheduled = false;
      this.#work();
    });
  }

  #annotate(text: Text): void {
    if (!text.isConnected || this.#bare.get(text) === text.data) return;
    const given = text.parentElement?.dataset["yomi"];
    const { data } = text;
    const groups = given ? [{ start: 0, end: data.length, reading: given, term: true }] : this.readings.groups(data);
    if (groups.length === 0) {
      this.#bare.set(text, data);
      return;
    }
    // One element for the whole text: in a flex or grid box it stays one item.
    const whole = document.createElement("furi-gana");
    let done = 0;
    for (const { start, end, reading, term } of groups) {
      if (start > done) whole.append(data.slice(done, start));
      whole.append(ruby(data.slice(start, end), reading, term));
      done = end;
    }
    if (done < data.length) whole.append(data.slice(done));
    text.replaceWith(whole);
  }
}

function ruby(words: string, reading: string, term: boolean): HTMLElement {
  const element = document.createElement("ruby");
  const over = document.createElement("rt");
  over.dataset["reading"] = reading;
  if (term) element.dataset["term"] = "";
  element.append(words, over);
  return element;
}

/** The texts with kanji in `node`, without silent parts and those that `skip` answers for. */
function textsIn(node: Node, skip: (element: Element) => boolean = () => false): Text[] {
  const element = node instanceof Element ? node : node.parentElement;
  if (!element || element.closest(SILENT)) return [];
  if (node instanceof Text) return KANJI.test(node.data) ? [node] : [];
  const found: Text[] = [];
  // Silent parts are rejected whole: after the first time, most of a page is in <furi-gana>.
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (inner) => {
    if (inner instanceof Text) return KANJI.test(inner.data) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
    return (inner as Element).matches(SILENT) || skip(inner as Element) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  while (walker.nextNode()) found.push(walker.currentNode as Text);
  return found;
}

/** What is in view comes first; parts out of view are not even looked through yet. */
function byNearness(body: Element): Seen {
  const bottom = window.innerHeight;
  const others: Seen["others"] = [];
  const known = new Map<Element, boolean>();
  const look = (element: Element): boolean => {
    const { height, bottom: end, top } = element.getBoundingClientRect();
    const near = height > 0 && end > 0 && top < bottom;
    known.set(element, near);
    return near;
  };
  const isNear = (element: Element): boolean => known.get(element) ?? look(element);
  const texts = textsIn(body, (element) => {
    if (!element.matches(UNSEEN) && (!element.matches(PARTS) || isNear(element))) return false;
    others.push(element);
    return true;
  });
  const inView = texts.filter((text) => {
    const element = text.parentElement?.closest(PARTS) ?? text.parentElement;
    const near = element !== null && isNear(element);
    if (!near) others.push(text);
    return near;
  });
  return { inView, others };
}
