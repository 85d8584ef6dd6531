/**
 * The keyboard in the sheet. Enter and the digits work only while an answer's radio has the focus
 * (WCAG 2.1.4), arrows and Tab are the browser's own; Ctrl+Enter and Escape work in the notes too.
 */

import type { ItemCard } from "./item-card";

export interface KeyDeeds {
  readonly move: (card: ItemCard, by: 1 | -1) => void;
  /** Up to the work bar, past all the items between. */
  readonly leave: () => void;
}

export function onAnswerKey(event: KeyboardEvent, card: ItemCard | null, { move, leave }: KeyDeeds): void {
  // Enter that ends a conversion (変換) belongs to the input method; 229 is what Safari says then.
  if (!card || event.isComposing || event.keyCode === 229 || event.altKey) return;
  const radio = event.target instanceof HTMLInputElement && event.target.type === "radio" ? event.target : null;
  const withControl = event.ctrlKey || event.metaKey;
  if (event.key === "Escape") {
    event.preventDefault();
    leave();
  } else if (event.key === "Enter" && (withControl || radio)) {
    event.preventDefault();
    move(card, event.shiftKey ? -1 : 1);
  } else if (radio && !withControl && /^[1-9]$/.test(event.key)) {
    event.preventDefault();
    pick(card.radios[Number(event.key) - 1]);
  }
}

function pick(radio: HTMLInputElement | undefined): void {
  radio?.focus();
  // A click, so that it is the same as any other choice.
  if (radio && !radio.checked) radio.click();
}
