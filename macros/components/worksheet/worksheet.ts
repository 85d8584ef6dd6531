/** Entry of the worksheet page: fields, storage, files, records of the self-check. */

import { readAny } from "../../client/aggregate/read-any";
import { formatDate, formatTime, toIsoDate } from "../../client/dates";
import { judgeSize } from "../../client/files/refuse";
import { safeFileName } from "../../client/filename";
import { migrate } from "../../client/migrate";
import { Catalogue } from "../../client/own/catalogue";
import { OwnStore } from "../../client/own/store";
import { SITE } from "../../client/site-id";
import { openStore, readIndex } from "../../client/storage";
import type { ChecklistData, Refusal, ResultFile } from "../../client/types";
import { emptyWorksheet, withLastYear, withThisYear, worksheetTable } from "../../client/worksheet";
import type { ListPart, Worksheet } from "../../client/worksheet";
import { closestHook, hook, hooks, setText, tell, valueOf } from "../self-check/dom";
import { download } from "../self-check/download";
import { xlsxLoader } from "../self-check/load-xlsx";
import { Words } from "../self-check/words";
import { goLive } from "../settings/arrival";
import { loadDraft, removeDraft, saveDraft } from "./draft";
import { Form } from "./form";
import { readWorksheetFile } from "./read";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const PAUSE_MS = 250;
type Year = "last" | "now";

class Page {
  readonly #words: Words;
  readonly #form: Form;
  readonly #loadXlsx: ReturnType<typeof xlsxLoader>;
  readonly #catalogue: Catalogue;
  #sheet: Worksheet = loadDraft();
  #timer = 0;
  #atRisk = false;

  constructor(private readonly root: HTMLElement) {
    this.#words = new Words(root);
    this.#form = new Form(root, this.#words);
    this.#loadXlsx = xlsxLoader(valueOf(root, "xlsx"));
    // Written by the build (macros/client_data.py), so its shape is known.
    const site = JSON.parse(hook(root, "catalogue").textContent) as readonly ChecklistData[];
    this.#catalogue = new Catalogue(site, new OwnStore(() => window.localStorage, SITE));
    this.#form.fill(this.#sheet);
    this.#offerRecords();
    this.#listen();
    goLive(root);
  }

  #listen(): void {
    const form = hook(this.root, "form");
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => this.#typed());
    form.addEventListener("change", () => this.#form.showKind());
    this.root.addEventListener("click", (event) => this.#onClick(event));
    for (const input of hooks<HTMLInputElement>(this.root, "file")) {
      const onPick = async () => {
        const file = input.files?.[0];
        if (file) await this.#onFile(valueOf(input, "file") as Year | "open", file);
        input.value = "";
      };
      input.addEventListener("change", () => void onPick());
    }
    window.addEventListener("pagehide", () => this.#save());
    window.addEventListener("beforeunload", (event) => this.#atRisk && event.preventDefault());
  }

  #onClick(event: MouseEvent): void {
    const at = (name: string) => closestHook(event.target, name);
    const add = at("add");
    if (add) this.#form.add(valueOf(add, "add") as ListPart);
    if (at("remove")) {
      const list = closestHook(event.target, "list");
      closestHook(event.target, "line")?.remove();
      this.#typed();
      if (list) hook(this.root, "add", valueOf(list, "list")).focus();
    }
    const fill = at("fill");
    if (fill) this.#fillFrom(valueOf(fill, "fill") as Year);
    const kind = at("export");
    if (kind) void this.#export(valueOf(kind, "export") as "xlsx" | "json");
    if (at("print")) window.print();
    if (at("clear") && window.confirm(this.#words.say("clear.ask"))) {
      clearTimeout(this.#timer);
      removeDraft();
      this.#take(emptyWorksheet());
      this.#atRisk = false;
      setText(hook(this.root, "status"), "");
      this.#say(this.#words.say("cleared"));
    }
  }

  #typed(): void {
    this.#sheet = this.#form.read(this.#sheet);
    this.#atRisk = true;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#save(), PAUSE_MS);
  }

  #save(): void {
    if (!this.#atRisk) return;
    clearTimeout(this.#timer);
    this.#atRisk = !saveDraft(this.#sheet);
    setText(hook(this.root, "status"), this.#words.say(this.#atRisk ? "unsaved" : "saved", { time: formatTime(new Date()) }));
  }

  #take(sheet: Worksheet): void {
    this.#sheet = sheet;
    this.#form.fill(sheet);
    this.#atRisk = true;
  }

  #say(text: string): void {
    tell(this.root, "said", text);
  }

  #refuse(text: string): void {
    tell(this.root, "trouble", text);
  }

  #refusal({ what, todo }: Refusal): void {
    this.#refuse(this.#words.say("refused", { what, todo }));
  }

  /** The self-check records of this device, newest first. */
  #offerRecords(): void {
    const known = new Set(this.#catalogue.all.map((checklist) => checklist.id));
    const records = readIndex(() => window.localStorage, SITE).filter((one) => known.has(one.checklist) && !one.damaged);
    for (const select of hooks<HTMLSelectElement>(this.root, "records")) {
      const options = records.map((one) => new Option(this.#words.say("record", {
        name: one.prefecture + one.name || this.#words.say("noname"), respondent: one.respondent, date: one.date && formatDate(one.date),
      }).trim(), `${one.checklist}:${one.id}`));
      select.replaceChildren(new Option(this.#words.say(records.length > 0 ? "choose" : "none"), ""), ...options);
    }
  }

  #fillFrom(year: Year): void {
    const [checklistId = "", id = ""] = hook<HTMLSelectElement>(this.root, "records", year).value.split(":");
    const checklist = this.#catalogue.find(checklistId);
    if (!checklist) return hook(this.root, "records", year).focus();
    const found = openStore(() => window.localStorage, { site: SITE, checklist: checklistId }, "worksheet").load(id);
    if (found.status !== "ok") return this.#refuse(this.#words.say("gone"));
    this.#fill(year, migrate(found.record, checklist, toIsoDate(new Date())).record, checklist);
  }

  #fill(year: Year, record: ResultFile, checklist: ChecklistData): void {
    const sheet = this.#form.read(this.#sheet);
    this.#take(year === "last" ? withLastYear(sheet, record) : withThisYear(sheet, record, checklist));
    this.#save();
    this.#say(this.#words.say("filled"));
  }

  async #onFile(use: Year | "open", file: File): Promise<void> {
    const bySize = judgeSize(file.size);
    if (bySize) return this.#refusal(bySize);
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (use !== "open") {
      const found = await readAny(bytes, this.#catalogue.all, toIsoDate(new Date()), this.#loadXlsx);
      if (!found.ok) return this.#refusal(found.refusal);
      const record = found.value.kind === "record" ? found.value.draft.record : null;
      const checklist = record ? this.#catalogue.find(record.checklist.id) : undefined;
      return record && checklist ? this.#fill(use, record, checklist) : this.#refuse(this.#words.say("gone"));
    }
    const read = await readWorksheetFile(bytes, this.#loadXlsx);
    if (!read.ok) return this.#refusal(read.refusal);
    const isEmpty = JSON.stringify(this.#form.read(this.#sheet)) === JSON.stringify(emptyWorksheet());
    if (!isEmpty && !window.confirm(this.#words.say("open.ask"))) return;
    this.#take(read.value);
    this.#save();
    this.#say(this.#words.say("opened", { name: file.name }));
  }

  async #export(kind: "xlsx" | "json"): Promise<void> {
    const sheet = this.#form.read(this.#sheet);
    const name = safeFileName([this.#words.say("stem"), sheet.name, sheet.year, toIsoDate(new Date())].filter(Boolean).join("_"), kind);
    if (kind === "json") download(name, "application/json", `${JSON.stringify(sheet, null, 2)}\n`);
    else {
      const engine = await this.#loadXlsx().catch(() => null);
      if (!engine) return this.#refuse(this.#words.say("xlsx"));
      download(name, XLSX, await engine.exportTables([worksheetTable(sheet)]));
    }
    this.#atRisk = false;
    this.#say(this.#words.say("exported", { name }));
  }
}

for (const root of document.querySelectorAll<HTMLElement>("[data-js-worksheet]")) new Page(root);
