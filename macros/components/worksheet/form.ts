/** The fields of the worksheet: filled from it, and read back as one types. */

import { LIST_PARTS, TEXT_PARTS, toLine } from "../../client/worksheet";
import type { Line, ListPart, Worksheet } from "../../client/worksheet";
import { checkedValue, choose, hook, hooks, show, valueOf } from "../self-check/dom";
import type { Words } from "../self-check/words";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const HEAD = ["prefecture", "name", "year"] as const;
/** Empty lines to write on: on paper too. */
const FEWEST_LINES = 2;

export class Form {
  constructor(private readonly root: HTMLElement, private readonly words: Words) {}

  fill(sheet: Worksheet): void {
    for (const radio of hooks<HTMLInputElement>(this.root, "kind")) radio.checked = (radio.value === "prefecture") === (sheet.kind === "prefecture");
    for (const key of HEAD) {
      const field = hook<HTMLInputElement | HTMLSelectElement>(this.root, "head", key);
      if (field instanceof HTMLSelectElement) choose(field, sheet[key]);
      else field.value = sheet[key];
    }
    for (const part of TEXT_PARTS) hook<HTMLTextAreaElement>(this.root, "text", part).value = sheet[part];
    for (const part of LIST_PARTS) this.#fillList(part, sheet[part]);
    this.showKind();
  }

  read(before: Worksheet): Worksheet {
    const head = Object.fromEntries(HEAD.map((key) => [key, hook<HTMLInputElement>(this.root, "head", key).value]));
    const texts = Object.fromEntries(TEXT_PARTS.map((part) => [part, hook<HTMLTextAreaElement>(this.root, "text", part).value]));
    const lists = Object.fromEntries(LIST_PARTS.map((part) => [part, this.#lines(part)]));
    const kind = checkedValue(hooks<HTMLInputElement>(this.root, "kind"));
    return { ...before, ...head, ...texts, ...lists, kind } as Worksheet;
  }

  /** The words that differ between councils of a municipality and of a prefecture. */
  showKind(): void {
    const kind = checkedValue(hooks<HTMLInputElement>(this.root, "kind"));
    for (const element of hooks(this.root, "for")) show(element, valueOf(element, "for") === kind);
  }

  add(part: ListPart): void {
    const list = hook(this.root, "list", part);
    list.append(this.#line(part, toLine({}), list.children.length));
    hook<Field>(list.lastElementChild as HTMLElement, "line-field", "text").focus();
  }

  #fillList(part: ListPart, lines: readonly Line[]): void {
    const empty = Array.from({ length: Math.max(0, FEWEST_LINES - lines.length) }, () => toLine({}));
    hook(this.root, "list", part).replaceChildren(...[...lines, ...empty].map((line, at) => this.#line(part, line, at)));
  }

  #line(part: ListPart, line: Line, at: number): HTMLElement {
    const piece = this.words.piece(part);
    for (const field of hooks<Field>(piece, "line-field")) {
      const name = valueOf(field, "line-field") as keyof Line;
      field.id = `ws-${part}-${at}-${name}-${Math.floor(performance.now() * 1000)}`;
      field.closest(".field")?.querySelector("label")?.setAttribute("for", field.id);
      if (field instanceof HTMLSelectElement) choose(field, line[name]);
      else field.value = line[name];
    }
    return piece;
  }

  /** Lines with something in them. */
  #lines(part: ListPart): readonly Line[] {
    const lines = hooks(hook(this.root, "list", part), "line").map((piece) => {
      return toLine(Object.fromEntries(hooks<Field>(piece, "line-field").map((field) => [valueOf(field, "line-field"), field.value])));
    });
    return lines.filter((line) => Object.values(line).some((text) => text !== ""));
  }
}
