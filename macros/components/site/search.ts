/**
 * Material's search box, mended for keyboards and screen readers.
 *
 * Material closes the results on Tab, moves the focus to the box on any key, binds the bare keys
 * f, s and / (WCAG 2.1.4), takes the Enter that ends a 変換 for a submit, and gives results
 * tabindex -1. It listens on `window`; what must not reach it is stopped on the way there.
 */

const PASSED_ON = new Set(["ArrowUp", "ArrowDown", "Enter"]);

/** Wire the search box of the page. */
export function improveSearch(): void {
  const box = document.querySelector<HTMLElement>("[data-js-search]");
  const query = box?.querySelector<HTMLInputElement>("input[name=query]");
  const toggle = document.querySelector<HTMLInputElement>("#__search");
  const results = box?.querySelector<HTMLElement>(".md-search-result__list");
  if (!box || !query || !toggle || !results) return;

  const show = (on: boolean): void => {
    if (toggle.checked !== on) toggle.click();
  };
  // Material reads the box on keyup only, and would miss pasted, dictated and chosen words.
  const search = (): boolean => query.dispatchEvent(new KeyboardEvent("keyup"));
  let opener: HTMLElement | null = null;
  const open = (from: HTMLElement | null, words = ""): void => {
    opener = from;
    show(true);
    if (words) query.value = words;
    query.focus();
    query.select();
    search();
  };
  const close = (): void => {
    show(false);
    if (opener?.isConnected) opener.focus();
    opener = null;
  };

  for (const button of document.querySelectorAll<HTMLElement>("[data-js-open-search]")) {
    button.addEventListener("click", () => open(button, button.dataset["jsOpenSearch"]));
  }
  box.querySelector("[data-js-close-search]")?.addEventListener("click", close);
  query.addEventListener("input", () => {
    show(true);
    search();
  });
  box.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !box.contains(relatedTarget)) show(false);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing) close();
    if (event.isComposing || !PASSED_ON.has(event.key)) event.stopPropagation();
  });
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Element && !target.closest("[data-js-search], [data-js-open-search]")) show(false);
  });
  document.documentElement.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "k") {
      event.preventDefault();
      open(document.activeElement instanceof HTMLElement ? document.activeElement : null);
    }
    if (event.key.length === 1) event.stopPropagation();
  });
  new MutationObserver(() => mendResults(results)).observe(results, { childList: true, subtree: true });
}

/** Let Tab reach the results, and keep their headings out of the page's outline. */
function mendResults(results: HTMLElement): void {
  for (const part of results.querySelectorAll<HTMLElement>("[tabindex='-1']")) part.removeAttribute("tabindex");
  for (const part of results.querySelectorAll("h1:not([role]), h2:not([role]), article:not([role])")) part.setAttribute("role", "none");
}
