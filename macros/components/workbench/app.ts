/** The workbench page: makes its parts and leads from step to step. */

import type { Catalogue } from "../../client/own/catalogue";
import { ownReader } from "../own-checklist/reader";
import { closestHook, hook, hooks, setText, show, valueOf } from "../self-check/dom";
import { xlsxLoader } from "../self-check/load-xlsx";
import { Words } from "../self-check/words";
import { goLive } from "../settings/arrival";
import { AgendaPanel } from "./agenda-panel";
import { Bench } from "./bench";
import { CheckPanel } from "./check-panel";
import type { Context, Panel, Step } from "./context";
import { ItemDialog } from "./item-dialog";
import { LookPanel } from "./look-panel";
import { OutPanel } from "./out-panel";
import { Printer } from "./printer";
import { Projector } from "./projector";
import { TakePanel } from "./take-panel";

export class App {
  readonly #context: Context;
  readonly #panels: Readonly<Record<Step, Panel>>;
  #step: Step = "take";

  constructor(root: HTMLElement, catalogue: Catalogue, signal: AbortSignal) {
    const live = hook(root, "live");
    const bench = new Bench(catalogue);
    const loadXlsx = xlsxLoader(valueOf(root, "xlsx"));
    this.#context = {
      root, bench, signal, loadXlsx,
      words: new Words(root),
      readOwn: ownReader(root, loadXlsx),
      announce: (text) => (live.textContent = text),
      go: (step) => this.#go(step),
    };
    const item = new ItemDialog(this.#context);
    this.#panels = {
      take: new TakePanel(this.#context),
      check: new CheckPanel(this.#context),
      look: new LookPanel(this.#context),
      agenda: new AgendaPanel(this.#context),
      out: new OutPanel(this.#context),
    };
    new Projector(this.#context);
    new Printer(this.#context);
    root.addEventListener("click", (event) => this.#onClick(event, item), { signal });
    const anonymous = hook<HTMLInputElement>(root, "anonymous");
    anonymous.checked = false; // some browsers remember it over a reload
    anonymous.addEventListener("change", () => this.#setAnonymous(anonymous.checked), { signal });
    bench.onChange(() => this.#render());
    window.addEventListener("beforeunload", (event) => bench.isUnsaved && event.preventDefault(), { signal });
  }

  start(): void {
    goLive(this.#context.root);
    this.#render();
  }

  #onClick(event: MouseEvent, item: ItemDialog): void {
    const step = closestHook(event.target, "step") ?? closestHook(event.target, "go");
    if (step) this.#go((step.getAttribute("data-js-step") ?? valueOf(step, "go")) as Step);
    const opener = closestHook(event.target, "open-item");
    if (opener) item.open(valueOf(opener, "open-item"));
  }

  #go(step: Step): void {
    this.#step = step;
    this.#render();
    hook(hook(this.#context.root, "panel", step), "panel-title").focus({ preventScroll: true });
    hook(this.#context.root, "head").scrollIntoView({ block: "start" });
  }

  #setAnonymous(anonymous: boolean): void {
    const { bench, words, announce } = this.#context;
    bench.setAnonymous(anonymous);
    announce(words.say(anonymous ? "anonymous.on" : "anonymous.off"));
  }

  /** Only the panel in sight is drawn; the others are emptied, so that nothing of them stays in the page. */
  #render(): void {
    const { root, bench, words } = this.#context;
    const state = bench.anonymous ? "on" : "off";
    root.classList.toggle("is-anonymous", bench.anonymous);
    setText(hook(root, "anonymous-note"), words.say(`anonymous.note.${state}`));
    show(hook(root, "sample-bar"), bench.isSample);
    for (const panel of hooks(root, "panel")) show(panel, valueOf(panel, "panel") === this.#step);
    for (const element of hooks(root, "closed")) show(element, bench.anonymous);
    for (const panel of Object.values(this.#panels)) panel.render();
    for (const element of hooks(root, "open-only")) if (bench.anonymous) show(element, false);
    this.#renderSteps();
  }

  #renderSteps(): void {
    const { root, bench, words } = this.#context;
    const { open, columns } = bench.sorted;
    const notes: Readonly<Partial<Record<Step, string>>> = {
      take: bench.desk.entries.length > 0 ? words.say("step.take", { count: bench.desk.entries.length }) : "",
      check: open.length > 0 ? words.say("step.check", { count: open.length }) : "",
      look: columns.length > 0 ? words.say("step.look", { count: columns.length }) : "",
      agenda: bench.desk.agenda.length > 0 ? words.say("step.agenda", { count: bench.desk.agenda.length }) : "",
    };
    for (const button of hooks(root, "step")) {
      const step = valueOf(button, "step") as Step;
      if (step === this.#step) button.setAttribute("aria-current", "step");
      else button.removeAttribute("aria-current");
      setText(hook(button, "step-note"), notes[step] ?? "");
    }
  }
}
