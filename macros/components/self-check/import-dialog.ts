/** Opening a file: judged first, shown second, stored only by choice. */

import { tellVersions } from "../../client/compare/versions-told";
import { formatDate, toIsoDate } from "../../client/dates";
import type { LoadXlsx } from "../../client/files/engine";
import { importFile } from "../../client/files/import";
import type { Imported } from "../../client/files/import";
import type { RecordSummary } from "../../client/storage";
import type { ResultFile } from "../../client/types";
import type { Context } from "./context";
import { closeOnButtons } from "./dialogs";
import { checkedValue, hook, hooks, listItem, setText, show } from "./dom";
import { recordName } from "./status";

export interface Takeover {
  readonly record: ResultFile;
  /** The record to replace; "" for a new one. */
  readonly replaces: string;
}

export interface ImportDeeds {
  /** The records that a file can replace. */
  readonly records: () => readonly RecordSummary[];
  readonly take: (takeover: Takeover) => void;
}

export class ImportDialog {
  readonly #dialog: HTMLDialogElement;
  readonly #modes: readonly HTMLInputElement[];
  readonly #target: HTMLSelectElement;
  #imported: Imported | null = null;

  constructor(
    private readonly context: Context,
    private readonly loadXlsx: LoadXlsx,
    private readonly deeds: ImportDeeds,
  ) {
    const { root, signal } = context;
    this.#dialog = hook<HTMLDialogElement>(root, "import-dialog");
    this.#modes = hooks<HTMLInputElement>(this.#dialog, "import-mode");
    this.#target = hook<HTMLSelectElement>(this.#dialog, "import-target");
    closeOnButtons(this.#dialog, signal);
    for (const radio of this.#modes) radio.addEventListener("change", () => this.#showTarget(), { signal });
    this.#target.addEventListener("change", () => this.#showTarget(), { signal });
    hook(this.#dialog, "import-run").addEventListener("click", () => this.#run(), { signal });
  }

  /** Judges the one chosen file, and shows what is in it. */
  async open(files: readonly File[]): Promise<void> {
    const { checklist, words } = this.context;
    const file = files[0];
    this.#refuse("");
    if (!file) return;
    if (files.length > 1) return this.#refuse(words.say("import.many"));
    const result = await importFile(file, checklist, toIsoDate(new Date()), this.loadXlsx);
    if (!result.ok) return this.#refuse(result.refusal.message);
    this.#imported = result.value;
    this.#render(file.name, result.value);
    this.#dialog.showModal();
  }

  #refuse(message: string): void {
    const place = hook(this.context.root, "import-refusal");
    show(place, message !== "");
    setText(place, message);
  }

  #render(fileName: string, { record, migration, notices }: Imported): void {
    const { words, checklist } = this.context;
    const none = words.say("import.none");
    const handled = Object.values(record.answers).filter((answer) => answer.state !== undefined).length;
    const { goals, actions, requests } = record.plan;
    const version = migration.from === checklist.version ? "version.same" : "version.other";
    const facts: Readonly<Record<string, string>> = {
      file: fileName,
      subject: recordName(record, none),
      respondent: [record.respondent.label, record.respondent.role].filter((part) => part !== "").join("・") || none,
      date: record.date ? formatDate(record.date) : none,
      version: words.say(version, { version: migration.from, current: checklist.version }),
      answers: words.say("import.answers", { count: handled }),
      plan: words.say("import.plan", { goals: goals.length, actions: actions.length, requests: requests.length }),
    };
    for (const [name, text] of Object.entries(facts)) setText(hook(this.#dialog, "import-fact", name), text);
    this.#list("import-notices", notices.map((notice) => notice.message));
    this.#list("import-unplaced", migration.unplaced.map(({ id, message }) => words.say("unplaced", { id, message })));
    const versions = tellVersions(migration.from, checklist);
    this.#list("import-versions", versions);
    show(hook(this.#dialog, "import-versions-fold"), versions.length > 0);
    show(hook(this.#dialog, "import-notes"), notices.length + migration.unplaced.length > 0);
    this.#renderTargets(record);
  }

  #list(name: string, texts: readonly string[]): void {
    hook(this.#dialog, name).replaceChildren(...texts.map(listItem));
  }

  #renderTargets(record: ResultFile): void {
    const { words } = this.context;
    const records = this.deeds.records().filter((one) => !one.damaged);
    const options = records.map(({ id, prefecture, name, respondent: label, date }) => {
      const parts = [prefecture + name || words.say("noname"), label, date && formatDate(date)].filter((part) => part !== "");
      return new Option(parts.join("・"), id);
    });
    this.#target.replaceChildren(...options);
    const { subject, respondent } = record;
    const same = records.find((one) => one.name === subject.name && one.respondent === respondent.label);
    if (same) this.#target.value = same.id;
    for (const radio of this.#modes) radio.checked = radio.value === "new";
    show(hook(this.#dialog, "import-how"), records.length > 0);
    this.#showTarget();
  }

  #showTarget(): void {
    show(hook(this.#dialog, "import-target-field"), checkedValue(this.#modes) === "replace");
    const target = this.deeds.records().find(({ id }) => id === this.#target.value);
    show(hook(this.#dialog, "import-older"), target !== undefined && isOlder(this.#imported?.record, target));
  }

  #run(): void {
    if (!this.#imported) return;
    const replaces = checkedValue(this.#modes) === "replace" ? this.#target.value : "";
    this.#dialog.close();
    this.deeds.take({ record: this.#imported.record, replaces });
    this.#imported = null;
  }
}

/** By the instant of the last change; a sheet filled in by hand has none, then by the day of the check. */
function isOlder(record: ResultFile | undefined, target: RecordSummary): boolean {
  if (!record) return false;
  return record.saved_at === "" ? record.date !== "" && record.date < target.date : record.saved_at < target.saved_at;
}
