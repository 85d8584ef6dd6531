/** Step 2: what each source is, which speak for the same respondent, and which dates there are. */

import { councilNames, findTwins } from "../../client/compare/sources";
import type { Twin } from "../../client/compare/sources";
import { columnTitle } from "../../client/compare/tables";
import { tellVersions } from "../../client/compare/versions-told";
import { formatDate, formatTime, toIsoDate } from "../../client/dates";
import type { Answers, ResultFile } from "../../client/types";
import { hook, listItem, setText, show } from "../self-check/dom";
import type { Context, Panel } from "./context";
import type { Source } from "./state";

export class CheckView implements Panel {
  constructor(private readonly context: Context) {}

  render(): void {
    const { root, state, words } = this.context;
    hook(root, "sources").replaceChildren(...state.sources.map((source) => this.#source(source)));
    const twins = state.mode === "people" ? findTwins(state.used) : [];
    hook(root, "twins").replaceChildren(...twins.filter((twin) => !state.keptTwins.has(keyOf(twin))).map((twin) => this.#twin(twin)));
    const names = councilNames(state.used.map(({ record }) => record)).map((name) => name || words.say("noname"));
    show(hook(root, "councils"), names.length > 1);
    setText(hook(root, "councils"), words.say("councils", { names: names.join("、") }));
    this.#columns();
    setText(hook(root, "check-need"), state.isReady ? "" : words.say(`need.${state.mode}`, { count: state.count }));
  }

  #source(source: Source): HTMLElement {
    const { words, state, changed } = this.context;
    const { id, record, origin, fileName, version, notices } = source;
    const piece = words.piece("source");
    const title = this.#titleOf(source);
    const from = origin === "file" && !state.hidden ? words.say("source.file", { name: fileName }) : words.say(origin === "file" ? "respondent" : `source.${origin}`);
    setText(hook(piece, "title"), state.hidden || origin !== "file" ? title : `${title}　${from}`);
    setText(hook(piece, "meta"), words.say("source.meta", {
      council: nameOf(record) || words.say("noname"), date: record.date ? formatDate(record.date) : words.say("none"),
      count: handled(record.answers), version,
    }));
    hook(piece, "notices").replaceChildren(...notices.map(listItem));
    const versions = tellVersions(version, state.checklist);
    show(hook(piece, "versions"), versions.length > 0);
    hook(piece, "version-list").replaceChildren(...versions.map(listItem));
    const use = hook<HTMLInputElement>(piece, "use");
    use.checked = source.use;
    setText(hook(piece, "use-name"), `（${title}）`);
    use.addEventListener("change", () => {
      source.use = use.checked;
      changed();
      this.#focusUse(id);
    });
    const remove = hook(piece, "remove");
    remove.setAttribute("aria-label", `${title}を${remove.textContent}`);
    remove.addEventListener("click", () => {
      state.remove(id);
      changed();
      hook(hook(this.context.root, "panel", "check"), "panel-title").focus();
    });
    piece.dataset["source"] = id;
    return piece;
  }

  #focusUse(id: string): void {
    this.context.root.querySelector<HTMLElement>(`[data-source="${CSS.escape(id)}"] [data-js-use]`)?.focus();
  }

  #titleOf({ id, record }: Source): string {
    const { state, words } = this.context;
    if (state.hidden) return state.letterOf(id);
    const { label, role } = record.respondent;
    if (label && role) return `${label}（${role}）`;
    return label || role || words.say("respondent");
  }

  #twin(twin: Twin<Source>): HTMLElement {
    const { words, state, changed } = this.context;
    const { sources, newest, identical } = twin;
    const piece = words.piece("twin");
    const who = state.hidden ? words.say("respondent") : this.#titleOf(newest);
    setText(hook(piece, "title"), words.say("twin.title", { who, count: sources.length }));
    const saved = savedText(newest.record);
    const differ = words.say("twin.differ", { newest: saved && words.say("twin.newest", { saved }) });
    setText(hook(piece, "meta"), identical ? words.say("twin.same") : differ);
    const done = () => {
      changed();
      hook(hook(this.context.root, "panel", "check"), "panel-title").focus();
    };
    hook(piece, "twin-newest").addEventListener("click", () => {
      for (const source of sources) source.use = source === newest;
      done();
    });
    hook(piece, "twin-both").addEventListener("click", () => {
      state.keptTwins.add(keyOf(twin));
      done();
    });
    return piece;
  }

  #columns(): void {
    const { root, state, words, changed } = this.context;
    const years = state.mode === "years";
    show(hook(root, "columns-section"), years);
    if (!years) return hook(root, "columns").replaceChildren();
    const lines = state.allColumns().map((column) => {
      const piece = words.piece("column");
      const box = hook<HTMLInputElement>(piece, "column");
      box.value = column.id;
      box.checked = state.usesColumn(column);
      const { record } = column;
      const respondent = state.hidden ? "" : record.respondent.label;
      const title = words.say("column.record", { title: columnTitle(column), council: nameOf(record), respondent, count: handled(record.answers) });
      setText(hook(piece, "title"), title);
      box.addEventListener("change", () => {
        state.useColumn(column.id, box.checked);
        changed();
        root.querySelector<HTMLElement>(`[data-js-column][value="${CSS.escape(column.id)}"]`)?.focus();
      });
      return piece;
    });
    hook(root, "columns").replaceChildren(...lines);
  }
}

function keyOf({ sources }: Twin<Source>): string {
  return sources.map(({ id }) => id).join(" ");
}

function nameOf({ subject }: ResultFile): string {
  return subject.prefecture + subject.name;
}

function handled(answers: Answers): number {
  return Object.values(answers).filter(({ state }) => state !== undefined).length;
}

function savedText({ saved_at }: ResultFile): string {
  const at = new Date(saved_at);
  return Number.isNaN(at.getTime()) ? "" : `${formatDate(toIsoDate(at))} ${formatTime(at)}`;
}
