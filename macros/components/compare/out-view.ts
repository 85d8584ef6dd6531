/** Step 5: the comparison as a file or on paper, after a look for what names a person. */

import { SHOWN_TEXTS, peopleTable, yearsTable } from "../../client/compare/tables";
import { compareYears } from "../../client/compare/years";
import { ownLabels } from "../../client/compare/names";
import { formatCsv } from "../../client/files/csv";
import { FILE_TYPES } from "../../client/files/export";
import type { Table } from "../../client/files/table";
import { safeFileName } from "../../client/filename";
import * as MESSAGES from "../../client/messages";
import { personalPlaces } from "../../client/personal-places";
import type { PersonalPlace } from "../../client/personal-places";
import type { Answer, ResultFile } from "../../client/types";
import { checkedValue, hook, hooks, setText, show, valueOf } from "../self-check/dom";
import { download } from "../self-check/download";
import { renderPersonal } from "../self-check/personal-list";
import type { Context, Panel } from "./context";
import type { YearsView } from "./years-view";

type Format = "xlsx" | "csv";

export class OutView implements Panel {
  readonly #formats: readonly HTMLInputElement[];

  constructor(private readonly context: Context, private readonly years: YearsView) {
    const { root } = context;
    this.#formats = hooks<HTMLInputElement>(root, "format");
    for (const radio of this.#formats) radio.addEventListener("change", () => this.render());
    hook(root, "out-run").addEventListener("click", () => void this.#run());
    hook(root, "out-print").addEventListener("click", () => window.print());
    window.addEventListener("beforeprint", () => this.#onPaper(true));
    window.addEventListener("afterprint", () => this.#onPaper(false));
  }

  render(): void {
    const { root, state, words, numbers, goItem } = this.context;
    const hidden = words.say(state.hidden ? "out.hidden" : "out.open");
    setText(hook(root, "out-lead"), words.say(`out.${state.mode}`, { count: state.mode === "people" ? state.count : this.years.columns().length, hidden }));
    setText(hook(root, "out-name"), this.#name());
    show(hook(root, "out-trouble"), false);
    const places = state.mode === "people" ? this.#places() : [];
    const deeds = { numberOf: (id: string) => numbers().of(id), go: ({ itemId }: PersonalPlace) => goItem(itemId) };
    renderPersonal(hook(root, "personal", "compare"), words, places, deeds);
    const named = state.hidden && state.mode === "people" ? this.#namedItems() : [];
    show(hook(root, "named"), named.length > 0);
    setText(hook(root, "named"), words.say("named", { numbers: named.map((id) => numbers().of(id)).join("、") }));
  }

  /** What looks personal in the texts that go into the table: each once, whoever wrote it. */
  #places(): readonly PersonalPlace[] {
    const { state, numbers } = this.context;
    const ids = numbers().items.map(({ id }) => id);
    const found = state.used.flatMap(({ record }, at) => personalPlaces(leaving(record, at === 0 ? state.agreed : {}), ids));
    const order = (place: PersonalPlace) => ids.indexOf(place.itemId);
    const once = new Map(found.map((place) => [JSON.stringify(place), place]));
    return [...once.values()].sort((a, b) => order(a) - order(b));
  }

  /** Items whose notes call a respondent by name although the names are hidden. */
  #namedItems(): readonly string[] {
    const { state, numbers } = this.context;
    const records = state.used.map(({ record }) => record);
    const names = ownLabels(records, "").map((label) => label.replace(/（\d+）$/, "")).filter((label) => label.length > 1);
    const texts = (id: string) => [
      ...records.flatMap((record) => SHOWN_TEXTS.map((field) => record.answers[id]?.[field] ?? "")), state.agreed[id]?.reason ?? "",
    ];
    return numbers().items.map(({ id }) => id).filter((id) => texts(id).some((text) => names.some((name) => text.includes(name))));
  }

  #table(): Table {
    const { state, numbers } = this.context;
    const numberOf = (id: string) => numbers().of(id);
    if (state.mode === "people") return peopleTable(state.voices(), state.checklist, state.agreed, state.hidden, numberOf);
    const columns = this.years.columns();
    return yearsTable(compareYears(columns, state.checklist, this.years.basis), columns.map((column) => this.years.title(column)), numberOf);
  }

  #name(): string {
    const { state } = this.context;
    const { stem, table } = MESSAGES.compare;
    const council = state.subject.prefecture + state.subject.name || MESSAGES.file.noName;
    return safeFileName([stem, council, table[state.mode], state.date].filter(Boolean).join("_"), checkedValue(this.#formats));
  }

  async #run(): Promise<void> {
    const { root, words, announce, loadXlsx } = this.context;
    const format = checkedValue(this.#formats) as Format;
    const table = this.#table();
    const engine = format === "xlsx" ? await loadXlsx().catch(() => null) : null;
    const failed = format === "xlsx" && !engine;
    show(hook(root, "out-trouble"), failed);
    if (failed) return setText(hook(root, "out-trouble"), words.say("xlsx.missing"));
    const content = engine ? await engine.exportTables([table]) : `\ufeff${formatCsv([table.header, ...table.rows].map((row) => row.map(String)))}`;
    download(this.#name(), FILE_TYPES[format], content);
    announce(words.say("live.exported", { name: this.#name() }));
  }

  /** Paper is the list of items, with the notes open, from whatever step it is asked for. */
  #onPaper(on: boolean): void {
    const { root, state } = this.context;
    const step = on && state.isReady ? "see" : root.dataset["step"];
    for (const panel of hooks(root, "panel")) show(panel, valueOf(panel, "panel") === step);
    for (const fold of root.querySelectorAll<HTMLDetailsElement>("[data-js-notes]")) {
      if (on && !fold.open) fold.dataset["folded"] = "";
      if (on) fold.open = true;
      if (!on && fold.dataset["folded"] !== undefined) fold.open = false;
      if (!on) delete fold.dataset["folded"];
    }
  }
}

/** Only what the table holds: no plan, no snapshot, no label (a label is meant to be seen, or is hidden). */
function leaving(record: ResultFile, agreed: ResultFile["agreed"]): ResultFile {
  const answers = Object.entries(record.answers).map(([id, answer]) => {
    return [id, Object.fromEntries(SHOWN_TEXTS.flatMap((field) => (answer[field] ? [[field, answer[field]]] : []))) as Answer] as const;
  });
  return {
    ...record, agreed, snapshots: [], plan: { goals: [], actions: [], requests: [] },
    respondent: { label: "", role: "" }, answers: Object.fromEntries(answers),
  };
}
