/** Shows one of several maps; without a script all of them stand below each other. */
export function chooseMap(root: HTMLElement): void {
  const choice = root.querySelector<HTMLFieldSetElement>("[data-js-map-choice]");
  const parts = [...root.querySelectorAll<HTMLElement>("[data-js-map-part]")];
  if (!choice || parts.length < 2) return;
  const show = (): void => {
    const chosen = choice.querySelector<HTMLInputElement>("input:checked")?.value;
    for (const part of parts) part.hidden = part.dataset["jsMapPart"] !== chosen;
  };
  choice.hidden = false;
  choice.addEventListener("change", show);
  show();
}
