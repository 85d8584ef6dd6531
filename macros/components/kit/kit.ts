/** Entry of the kit's page: shows which files this copy of the site carries, and packs what somebody picks. */

import { formatDate, toIsoDate } from "../../client/dates";
import { safeFileName } from "../../client/filename";
import { chaptersOf, contentsText, sizeOf } from "../../client/kit/contents";
import type { ContentsWords } from "../../client/kit/contents";
import { packKit } from "../../client/kit/pack";
import type { PackedFile } from "../../client/kit/pack";
import { NO_FILES } from "../../client/kit/types";
import type { Cover, KitData, KitPart, Manifest } from "../../client/kit/types";
import { closestHook, hook, hooks, setText, show, tell, valueOf } from "../self-check/dom";
import { download } from "../self-check/download";
import { Words } from "../self-check/words";
import { goLive } from "../settings/arrival";
import { bytesOf } from "./bytes";
import { contentsPage } from "./contents-page";
import { Shelves } from "./shelves";

class KitPage {
  readonly #words: Words;
  readonly #data: KitData;
  readonly #folder: string;
  readonly #shelves: Shelves;
  #busy = false;

  constructor(private readonly root: HTMLElement, private readonly manifest: Manifest) {
    this.#words = new Words(root);
    this.#folder = valueOf(root, "files");
    // Written by the build (macros/views.py), so its shape is known.
    this.#data = JSON.parse(hook(root, "data").textContent) as KitData;
    this.#shelves = new Shelves(root, this.#words, this.#data, manifest, this.#folder, (part) => void this.#giveOne(part));
    const carries = Object.keys(manifest.files).length > 0;
    show(hook(root, "empty"), !carries);
    for (const name of ["how", "composer", "sums"]) show(hook(root, name), carries);
    hook<HTMLAnchorElement>(root, "sums-link").href = `${this.#folder}SHA256SUMS.txt`;
    for (const button of hooks(root, "occasion")) show(button, carries);
    this.#showOffline();
    hook<HTMLInputElement>(root, "cover", "date").value = toIsoDate(new Date());
    root.addEventListener("change", () => this.#showChosen());
    root.addEventListener("click", (event) => this.#onClick(event));
    this.#showChosen();
    goLive(root);
  }

  #showOffline(): void {
    const { offline, date, wrapped } = this.manifest;
    show(hook(this.root, "offline"), offline !== null);
    show(hook(this.root, "offline-none"), wrapped);
    if (!offline) return;
    hook<HTMLAnchorElement>(this.root, "offline-link").href = `${this.#folder}${offline.path}`;
    setText(hook(this.root, "offline-facts"), this.#words.say("offline", { date: formatDate(date), size: sizeOf(offline.bytes) }));
    setText(hook(this.root, "offline-sum"), offline.sha256);
  }

  #onClick(event: MouseEvent): void {
    const at = (name: string) => closestHook(event.target, name);
    const occasion = at("occasion");
    if (occasion) this.#pickOccasion(occasion);
    const shelf = at("all") && at("shelf");
    if (shelf) this.#shelves.pickShelf(shelf);
    if (at("clear")) this.#shelves.clear();
    if (occasion || shelf || at("clear")) this.#showChosen();
    if (at("pack")) void this.#pack();
  }

  #pickOccasion(button: HTMLElement): void {
    const count = this.#shelves.pick(this.#data.occasions[valueOf(button, "occasion")] ?? []);
    const title = button.closest("li")?.querySelector("h3")?.textContent ?? "";
    setText(hook(this.root, "live"), this.#words.say("occasion", { title, count }));
    hook(this.root, "composer").scrollIntoView({ block: "nearest" });
  }

  #showChosen(): void {
    const picked = this.#shelves.picked();
    const size = sizeOf([...picked].reduce((sum, id) => sum + (this.manifest.files[id]?.bytes ?? 0), 0));
    setText(hook(this.root, "chosen"), this.#words.say(picked.size > 0 ? "chosen" : "chosen.none", { count: picked.size, size }));
  }

  async #pack(): Promise<void> {
    if (this.#busy) return;
    const picked = this.#shelves.picked();
    if (picked.size === 0) return this.#refuse(this.#words.say("none"));
    if (!this.manifest.wrapped && location.protocol === "file:") return this.#refuse(this.#words.say("folder"));
    this.#busy = true;
    try {
      const files = await this.#read(picked);
      if (files) this.#give(picked, files);
    } finally {
      this.#busy = false;
    }
  }

  /** The picked files; null, and told, if one cannot be had. */
  async #read(picked: ReadonlySet<string>): Promise<readonly PackedFile[] | null> {
    const files: PackedFile[] = [];
    for (const part of this.#data.parts.filter(({ id }) => picked.has(id))) {
      this.#say(this.#words.say("reading", { at: files.length + 1, total: picked.size }));
      const bytes = await bytesOf(part, this.#folder, this.manifest).catch(() => null);
      if (!bytes) {
        this.#refuse(this.#words.say("failed", { title: part.title }));
        return null;
      }
      files.push({ path: part.path, bytes });
    }
    return files;
  }

  async #giveOne(part: KitPart): Promise<void> {
    const bytes = await bytesOf(part, this.#folder, this.manifest).catch(() => null);
    const name = part.path.slice(part.path.lastIndexOf("/") + 1);
    if (bytes) download(name, "application/octet-stream", bytes);
    setText(hook(this.root, "live"), this.#words.say(bytes ? "given" : "failed.one", { title: part.title }));
  }

  #give(picked: ReadonlySet<string>, files: readonly PackedFile[]): void {
    const cover = this.#cover();
    const chapters = chaptersOf(this.#data, picked);
    const said: ContentsWords = {
      title: this.#words.say("contents.title"), heading: this.#words.say("contents.heading"),
      origin: this.#words.say("contents.origin", { date: formatDate(this.manifest.date) }),
    };
    const page = contentsPage(this.#words, cover, chapters, this.manifest, said, this.#data.frame);
    const zip = packKit(files, page, contentsText(cover, chapters, this.manifest, said), new Date());
    const stem = [this.#words.say("stem"), cover.title || cover.host, cover.date].filter((word) => word !== "").join("_");
    const name = safeFileName(stem, "zip");
    download(name, "application/zip", zip);
    this.#say(this.#words.say("done", { name, count: files.length, size: sizeOf(zip.length) }));
  }

  #cover(): Cover {
    const value = (name: keyof Cover) => hook<HTMLInputElement>(this.root, "cover", name).value.trim();
    return { title: value("title"), host: value("host"), date: value("date") };
  }

  #say(text: string): void {
    tell(this.root, "said", text);
  }

  #refuse(text: string): void {
    tell(this.root, "trouble", text);
  }
}

const manifest = (globalThis as { KyogikaiKit?: Manifest }).KyogikaiKit ?? NO_FILES;
for (const root of document.querySelectorAll<HTMLElement>("[data-js-kit]")) new KitPage(root, manifest);
