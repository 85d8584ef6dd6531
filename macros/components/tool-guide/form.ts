/**
 * The questions of a guide on a page: shows those on the way, and at the end the result with what belongs to it.
 * Everything to be shown stands in the page already (parts.html); here it is only shown and hidden.
 */

import { walk } from "../../client/tools/guide";
import type { Guide, GuideAnswers, Walk } from "../../client/tools/guide";
import { hook, hooks, setText, show, valueOf } from "../self-check/dom";

export class GuideForm {
  readonly guide: Guide;
  way: Walk;
  #answers: Record<string, string> = {};

  constructor(private readonly root: HTMLElement, private readonly onChange: (way: Walk, guide: Guide) => void) {
    this.guide = JSON.parse(hook(root, "guide-data").textContent ?? "") as Guide;
    this.way = walk(this.guide, {});
    root.addEventListener("change", ({ target }) => {
      if (!(target instanceof HTMLInputElement) || target.type !== "radio") return;
      this.#answers[target.name] = target.value;
      this.#update(true);
    });
    foldRules();
    // A browser that comes back to the page has the radios as they were left: begin anew instead.
    this.load({});
  }

  get answers(): GuideAnswers {
    return Object.fromEntries(this.way.steps.map(({ question, choice }) => [question.id, choice.id]));
  }

  /** Shows these answers in the place of the present ones. */
  load(answers: GuideAnswers): void {
    this.#answers = { ...answers };
    for (const radio of this.root.querySelectorAll<HTMLInputElement>("input[type=radio]")) {
      radio.checked = answers[radio.name] === radio.value;
    }
    this.#update(false);
  }

  /** Puts the focus on the first question. */
  focus(): void {
    hook(this.root, "question").querySelector("input")?.focus();
  }

  #update(tell: boolean): void {
    const before = this.way;
    this.way = walk(this.guide, this.#answers);
    const { steps, open, outcome } = this.way;
    const shown = new Set([...steps.map(({ question }) => question.id), open?.id]);
    for (const question of hooks(this.root, "question")) show(question, shown.has(valueOf(question, "question")));
    for (const element of hooks(this.root, "outcome")) show(element, valueOf(element, "outcome") === outcome?.id);
    this.#showParts(new Set([...steps.map(({ choice }) => choice.id), outcome?.id ?? ""]));
    show(hook(this.root, "result"), outcome !== null);
    if (tell) this.#tell(before);
    this.onChange(this.way, this.guide);
  }

  #showParts(ids: ReadonlySet<string>): void {
    for (const part of hooks(this.root, "part")) show(part, ids.has(valueOf(part, "part")));
    for (const parts of hooks(this.root, "parts")) show(parts, parts.querySelector("[data-js-part]:not([hidden])") !== null);
  }

  /** Says what has come up below, for those who cannot see it come. */
  #tell(before: Walk): void {
    const { open, outcome } = this.way;
    if (open === before.open && outcome === before.outcome) return;
    const live = hook(this.root, "live");
    const words = outcome ? live.dataset["result"] : live.dataset["next"];
    setText(live, (words ?? "").replace("{title}", (outcome ?? open)?.title ?? ""));
  }
}

/** Who has the tool needs the rules below at request only, or where a link leads into them. */
function foldRules(): void {
  for (const fold of document.querySelectorAll<HTMLDetailsElement>("[data-js-fold]")) {
    fold.open = location.hash !== "" && fold.querySelector(":target") !== null;
  }
}
