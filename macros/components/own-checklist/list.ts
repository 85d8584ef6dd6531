/** 「この端末にあるチェックリスト」: to open one again, or to take it off this device with its records. */

import type { OwnStore } from "../../client/own/store";
import type { OwnChecklist } from "../../client/own/types";
import { SITE } from "../../client/site-id";
import { openStore, readIndex } from "../../client/storage";
import { closeOnButtons } from "../self-check/dialogs";
import { hook, setText, show } from "../self-check/dom";
import { Mirror, MirroredStorage } from "../self-check/mirror";
import { freshId } from "../self-check/records";
import type { Words } from "../self-check/words";

export class OwnList {
  readonly #dialog: HTMLDialogElement;
  #run: () => void = () => {};

  constructor(private readonly root: HTMLElement, private readonly words: Words, private readonly store: OwnStore) {
    this.#dialog = hook<HTMLDialogElement>(root, "own-delete");
    closeOnButtons(this.#dialog, new AbortController().signal);
    hook(this.#dialog, "own-delete-run").addEventListener("click", () => {
      this.#dialog.close();
      this.#run();
    });
  }

  render(): void {
    const kept = this.store.list();
    show(hook(this.root, "own-kept"), kept.length > 0);
    hook(this.root, "own-list").replaceChildren(...kept.map((checklist) => this.#entry(checklist)));
  }

  #entry(checklist: OwnChecklist): HTMLElement {
    const { words } = this;
    const piece = words.piece("own-entry");
    const link = hook<HTMLAnchorElement>(piece, "own-open");
    setText(link, checklist.title);
    link.href = `?c=${checklist.id}`;
    link.id = `own-link-${checklist.id}`;
    const items = checklist.domains.reduce((sum, domain) => sum + domain.items.length, 0);
    const records = recordsOf(checklist);
    const parts = [
      checklist.publisher && words.say("publisher", { publisher: checklist.publisher }),
      words.say("size", { domains: checklist.domains.length, items }),
      records > 0 && words.say("records", { count: records }),
      words.say("id", { id: checklist.id }),
    ];
    setText(hook(piece, "own-about"), parts.filter(Boolean).join("　"));
    const button = hook(piece, "own-remove");
    button.setAttribute("aria-describedby", link.id);
    button.addEventListener("click", () => this.#ask(checklist, records));
    return piece;
  }

  #ask(checklist: OwnChecklist, records: number): void {
    const { words } = this;
    const key = records > 0 ? "delete.records" : "delete";
    setText(hook(this.#dialog, "own-delete-text"), words.say(key, { title: checklist.title, count: records }));
    this.#run = () => {
      const mirrored = () => new MirroredStorage(window.localStorage, new Mirror(`kyogikai:${SITE}`));
      const gone = openStore(mirrored, { site: SITE, checklist: checklist.id }, freshId()).removeAll().status === "ok";
      const said = gone && this.store.remove(checklist.id) ? "deleted" : "undeleted";
      setText(hook(this.root, "own-live"), words.say(said));
      this.render();
      hook(this.root, "own-choose").querySelector<HTMLElement>("h2")?.focus();
    };
    this.#dialog.showModal();
  }
}

function recordsOf({ id }: OwnChecklist): number {
  return readIndex(() => window.localStorage, SITE).filter((record) => record.checklist === id).length;
}
