/** SVG elements, by attributes only: the page's policy allows no style attribute. */

type Attributes = Readonly<Record<string, string | number>>;

export function svg(name: string, attributes: Attributes = {}, ...children: readonly (Node | string)[]): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** A picture for eyes; `label` says the same in words. */
export function picture(label: string, attributes: Attributes, ...children: readonly Node[]): SVGElement {
  return svg("svg", { role: "img", "aria-label": label, ...attributes }, ...children);
}

/** There are four fills (template.html); a longer scale uses them again. */
export function fillClass(rank: number): string {
  return `sc-fill sc-fill--${(rank % 4) + 1}`;
}
