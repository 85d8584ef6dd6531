/**
 * The meaning of a term where it is first used: a card by mouse, touch or key, above the text.
 * Without script, or where popovers are unknown, the term is a plain link to the glossary.
 */

const card = document.querySelector<HTMLElement>("[data-js-term-card]");

function meaningOf(link: HTMLElement): HTMLTemplateElement | null {
  return document.querySelector(`[data-js-term-meaning="${CSS.escape(link.dataset["jsTerm"] ?? "")}"]`);
}

function fill(link: HTMLAnchorElement, meaning: HTMLTemplateElement): void {
  card!.querySelector("[data-js-term-title]")!.textContent = meaning.dataset["title"] ?? "";
  card!.querySelector("[data-js-term-text]")!.replaceChildren(meaning.content.cloneNode(true));
  card!.querySelector<HTMLAnchorElement>("[data-js-term-more]")!.href = link.href;
}

/** Below the term, or above it where there is no room; on a phone the card spans the screen. */
function place(link: HTMLElement): void {
  const term = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const size = card!.getBoundingClientRect();
  const left = Math.max(8, Math.min(term.left, window.innerWidth - size.width - 8));
  const below = term.bottom + 8;
  const top = below + size.height > window.innerHeight ? Math.max(8, term.top - size.height - 8) : below;
  card!.style.left = `${left}px`;
  card!.style.top = `${top}px`;
}

function show(link: HTMLAnchorElement): void {
  const meaning = meaningOf(link);
  if (!meaning) return;
  fill(link, meaning);
  card!.showPopover();
  place(link);
  card!.setAttribute("tabindex", "-1");
  card!.focus();
  opener = link;
}

let opener: HTMLAnchorElement | null = null;

if (card && "showPopover" in card) {
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("[data-js-term]") : null;
    // With a modifier key the reader wants the glossary itself.
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(link);
  });
  card.querySelector("[data-js-term-close]")!.addEventListener("click", () => card.hidePopover());
  card.addEventListener("toggle", (event) => {
    if ((event as ToggleEvent).newState === "closed" && card.contains(document.activeElement)) opener?.focus();
  });
  for (const link of document.querySelectorAll("[data-js-term]")) link.setAttribute("aria-haspopup", "dialog");
}

export {};
