/** The button for the dark and the light scheme: presses Material's hidden radio and keeps the focus. */
export function switchScheme(): void {
  const form = document.querySelector<HTMLElement>("[data-js-scheme]");
  for (const button of form?.querySelectorAll<HTMLElement>("[data-js-scheme-next]") ?? []) {
    // Material would switch on Enter too, and put the focus on the hidden radio.
    button.addEventListener("keydown", (event) => event.stopPropagation());
  }
  form?.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-js-scheme-next]") : null;
    if (!button) return;
    document.getElementById(button.dataset["jsSchemeNext"] ?? "")?.click();
    form.querySelector<HTMLElement>("[data-js-scheme-next]:not([hidden])")?.focus();
  });
}
