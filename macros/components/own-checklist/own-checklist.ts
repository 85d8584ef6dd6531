/** Entry of the page for checklists of one's own: from a file to a running self-check, all on this device. */

import { OwnStore } from "../../client/own/store";
import type { OwnChecklist, Standards } from "../../client/own/types";
import { OWN } from "../../client/own/messages";
import { createRecord } from "../../client/record";
import { safeFileName } from "../../client/filename";
import { SITE } from "../../client/site-id";
import { hook, listItem, setText, show, valueOf } from "../self-check/dom";
import { download } from "../self-check/download";
import { filesOf, onDrop } from "../self-check/drop";
import { xlsxLoader } from "../self-check/load-xlsx";
import { start } from "../self-check/start";
import { Words } from "../self-check/words";
import { goLive } from "../settings/arrival";
import { fill } from "./fill";
import { sheetFrame } from "./frames";
import { OwnList } from "./list";
import { ownReader, standardsIn } from "./reader";
import type { ReadOwn } from "./reader";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

class OwnPage {
  readonly #words: Words;
  readonly #standards: Standards;
  readonly #store = new OwnStore(() => window.localStorage, SITE);
  readonly #loadXlsx: ReturnType<typeof xlsxLoader>;
  readonly #read: ReadOwn;
  readonly #list: OwnList;

  constructor(private readonly root: HTMLElement) {
    this.#words = new Words(root);
    this.#standards = standardsIn(root);
    this.#loadXlsx = xlsxLoader(valueOf(root, "own-xlsx"));
    this.#read = ownReader(root, this.#loadXlsx);
    this.#list = new OwnList(root, this.#words, this.#store);
  }

  start(): void {
    const asked = new URLSearchParams(location.search).get("c");
    const found = asked === null ? null : this.#store.load(asked);
    if (found) return this.#run(found, this.#note(found));
    if (asked !== null) this.#refuse([this.#words.say("gone")], "");
    this.#listen();
    this.#list.render();
    goLive(this.root);
  }

  #listen(): void {
    const input = hook<HTMLInputElement>(this.root, "own-file");
    const onPick = async () => {
      await this.#open([...(input.files ?? [])]);
      input.value = ""; // the same file can be chosen again
    };
    input.addEventListener("change", () => void onPick());
    onDrop(hook(this.root, "own-drop"), (transfer) => void this.#open(filesOf(transfer)));
  }

  async #open(files: readonly File[]): Promise<void> {
    const [file] = files;
    this.#refuse([], "");
    if (!file) return;
    if (files.length > 1) return this.#refuse([OWN.many], "");
    const result = await this.#read(file);
    if (!result.ok) return this.#refuse(result.faults, file.name);
    const kept = this.#store.save(result.value) === "ok";
    if (!kept) return this.#run(result.value, this.#words.say("unkept"));
    // An address of its own: Back leads here again, and it can be kept. No navigation: another process could read
    // the storage before this one's write has arrived there.
    history.pushState(null, "", `?c=${result.value.id}`);
    window.addEventListener("popstate", () => {
      if (new URLSearchParams(location.search).get("c") !== result.value.id) location.reload();
    });
    this.#run(result.value, this.#note(result.value));
  }

  #refuse(faults: readonly string[], file: string): void {
    const place = hook(this.root, "own-refusal");
    show(place, faults.length > 0);
    setText(hook(place, "own-refused"), file === "" ? this.#words.say("refused") : this.#words.say("refused.file", { file }));
    hook(place, "own-faults").replaceChildren(...faults.map(listItem));
  }

  /** Another edition of the sheet is here too: its answers stay with it. */
  #note({ id, title }: OwnChecklist): string {
    const others = this.#store.list().filter((one) => one.title === title && one.id !== id);
    return others.length > 0 ? this.#words.say("edition", { count: others.length }) : "";
  }

  #run(checklist: OwnChecklist, note: string): void {
    const { root } = this;
    const title = document.querySelector("h1");
    if (title) setText(title, checklist.title);
    document.title = `${checklist.title} - ${document.title}`;
    const items = checklist.domains.reduce((sum, domain) => sum + domain.items.length, 0);
    const size = this.#words.say("size", { domains: checklist.domains.length, items });
    const sheet = document.importNode(hook<HTMLTemplateElement>(root, "own-pattern").content, true);
    fill(sheet, sheetFrame(checklist, this.#standards, size));
    const place = hook(root, "own-place");
    place.replaceChildren(sheet);
    show(hook(root, "own-choose"), false);
    show(hook(root, "own-head"), true);
    setText(hook(root, "own-note"), note);
    show(hook(root, "own-note"), note !== "");
    const running = hook(place, "self-check");
    hook(running, "own-blank").addEventListener("click", () => void this.#blank(checklist));
    void start(running, checklist);
    goLive(root);
  }

  /** The blank sheet to be filled in with Excel. */
  async #blank(checklist: OwnChecklist): Promise<void> {
    const engine = await this.#loadXlsx().catch(() => null);
    const note = hook(this.root, "own-note");
    if (!engine) {
      setText(note, OWN.noEngine);
      return show(note, true);
    }
    const bytes = await engine.exportXlsx(createRecord(checklist, ""), checklist, { withPrivate: true, mark: "" });
    download(safeFileName(this.#words.say("blank", { title: checklist.title }), "xlsx"), XLSX, bytes);
  }
}

for (const root of document.querySelectorAll<HTMLElement>("[data-js-own]")) new OwnPage(root).start();
