/** The self-check page: makes its parts and leads from view to view. */

import type { RecordStore } from "../../client/storage";
import type { ChecklistData } from "../../client/types";
import { goLive } from "../settings/arrival";
import { AnswerView } from "./answer-view";
import { giveBackup } from "./backup";
import { Bars } from "./bars";
import type { Context, View, ViewName } from "./context";
import { DeleteDialog, InfoDialog } from "./dialogs";
import { closestHook, hook, hooks, show, valueOf } from "./dom";
import { Later } from "./later";
import { LeaveGuard } from "./leave-guard";
import { Numbers } from "./numbers";
import { followOtherTabs } from "./other-tabs";
import { Printer } from "./printer";
import { Records, freshId } from "./records";
import { formatRoute, parseRoute, writeRoute } from "./route";
import { Session } from "./session";
import { StartView } from "./start-view";
import { showPlace, startStatus } from "./status";
import { Words } from "./words";

export class App {
  readonly #context: Context;
  readonly #numbers: Numbers;
  readonly #bars: Bars;
  readonly #records: Records;
  readonly #start: StartView;
  readonly #later: Later;
  readonly #views: Readonly<Record<ViewName, View>>;
  readonly #info: InfoDialog;
  readonly #guard: LeaveGuard;
  #view: ViewName = "start";
  /** The item that a handbook page led to, until a record is open. */
  #goal: string | undefined;

  constructor(root: HTMLElement, checklist: ChecklistData, store: RecordStore, signal: AbortSignal) {
    const live = hook(root, "live");
    const session = new Session(store);
    this.#context = {
      root, checklist, session, signal,
      words: new Words(root),
      announce: (text) => (live.textContent = text),
      go: (view, itemId) => this.#go(view, itemId),
    };
    this.#numbers = new Numbers(checklist);
    const backup = () => session.isOpen && giveBackup(this.#context, session.record);
    this.#guard = new LeaveGuard(this.#context, backup);
    this.#bars = new Bars(this.#context, {
      backup,
      keep: () => this.#keep(),
      back: () => this.#go("answer"),
      toStart: () => this.#go("start"),
      endSample: () => {
        session.discard();
        this.#go("start");
      },
    });
    this.#info = new InfoDialog(root, signal);
    const deletion = new DeleteDialog(root, signal);
    this.#records = new Records(this.#context, {
      bars: this.#bars,
      info: this.#info,
      deletion,
      backup: (record) => giveBackup(this.#context, record),
      refresh: () => this.#start.refresh(),
    });
    this.#start = this.#makeStart();
    const later = this.#later = this.#makeLater(deletion, backup);
    this.#views = { start: this.#start, answer: new AnswerView(this.#context), result: later.view("result"), group: later.view("group") };
    new Printer(this.#context, this.#numbers, later);
    startStatus(this.#context);
    this.#listen();
  }

  /** Shows what the address asks for, or the start. */
  start(): void {
    const { root } = this.#context;
    for (const element of [...hooks(root, "only"), ...hooks(root, "print")]) show(element, true);
    goLive(root);
    this.#follow(true);
  }

  /** Records have come up late, and stand beside the others. */
  refresh(): void {
    if (this.#view === "start") this.#follow(true);
    this.#bars.tell("late");
  }

  #makeLater(deletion: DeleteDialog, backup: () => void): Later {
    return new Later(this.#context, this.#numbers, {
      deletion, backup,
      records: () => this.#context.session.store.list(),
      take: ({ record, replaces }) => this.#guard.unlessAtRisk(() => this.#records.import(record, replaces)),
      missing: () => this.#bars.tell("unloaded"),
    });
  }

  #makeStart(): StartView {
    const records = this.#records;
    const opening = (view: ViewName) => (id: string) => {
      if (this.#context.session.isOpen && this.#context.session.id === id) return this.#go(view);
      this.#guard.unlessAtRisk(() => records.open(id, view, this.#takeGoal()) || this.#start.refresh());
    };
    return new StartView(this.#context, {
      begin: (info, kept) => this.#guard.unlessAtRisk(() => records.begin(info, kept, this.#takeGoal())),
      sample: () => this.#guard.unlessAtRisk(() => this.#later.use(({ sample }) => records.beginSample(sample()))),
      open: opening("answer"),
      result: opening("result"),
      rename: (id) => this.#guard.unlessAtRisk(() => records.rename(id)),
      duplicate: (id) => this.#guard.unlessAtRisk(() => records.duplicate(id)),
      delete: (id) => records.delete(id),
      raw: (id) => records.raw(id),
      deleteAll: () => records.deleteAll(),
    });
  }

  #takeGoal(): string | undefined {
    const goal = this.#goal;
    this.#goal = undefined;
    return goal;
  }

  #listen(): void {
    const { root, session, signal } = this.#context;
    const on = (name: string, run: () => void) => hook(root, name).addEventListener("click", run, { signal });
    on("close", () => this.#go("start"));
    on("edit-info", () => this.#info.ask(session.record, (info) => this.#records.correct(info)));
    root.addEventListener("click", (event) => this.#onGo(event), { signal });
    // Another record or version came up under the view that is shown.
    session.onChange((_, before) => before === null && this.#view !== "start" && this.#views[this.#view].show());
    window.addEventListener("hashchange", () => this.#follow(false), { signal });
    window.addEventListener("popstate", () => this.#follow(false), { signal });
    followOtherTabs(this.#context, () => this.#view === "start" && this.#start.refresh());
  }

  #onGo(event: Event): void {
    const link = closestHook(event.target, "go");
    if (!link) return;
    event.preventDefault();
    this.#go(valueOf(link, "go") as ViewName);
  }

  #go(view: ViewName, itemId?: string, replace = false): void {
    const { root, session } = this.#context;
    session.flush();
    const next = session.isOpen ? view : "start";
    // What is nowhere but in memory stays open behind the list.
    if (next === "start" && !session.isAtRisk) this.#close();
    this.#view = next;
    for (const section of hooks(root, "view")) show(section, valueOf(section, "view") === next);
    showPlace(this.#context, next);
    this.#views[next].show(itemId);
    writeRoute(formatRoute(session.id, next), replace);
    if (itemId !== undefined && next === "answer") return;
    if (replace) return;
    hook(hook(root, "view", next), "view-title").focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }

  #close(): void {
    this.#context.session.close();
    this.#bars.clear();
  }

  /** Shows what the address says: at the beginning, and after Back, Forward or a link to an item. */
  #follow(first: boolean): void {
    const { session } = this.#context;
    const route = parseRoute(location.hash, (id) => this.#numbers.has(id));
    if (route.kind === "record") {
      const here = session.isOpen && route.id === session.id;
      if (here && route.view === this.#view) return;
      if (here) return this.#go(route.view, undefined, first);
      if (session.isAtRisk) return this.#go(this.#view, undefined, true);
      if (this.#records.open(route.id, route.view)) return;
    }
    if (route.kind === "item") return this.#toItem(route.itemId, first);
    if (route.kind === "other" && !first) return;
    this.#go("start", undefined, first);
  }

  #toItem(itemId: string, first: boolean): void {
    const { session } = this.#context;
    if (session.isOpen) return this.#go("answer", itemId, true);
    const [only, ...others] = session.store.list().filter((record) => !record.damaged);
    if (only && others.length === 0 && this.#records.open(only.id, "answer", itemId)) return;
    this.#goal = itemId;
    this.#go("start", itemId, first);
  }

  /** Keeps the open record under a new id, beside what is there. */
  #keep(): void {
    const { session } = this.#context;
    session.keepAs(freshId());
    if (this.#view === "start") this.#go("answer");
    else writeRoute(formatRoute(session.id, this.#view), true);
  }
}
