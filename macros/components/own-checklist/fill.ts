/**
 * Fills the pattern of a sheet (self-check/template.html rendered with `pattern`): marks such as
 * ⟦item.text⟧ become texts, `data-js-each="item"` is repeated, `data-js-if="item.why"` goes where there
 * is nothing. Foreign text becomes text nodes and attribute values, never markup; ids are our own.
 */

export interface Frame {
  /** Mark → text. */
  readonly values: Readonly<Record<string, string>>;
  /** Kind of what is repeated → one frame for each copy, on top of this one. */
  readonly lists: Readonly<Record<string, readonly Frame[]>>;
}

const MARK = /⟦([\w.]+)⟧/g;

/** Fills everything inside `parent`, the content of templates too. */
export function fill(parent: Node, frame: Frame): void {
  for (const child of [...parent.childNodes]) fillNode(child, frame);
}

function fillNode(node: Node, frame: Frame): void {
  if (node instanceof Text) node.data = written(node.data, frame);
  if (!(node instanceof Element)) return;
  const kind = node.getAttribute("data-js-each");
  if (kind !== null) return repeat(node, kind, frame);
  const needed = node.getAttribute("data-js-if");
  if (needed !== null && valueOf(needed, frame) === "") return node.remove();
  node.removeAttribute("data-js-if");
  for (const { name, value } of [...node.attributes]) {
    if (value.includes("⟦")) node.setAttribute(name, written(value, frame));
  }
  fill(node, frame);
  if (node instanceof HTMLTemplateElement) fill(node.content, frame);
}

function repeat(node: Element, kind: string, frame: Frame): void {
  const entries = frame.lists[kind];
  if (!entries) throw new Error(`nothing to repeat for ${kind}`);
  node.removeAttribute("data-js-each");
  const around = document.createDocumentFragment();
  around.append(...entries.map(() => node.cloneNode(true)));
  // Each copy may fall away by its own data-js-if, so none is touched after it was filled.
  const copies = [...around.childNodes];
  copies.forEach((copy, at) => fillNode(copy, over(frame, entries[at])));
  node.replaceWith(around);
}

function over(below: Frame, above: Frame | undefined): Frame {
  return { values: { ...below.values, ...above?.values }, lists: { ...below.lists, ...above?.lists } };
}

function written(text: string, frame: Frame): string {
  return text.replace(MARK, (_, name: string) => valueOf(name, frame));
}

function valueOf(name: string, { values }: Frame): string {
  const value = values[name];
  if (value === undefined) throw new Error(`no value for the mark ${name}`);
  return value;
}
