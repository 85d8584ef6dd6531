/** Finding and filling elements. The hooks are listed at the top of template.html. */

/** The element with the hook `data-js-<name>` (and its value, if given); a missing one is a fault of the template. */
export function hook<E extends HTMLElement = HTMLElement>(root: ParentNode, name: string, value?: string): E {
  const found = root.querySelector<E>(selectorOf(name, value));
  if (!found) throw new Error(`no element ${selectorOf(name, value)}`);
  return found;
}

export function hooks<E extends HTMLElement = HTMLElement>(root: ParentNode, name: string, value?: string): readonly E[] {
  return [...root.querySelectorAll<E>(selectorOf(name, value))];
}

function selectorOf(name: string, value?: string): string {
  return value === undefined ? `[data-js-${name}]` : `[data-js-${name}="${CSS.escape(value)}"]`;
}

/** The value of the hook on the element itself or the nearest one around it. */
export function closestHook<E extends HTMLElement = HTMLElement>(target: EventTarget | null, name: string): E | null {
  return target instanceof Element ? target.closest<E>(`[data-js-${name}]`) : null;
}

export function valueOf(element: Element, name: string): string {
  return element.getAttribute(`data-js-${name}`) ?? "";
}

/** Writes only what differs, so that nothing is laid out again for the same text. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

export function show(element: HTMLElement, visible: boolean): void {
  if (element.hidden === visible) element.hidden = !visible;
}

/** Does it once the coming frame is drawn: what was pressed shows first, what follows from it a moment later. */
export function afterFrame(deed: () => void): void {
  requestAnimationFrame(() => setTimeout(deed));
}

/** A class on the page itself: `:has()` there would search the whole page at every change (measured: 10 ms at 200 items). */
export function markPage(name: string, on: boolean): void {
  document.documentElement.classList.toggle(name, on);
}

/** Says what was done, or what went wrong, in its place (the hooks `said` and `trouble`); what the other said goes. */
export function tell(root: ParentNode, place: "said" | "trouble", text: string): void {
  for (const one of ["said", "trouble"]) show(hook(root, one), one === place);
  setText(hook(root, place), text);
}

/** The text of a field, without moving the caret of somebody who is typing there. */
export function setValue(field: HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement, value: string): void {
  if (field.value !== value && document.activeElement !== field) field.value = value;
}

/** Chooses `value` in a select; a value from a file that is not on offer is added to the list. */
export function choose(select: HTMLSelectElement, value: string): void {
  if (![...select.options].some((option) => option.value === value)) select.append(new Option(value, value));
  select.value = value;
}

export function listItem(text: string): HTMLLIElement {
  return Object.assign(document.createElement("li"), { textContent: text });
}

/** The value of the checked radio among `radios`. */
export function checkedValue(radios: readonly HTMLInputElement[]): string {
  return radios.find((radio) => radio.checked)?.value ?? "";
}
