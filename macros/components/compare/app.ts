/** 回答の比較: five steps over one state. Each panel is made anew when it comes up. */

import type { Catalogue } from "../../client/own/catalogue";
import type { RecordStore } from "../../client/storage";
import type { ChecklistData } from "../../client/types";
import { closestHook, hook, hooks, setText, show, valueOf } from "../self-check/dom";
import { xlsxLoader } from "../self-check/load-xlsx";
import { Numbers } from "../self-check/numbers";
import { openDeviceStore } from "../self-check/open-store";
import { Words } from "../self-check/words";
import { goLive } from "../settings/arrival";
import { ActionsView } from "./actions-view";
import { AgreeView } from "./agree-view";
import { CheckView } from "./check-view";
import { STEPS } from "./context";
import type { Context, Panel, Step } from "./context";
import { Drafts, placeOf } from "./drafts";
import { Intake } from "./intake";
import { OutView } from "./out-view";
import { PeopleView } from "./people-view";
import { State } from "./state";
import { YearsView } from "./years-view";

export class App {
  readonly #context: Context;
  readonly #intake: Intake;
  readonly #people: PeopleView;
  readonly #years: YearsView;
  readonly #panels: Readonly<Record<Step, () => Panel>>;
  readonly #drafts = new Drafts();
  #step: Step = "take";
  /** The council that the agreement on the page belongs to. */
  #agreedOf = "";
  #store: RecordStore;
  #numbers: Numbers;

  constructor(root: HTMLElement, catalogue: Catalogue, checklist: ChecklistData, store: RecordStore) {
    this.#store = store;
    this.#numbers = new Numbers(checklist);
    const words = new Words(root);
    const live = hook(root, "live");
    const names = { respondent: words.say("respondent"), letter: (letter: string) => words.say("letter", { letter }) };
    this.#context = {
      root, words, catalogue,
      state: new State(checklist, names),
      loadXlsx: xlsxLoader(valueOf(root, "xlsx")),
      store: () => this.#store,
      numbers: () => this.#numbers,
      announce: (text) => (live.textContent = text),
      go: (step) => this.#go(step),
      goItem: (itemId) => {
        this.#go("see");
        this.#people.goTo(itemId);
      },
      changed: () => this.#changed(),
      turn: (other) => this.#turn(other),
    };
    this.#intake = new Intake(this.#context);
    this.#people = new PeopleView(this.#context, this.#drafts);
    this.#years = new YearsView(this.#context);
    const check = new CheckView(this.#context);
    const agree = new AgreeView(this.#context, this.#drafts);
    const actions = new ActionsView(this.#context);
    const out = new OutView(this.#context, this.#years);
    const byMode = (people: Panel, years: Panel) => () => (this.#context.state.mode === "people" ? people : years);
    this.#panels = {
      take: () => this.#intake, check: () => check, see: byMode(this.#people, this.#years), decide: byMode(agree, actions), out: () => out,
    };
    this.#listen();
  }

  /** Shows the page; `recordId`: a record to begin with, over its years. */
  start(recordId: string): void {
    const { root, state } = this.#context;
    goLive(root);
    show(hook(root, "work"), true);
    if (recordId) state.mode = "years";
    if (recordId && this.#intake.takeRecord(recordId)) this.#show("check");
    else this.#show("take");
  }

  /** Records have come up late. */
  refresh(): void {
    if (this.#step === "take") this.#intake.render();
  }

  #listen(): void {
    const { root, state } = this.#context;
    root.addEventListener("click", (event) => {
      const step = closestHook(event.target, "step");
      const next = closestHook(event.target, "next");
      const name = step ? valueOf(step, "step") : next ? valueOf(next, "next") : "";
      if (STEPS.some((one) => one === name)) this.#go(name as Step);
    });
    hook<HTMLInputElement>(root, "hide").addEventListener("change", (event) => {
      state.hidden = (event.target as HTMLInputElement).checked;
      this.#changed();
    });
    // Another tab may have changed the records of this device.
    window.addEventListener("storage", () => this.refresh());
    window.addEventListener("beforeunload", (event) => this.#isAtRisk() && event.preventDefault());
  }

  /** The agreement is nowhere but on this page: the browser keeps nothing. */
  #isAtRisk(): boolean {
    const { state } = this.#context;
    return !this.#drafts.kept && !state.isSample && Object.keys(state.agreed).length > 0;
  }

  #go(step: Step): void {
    const { root, state } = this.#context;
    const allowed = step === "take" || (step === "check" ? state.sources.length > 0 : state.isReady);
    if (!allowed) return;
    this.#show(step);
    hook(hook(root, "panel", step), "panel-title").focus({ preventScroll: true });
    hook(root, "work").scrollIntoView({ block: "start" });
  }

  #show(step: Step): void {
    this.#step = step;
    this.#changed();
  }

  /** Everything that is in sight, and the list that print takes, anew. */
  #changed(): void {
    const { root, state, words } = this.#context;
    if (this.#step !== "take" && state.sources.length === 0) this.#step = "take";
    this.#resume();
    for (const panel of hooks(root, "panel")) show(panel, valueOf(panel, "panel") === this.#step);
    root.dataset["step"] = this.#step;
    root.dataset["mode"] = state.mode;
    for (const part of hooks(root, "people")) show(part, state.mode === "people");
    for (const part of hooks(root, "years")) show(part, state.mode === "years");
    show(hook(root, "people-word"), state.mode === "people");
    show(hook(root, "years-word"), state.mode === "years");
    show(hook(root, "hide-bar"), state.sources.length > 0);
    setText(hook(root, "hide-note"), words.say(state.hidden ? "hide.on" : "hide.off"));
    this.#renderSteps();
    // A name that was shown must not stay in a panel out of sight.
    for (const step of STEPS) if (step === "take" || state.sources.length > 0) this.#panels[step]().render();
  }

  #renderSteps(): void {
    const { root, state } = this.#context;
    for (const button of hooks<HTMLButtonElement>(root, "step")) {
      const step = valueOf(button, "step");
      if (step === this.#step) button.setAttribute("aria-current", "step");
      else button.removeAttribute("aria-current");
      button.disabled = step !== "take" && (step === "check" ? state.sources.length === 0 : !state.isReady);
    }
    for (const button of hooks<HTMLButtonElement>(root, "next")) {
      button.disabled = valueOf(button, "next") === "check" ? state.sources.length === 0 : !state.isReady;
    }
  }

  /** Goes on with what was agreed before about this council. */
  #resume(): void {
    const { state, words, announce } = this.#context;
    const place = state.isSample || state.used.length === 0 ? "" : placeOf(state.checklist.id, state.subject);
    if (place === this.#agreedOf) return;
    this.#agreedOf = place;
    if (place === "") return;
    // Another council's agreement is none of this one's.
    state.agreed = this.#drafts.load(state.checklist.id, state.subject);
    const count = Object.keys(state.agreed).length;
    if (count > 0) announce(words.say("agreed.resumed", { count }));
  }

  async #turn(checklist: ChecklistData): Promise<void> {
    const { state, words, announce } = this.#context;
    state.clear();
    state.checklist = checklist;
    this.#numbers = new Numbers(checklist);
    const { store, late } = await openDeviceStore(checklist.id);
    this.#store = store;
    this.#show("take");
    announce(words.say("switch.checklist", { title: checklist.title }));
    if (await late) this.refresh();
  }
}
