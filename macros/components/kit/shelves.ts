/** The list of the parts: links where there are files, and boxes to pick them. */

import { factsOf } from "../../client/kit/contents";
import type { KitData, KitPart, Manifest } from "../../client/kit/types";
import { hook, hooks, setText, show } from "../self-check/dom";
import type { Words } from "../self-check/words";

export class Shelves {
  constructor(
    private readonly root: HTMLElement,
    private readonly words: Words,
    data: KitData,
    private readonly manifest: Manifest,
    private readonly folder: string,
    private readonly give: (part: KitPart) => void,
  ) {
    for (const part of data.parts) this.#wire(part);
    for (const shelf of hooks(root, "shelf")) {
      show(hook(shelf, "all"), this.#boxes(shelf).some((box) => !box.disabled));
    }
  }

  /** Ids of the parts that are picked and can be had. */
  picked(): ReadonlySet<string> {
    return new Set(this.#boxes(this.root).filter((box) => box.checked).map((box) => box.value));
  }

  /** Picks every part of `ids` that can be had; returns how many. */
  pick(ids: readonly string[]): number {
    const boxes = this.#boxes(this.root).filter((box) => ids.includes(box.value) && !box.disabled);
    for (const box of boxes) {
      box.checked = true;
      box.closest("details")?.setAttribute("open", "");
    }
    return boxes.length;
  }

  pickShelf(shelf: ParentNode): void {
    for (const box of this.#boxes(shelf)) box.checked = !box.disabled;
  }

  clear(): void {
    for (const box of this.#boxes(this.root)) box.checked = false;
  }

  #wire(part: KitPart): void {
    const entry = hook(this.root, "part", part.id);
    const there = part.id in this.manifest.files;
    const box = hook<HTMLInputElement>(entry, "box");
    box.disabled = !there;
    show(box, there);
    const link = hook<HTMLAnchorElement>(entry, "get");
    show(link, there);
    // A site without any file says so once, at the top.
    show(hook(entry, "absent"), !there && this.manifest.date !== "");
    setText(hook(entry, "absent"), this.manifest.missing[part.id] ?? this.words.say("absent"));
    if (!there) return;
    const facts = factsOf(part, this.manifest);
    this.#lead(link, part);
    setText(link, this.words.say("get", { facts }));
    link.setAttribute("aria-label", this.words.say("get.name", { title: part.title, facts }));
  }

  /** In the offline edition the bytes stand in a script only, so that they are there once and not twice. */
  #lead(link: HTMLAnchorElement, part: KitPart): void {
    link.href = this.manifest.wrapped ? "#kit-list" : `${this.folder}${part.path}`;
    if (!this.manifest.wrapped) return;
    link.removeAttribute("download");
    link.addEventListener("click", (event) => {
      event.preventDefault();
      this.give(part);
    });
  }

  #boxes(within: ParentNode): readonly HTMLInputElement[] {
    return hooks<HTMLInputElement>(within, "box");
  }
}
