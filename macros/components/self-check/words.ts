/** The page's sentences and pieces: they stand in the HTML (parts/messages.html, parts/templates.html). */

import { hook, hooks, valueOf } from "./dom";

type Values = Readonly<Record<string, string | number>>;

export class Words {
  readonly #sentences: ReadonlyMap<string, string>;

  constructor(private readonly root: HTMLElement) {
    const list = hook<HTMLTemplateElement>(root, "messages").content;
    this.#sentences = new Map(hooks(list, "message").map((one) => [valueOf(one, "message"), one.textContent]));
  }

  /** The sentence `key` with each {name} replaced; plain text, never markup. */
  say(key: string, values: Values = {}): string {
    const sentence = this.#sentences.get(key);
    if (sentence === undefined) throw new Error(`no message ${key}`);
    return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
  }

  /** A fresh copy of the template `data-js-t="name"`. */
  piece<E extends HTMLElement = HTMLElement>(name: string): E {
    return this.#copy<E>("t", name);
  }

  /** A fresh copy of the bar `data-js-bar="name"`. */
  bar(name: string): HTMLElement {
    return this.#copy("bar", name);
  }

  #copy<E extends HTMLElement>(kind: string, name: string): E {
    const copy = hook<HTMLTemplateElement>(this.root, kind, name).content.firstElementChild?.cloneNode(true);
    if (!(copy instanceof HTMLElement)) throw new Error(`the template ${name} is empty`);
    return copy as E;
  }
}
