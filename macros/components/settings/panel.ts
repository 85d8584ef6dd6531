/** The panel 「表示」: every choice shows at once on the page behind it. */

import { CHOICES, DEFAULTS, NAMES } from "../../client/look/settings";
import type { SettingName } from "../../client/look/settings";
import { choose, current, expectReadings, keep, onChange } from "./keep";
import { isInstalled } from "./fonts";

/** Wire the panel and its button. */
export function openSettings(): void {
  const panel = document.querySelector<HTMLDialogElement>("[data-js-settings]");
  if (!panel) return;
  const radios = [...panel.querySelectorAll<HTMLInputElement>("[data-js-setting]")];
  const mark = (): void => {
    const settings = current();
    for (const radio of radios) radio.checked = settings[nameOf(radio)] === radio.value;
  };
  for (const button of document.querySelectorAll("[data-js-open-settings]")) {
    button.addEventListener("click", () => {
      disableMissingFonts(radios);
      mark();
      panel.showModal();
    });
  }
  panel.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && radios.includes(target)) tell(panel, choose(nameOf(target), target.value));
  });
  expectReadingsNear(radios);
  panel.querySelector("[data-js-settings-reset]")?.addEventListener("click", () => tell(panel, keep(DEFAULTS), "reset"));
  panel.querySelector("[data-js-settings-close]")?.addEventListener("click", () => panel.close());
  panel.addEventListener("click", ({ target }) => {
    if (target === panel) panel.close(); // beside the panel
  });
  onChange(mark);
}

/** Whoever points at the choice of readings, or comes to it by keyboard, may press it next. */
function expectReadingsNear(radios: readonly HTMLInputElement[]): void {
  const choice = radios.find((radio) => nameOf(radio) === "furigana")?.closest("fieldset");
  for (const sign of ["pointerover", "focusin"]) choice?.addEventListener(sign, expectReadings, { once: true });
}

function nameOf(radio: HTMLInputElement): SettingName {
  return NAMES.find((name) => `look-${name}` === radio.name) ?? "text";
}

/** One of the sentences that stand in the template; the live region says it. */
function tell(panel: HTMLElement, isKept: boolean, done = "kept"): void {
  const status = panel.querySelector("[data-js-settings-status]");
  const said = panel.querySelector<HTMLTemplateElement>(`[data-js-settings-says="${isKept ? done : "not-kept"}"]`);
  if (status && said) status.textContent = said.content.textContent;
}

function disableMissingFonts(radios: readonly HTMLInputElement[]): void {
  for (const radio of radios) {
    if (radio.name !== "look-font" || radio.value === CHOICES.font[0]) continue;
    const missing = !(radio.dataset["jsFonts"] ?? "").split(",").some(isInstalled);
    radio.disabled = missing;
    radio.closest("label")?.classList.toggle("setting__choice--missing", missing);
  }
}
