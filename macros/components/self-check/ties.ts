/** Tying an action or request to items: one click on a chip ties or unties. */

import { discuss } from "../../client/discuss";
import { togglePlanItem } from "../../client/plan";
import type { Context } from "./context";
import { closestHook, hook, setText, valueOf } from "./dom";
import type { Numbers } from "./numbers";

type TiedKind = "actions" | "requests";

export function renderTies(context: Context, numbers: Numbers, entry: HTMLElement, kind: TiedKind, index: number): void {
  const { session, checklist, words } = context;
  const tied = session.record.plan[kind][index]?.items ?? [];
  const box = hook(entry, "ties");
  if (!box.firstElementChild) box.append(words.piece("ties"));
  // What is tied, then what is on the table anyway.
  const offered = discuss(session.record, checklist).map(({ item }) => item.id);
  const ids = [...new Set([...tied, ...offered])];
  const chips = ids.map((id) => {
    const label = words.say("tie.remove", { number: numbers.of(id), text: numbers.text(id) });
    return chip(numbers, label, id, tied.includes(id));
  });
  hook(box, "tie-chips").replaceChildren(...chips);
  const select = hook<HTMLSelectElement>(box, "tie-select");
  select.id = `sc-tie-${kind}-${index}`;
  select.closest(".field")?.querySelector("label")?.setAttribute("for", select.id);
  fillSelect(context, numbers, select, ids);
}

function chip(numbers: Numbers, label: string, id: string, pressed: boolean): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "chip sc-tie";
  button.setAttribute("data-js-tie-item", id);
  button.setAttribute("aria-pressed", String(pressed));
  button.setAttribute("aria-label", label);
  button.title = label;
  setText(button, pressed ? label : numbers.of(id));
  return button;
}

function fillSelect(context: Context, numbers: Numbers, select: HTMLSelectElement, without: readonly string[]): void {
  const { checklist, words } = context;
  const groups = checklist.domains.map((domain) => {
    const group = document.createElement("optgroup");
    group.label = domain.title;
    const items = domain.items.filter((item) => !without.includes(item.id));
    group.append(...items.map((item) => new Option(`${numbers.of(item.id)} ${item.text}`, item.id)));
    return group;
  });
  select.replaceChildren(new Option(words.say("tie.choose"), ""), ...groups);
}

export function tieOnClick(
  context: Context,
  numbers: Numbers,
  event: Event,
  entry: HTMLElement,
  kind: TiedKind,
  index: number,
): void {
  const pressed = closestHook(event.target, "tie-item");
  const select = hook<HTMLSelectElement>(entry, "tie-select");
  const itemId = pressed ? valueOf(pressed, "tie-item") : closestHook(event.target, "tie") ? select.value : "";
  if (itemId === "") return;
  context.session.change((record) => togglePlanItem(record, kind, index, itemId));
  renderTies(context, numbers, entry, kind, index);
  // The chip was made anew: the keyboard stays on it, or on the button that tied.
  if (pressed) entry.querySelector<HTMLElement>(`[data-js-tie-item="${CSS.escape(itemId)}"]`)?.focus();
}
