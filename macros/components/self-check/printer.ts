/**
 * Paper, made only when asked for. All answers and the blank sheet can be printed at any time; the result (two sheets to
 * hand round) and the hand-over pack once their script is here (later.ts).
 */

import { announcePaper } from "../settings/keep";
import type { Context } from "./context";
import { hook, hooks, valueOf } from "./dom";
import type { Later } from "./later";
import type { Numbers } from "./numbers";
import { printAnswers } from "./print-answers";

type PaperKind = "result" | "answers" | "blank" | "handover";

export class Printer {
  #asked: PaperKind | null = null;

  constructor(private readonly context: Context, private readonly numbers: Numbers, private readonly later: Later) {
    const { root, signal } = context;
    for (const button of hooks(root, "print")) {
      button.addEventListener("click", () => this.#ask(valueOf(button, "print") as PaperKind), { signal });
    }
    window.addEventListener("beforeprint", () => this.#prepare(), { signal });
    window.addEventListener("afterprint", () => this.#clean(), { signal });
  }

  #ask(kind: PaperKind): void {
    const print = () => {
      this.#asked = kind;
      window.print();
    };
    if (kind === "result" || kind === "handover") this.later.use(print);
    else print();
  }

  /** The browser's own print command gives what is on the screen: the sheet's answers or the result. */
  #kind(): PaperKind {
    const { session, root } = this.context;
    if (this.#asked) return this.#asked;
    if (!session.isOpen) return "blank";
    return root.dataset["view"] === "answer" || !this.later.parts ? "answers" : "result";
  }

  #prepare(): void {
    const { root } = this.context;
    const kind = this.#kind();
    root.dataset["print"] = kind;
    const make: Readonly<Partial<Record<PaperKind, () => HTMLElement>>> = {
      ...this.later.parts?.paper,
      answers: () => printAnswers(this.context, this.numbers, this.#isChecked("print-private")),
      blank: () => this.#blank(),
    };
    hook(root, "print-area").replaceChildren(...[make[kind]?.() ?? []].flat());
    announcePaper();
  }

  #clean(): void {
    const { root } = this.context;
    this.#asked = null;
    delete root.dataset["print"];
    hook(root, "print-area").replaceChildren();
  }

  #isChecked(name: string): boolean {
    return hook<HTMLInputElement>(this.context.root, name).checked;
  }

  /** A copy of the sheet with nothing in it, so that the form on the screen stays as it is. */
  #blank(): HTMLElement {
    const { root, words } = this.context;
    const pages = words.piece("print-blank");
    const place = hook(pages, "blank");
    const head = root.querySelector(".sc-paperhead")?.cloneNode(true);
    const sheet = hook(root, "sheet").cloneNode(true) as HTMLElement;
    emptied(sheet, this.#isChecked("print-help"));
    if (head) place.append(head);
    place.append(sheet);
    return pages;
  }
}

/** Takes the answers, ids and names out of a copied sheet; fields become lines to write on. */
function emptied(sheet: HTMLElement, withHelp: boolean): void {
  const needless = ".sc-turn, .sc-empty, .sc-clear, [data-js-step-now], [data-js-note=note_private]";
  for (const element of sheet.querySelectorAll(withHelp ? needless : `${needless}, .sc-rail`)) element.remove();
  for (const field of sheet.querySelectorAll(".sc-note, .sc-reason")) field.replaceWith(writingLine(field));
  for (const element of sheet.querySelectorAll<HTMLElement>("*")) {
    element.hidden = false;
    element.classList.remove("is-now", "is-current", "is-answered");
    // A second radio of the same name would take the choice away from the form on the screen.
    for (const attribute of ["id", "name", "for"]) element.removeAttribute(attribute);
    if (element instanceof HTMLInputElement) element.checked = false;
    if (element instanceof HTMLDetailsElement) element.open = true;
  }
}

function writingLine(field: Element): HTMLElement {
  const label = field.querySelector("summary, label")?.firstChild?.textContent ?? "";
  const line = Object.assign(document.createElement("p"), { className: "sc-line", textContent: label });
  line.classList.toggle("sc-line--tall", field.classList.contains("sc-note"));
  return line;
}
