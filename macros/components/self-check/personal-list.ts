/** What looks personal in what is about to leave: a list with the place, and a way there. Nothing is held back. */

import type { PersonalPlace } from "../../client/personal-places";
import { hook, setText, show } from "./dom";
import type { Words } from "./words";

/** Enough to see what kind of thing it is; a long list is not read. */
const MOST_LINES = 50;

export interface PersonalDeeds {
  /** What an item is called. */
  readonly numberOf: (itemId: string) => string;
  /** Leads to the text; absent where there is no way. */
  readonly go?: (place: PersonalPlace) => void;
}

export function renderPersonal(box: HTMLElement, words: Words, places: readonly PersonalPlace[], deeds: PersonalDeeds): void {
  show(box, places.length > 0);
  setText(hook(box, "personal-count"), String(places.length));
  const lines = places.slice(0, MOST_LINES).map((place) => {
    const piece = words.piece("personal-line");
    setText(hook(piece, "where"), whereText(words, place, deeds));
    setText(hook(piece, "what"), words.say("personal.found", { kind: words.say(`hint.${place.hint}`), found: place.found }));
    const button = hook<HTMLButtonElement>(piece, "personal-go");
    const { go } = deeds;
    show(button, go !== undefined && place.snapshot === null);
    button.setAttribute("aria-label", words.say("personal.go", { where: whereText(words, place, deeds) }));
    if (go) button.addEventListener("click", () => go(place));
    return piece;
  });
  hook(box, "personal-list").replaceChildren(...lines);
}

function whereText(words: Words, { itemId, field, snapshot }: PersonalPlace, { numberOf }: PersonalDeeds): string {
  const number = itemId === "" ? "" : numberOf(itemId);
  const where = words.say("where.item", { number, field: words.say(`field.${field}`) }).trim();
  return snapshot === null ? where : words.say("where.snapshot", { where, label: snapshot });
}
