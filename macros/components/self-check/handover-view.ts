/** The hand-over pack: one file that opens again, and paper. */

import { forAudience } from "../../client/audience";
import type { Audience } from "../../client/audience";
import { handoverCover, tellHandover } from "../../client/compare/handover-told";
import { exportFile } from "../../client/files/export";
import type { LoadXlsx } from "../../client/files/engine";
import { MESSAGES } from "../../client/messages";
import { personalPlaces } from "../../client/personal-places";
import type { Context } from "./context";
import { hook, hooks, setText, show, valueOf } from "./dom";
import { download } from "./download";
import type { Numbers } from "./numbers";
import { renderPersonal } from "./personal-list";
import { printAnswers } from "./print-answers";
import { printHead } from "./print-result";
import { toText } from "./to-text";

export class HandoverView {
  readonly #withPrivate: HTMLInputElement;

  constructor(private readonly context: Context, private readonly numbers: Numbers, private readonly loadXlsx: LoadXlsx) {
    const { root, signal } = context;
    this.#withPrivate = hook<HTMLInputElement>(root, "handover-private");
    this.#withPrivate.addEventListener("change", () => this.render(), { signal });
    for (const button of hooks(root, "handover")) {
      button.addEventListener("click", () => void this.#deliver(valueOf(button, "handover") as "xlsx" | "json"), { signal });
    }
    context.session.onChange(() => root.dataset["view"] === "result" && this.render());
  }

  /** For who takes over the post; 手元メモ only by choice. */
  get #audience(): Audience {
    return this.#withPrivate.checked ? "self" : "colleagues";
  }

  render(): void {
    const { root, session, words } = this.context;
    if (!session.isOpen) return;
    const ids = this.numbers.items.map((item) => item.id);
    const places = personalPlaces(forAudience(session.record, this.#audience), ids);
    const deeds = { numberOf: (id: string) => this.numbers.of(id), go: (place: (typeof places)[number]) => toText(this.context, place) };
    renderPersonal(hook(root, "personal", "handover"), words, places, deeds);
    show(hook(root, "handover-trouble"), false);
  }

  /** The sections, then all answers with their reasons. */
  print(): HTMLElement {
    const { session, checklist, words } = this.context;
    const pages = words.piece("print-handover");
    printHead(this.context, pages, session.record);
    const sections = tellHandover(session.record, checklist, (id) => this.numbers.of(id)).map(({ title, lines }) => {
      const piece = words.piece("print-handover-part");
      setText(hook(piece, "title"), title);
      hook(piece, "rows").replaceChildren(...lines.map(printLine));
      show(hook(piece, "none"), lines.length === 0);
      show(hook(piece, "table"), lines.length > 0);
      return piece;
    });
    hook(pages, "print-parts").replaceChildren(...sections);
    hook(pages, "print-all").replaceChildren(printAnswers(this.context, this.numbers, this.#withPrivate.checked));
    return pages;
  }

  async #deliver(kind: "xlsx" | "json"): Promise<void> {
    const { root, session, checklist, words, announce } = this.context;
    session.flush();
    const leaving = forAudience(session.record, this.#audience);
    const cover = handoverCover(leaving, checklist, (id) => this.numbers.of(id));
    const extras = { mark: MESSAGES.file.handover, cover };
    const made = await exportFile(session.record, checklist, kind, this.#audience, this.loadXlsx, extras);
    show(hook(root, "handover-trouble"), !made.ok);
    if (!made.ok) return setText(hook(root, "handover-trouble"), words.say("xlsx.missing"));
    download(made.value.name, made.value.type, made.value.bytes);
    announce(words.say("live.exported", { name: made.value.name }));
  }
}

function printLine([first = "", text = "", ...rest]: readonly string[]): HTMLElement {
  const row = document.createElement("tr");
  const cells = [first, text, rest.filter(Boolean).join("　")];
  row.append(...cells.map((textContent) => Object.assign(document.createElement("td"), { textContent, className: "sc-written" })));
  return row;
}
