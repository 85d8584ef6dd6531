/** One item opened: its distribution, who says what, and the notes. */

import { entryFor } from "../../client/aggregate/agenda";
import { spreadOf } from "../../client/aggregate/spread";
import type { Sight } from "../../client/aggregate/sight";
import { cellLabel, numbered } from "../../client/aggregate/tables";
import { closeOnButtons } from "../self-check/dialogs";
import { hook, setText, show } from "../self-check/dom";
import { bar } from "./charts";
import type { Context } from "./context";

export class ItemDialog {
  readonly #dialog: HTMLDialogElement;
  #itemId = "";

  constructor(private readonly context: Context) {
    const { root, signal } = context;
    this.#dialog = hook<HTMLDialogElement>(root, "item-dialog");
    closeOnButtons(this.#dialog, signal);
    hook(this.#dialog, "item-add").addEventListener("click", () => this.#add(), { signal });
    // What was shown does not stay in the page.
    this.#dialog.addEventListener("close", () => this.#clean(), { signal });
  }

  open(itemId: string): void {
    const { bench } = this.context;
    const { sight } = bench;
    const found = numbered(sight.checklist).find(({ item }) => item.id === itemId);
    if (!found) return;
    this.#itemId = itemId;
    const spread = spreadOf(sight, found.order);
    setText(hook(this.#dialog, "item-title"), `${found.number} ${found.item.text}`);
    setText(hook(this.#dialog, "item-domain"), found.domain.title);
    hook(this.#dialog, "item-bar").replaceChildren(bar(this.context, found.item.text, spread));
    hook(this.#dialog, "item-groups").replaceChildren(...this.#groups(sight, found.order));
    const notes = this.#notes(sight, found.order);
    hook(this.#dialog, "item-notes").replaceChildren(...notes);
    show(hook(this.#dialog, "item-notes-section"), notes.length > 0);
    this.#dialog.showModal();
  }

  /** Who says what, answer by answer; numbers alone in anonymous display would tell nothing more. */
  #groups(sight: Sight, order: number): readonly HTMLElement[] {
    const { words } = this.context;
    const groups = new Map<string, { rank: number; names: string[] }>();
    for (const { cells, label } of sight.columns) {
      const cell = cells[order] ?? -1;
      const said = cellLabel(cell, sight.checklist);
      const group = groups.get(said) ?? { rank: cell >= 0 ? cell : 100 - cell, names: [] };
      group.names.push(label);
      groups.set(said, group);
    }
    return [...groups].sort(([, a], [, b]) => a.rank - b.rank).map(([label, { names }]) => {
      const piece = words.piece("group");
      setText(hook(piece, "title"), words.say("group.title", { label, count: names.length }));
      setText(hook(piece, "names"), names.join("、"));
      return piece;
    });
  }

  #notes(sight: Sight, order: number): readonly HTMLElement[] {
    const { words } = this.context;
    return sight.columns.flatMap((column) => column.notes(this.#itemId).map(({ kind, text }) => {
      const piece = words.piece("note");
      const said = `${column.label}（${cellLabel(column.cells[order] ?? -1, sight.checklist)}）`;
      setText(hook(piece, "where"), words.say("note.where", { label: said, kind: words.say(`note.${kind}`) }));
      setText(hook(piece, "what"), text);
      return piece;
    }));
  }

  #add(): void {
    const { bench, words, announce } = this.context;
    const entry = entryFor(bench.sight, "weak", this.#itemId);
    this.#dialog.close();
    bench.addToAgenda(entry);
    announce(words.say("added", { title: entry.title }));
  }

  #clean(): void {
    for (const name of ["item-bar", "item-groups", "item-notes"]) hook(this.#dialog, name).replaceChildren();
  }
}
