/** The export dialogue: for whom, in which form, and exactly what leaves and what stays. */

import { describeLeaving, forAudience } from "../../client/audience";
import type { Audience } from "../../client/audience";
import { exportFile, exportName } from "../../client/files/export";
import type { FileKind } from "../../client/files/export";
import type { LoadXlsx } from "../../client/files/engine";
import { personalPlaces } from "../../client/personal-places";
import type { PersonalPlace } from "../../client/personal-places";
import type { ResultFile } from "../../client/types";
import type { Context } from "./context";
import { checkedValue, hook, hooks, listItem, setText, show, valueOf } from "./dom";
import { closeOnButtons } from "./dialogs";
import { download } from "./download";
import { leavingTexts } from "./leaving-texts";
import type { Numbers } from "./numbers";
import { renderPersonal } from "./personal-list";
import { toText } from "./to-text";

export class ExportDialog {
  readonly #dialog: HTMLDialogElement;
  readonly #audiences: readonly HTMLInputElement[];
  readonly #formats: readonly HTMLInputElement[];

  constructor(private readonly context: Context, private readonly numbers: Numbers, private readonly loadXlsx: LoadXlsx) {
    const { root, signal } = context;
    this.#dialog = hook<HTMLDialogElement>(root, "export-dialog");
    this.#audiences = hooks<HTMLInputElement>(this.#dialog, "audience");
    this.#formats = hooks<HTMLInputElement>(this.#dialog, "format");
    for (const radio of [...this.#audiences, ...this.#formats]) {
      radio.addEventListener("change", () => this.#render(), { signal });
    }
    closeOnButtons(this.#dialog, signal);
    hook(this.#dialog, "export-run").addEventListener("click", () => void this.#run(), { signal });
  }

  open(): void {
    this.context.session.flush();
    this.#render();
    this.#dialog.showModal();
  }

  #render(): void {
    const record = this.context.session.record;
    const audience = checkedValue(this.#audiences) as Audience;
    const format = checkedValue(this.#formats) as FileKind;
    this.#renderParts(record, audience);
    this.#renderTexts(record, audience);
    this.#renderPersonal(record, audience);
    setText(hook(this.#dialog, "file-name"), exportName(record, format, audience));
    for (const label of hooks(this.#dialog, "run-label")) show(label, valueOf(label, "run-label") === format);
    show(hook(this.#dialog, "export-trouble"), false);
  }

  #renderParts(record: ResultFile, audience: Audience): void {
    const { words } = this.context;
    const lines = describeLeaving(record, audience);
    const fill = (name: string, texts: readonly string[]) => {
      const list = texts.length > 0 ? texts : [words.say("nothing.stays")];
      hook(this.#dialog, name).replaceChildren(...list.map(listItem));
    };
    const text = ({ label, count, part }: (typeof lines)[number]) => {
      const alone = part === "subject" || part === "respondent" || part === "role";
      return words.say(alone ? "part" : "count.part", { label, count });
    };
    fill("leaves", lines.filter((line) => line.leaves).map(text));
    fill("stays", lines.filter((line) => !line.leaves).map(text));
  }

  /** The free texts that leave, to be read once more for names of persons. */
  #renderTexts(record: ResultFile, audience: Audience): void {
    const { words } = this.context;
    const texts = leavingTexts(forAudience(record, audience), this.numbers);
    const lines = texts.map(({ itemId, field, text }) => {
      const piece = words.piece("text-line");
      const number = itemId === "" ? "" : this.numbers.of(itemId);
      setText(hook(piece, "where"), words.say("where.item", { number, field: words.say(`field.${field}`) }).trim());
      setText(hook(piece, "what"), text);
      return piece;
    });
    hook(this.#dialog, "texts").replaceChildren(...lines);
    show(hook(this.#dialog, "texts-none"), lines.length === 0);
  }

  /** What looks like somebody's name or address, with its place: a reminder, the export goes on all the same. */
  #renderPersonal(record: ResultFile, audience: Audience): void {
    const places = personalPlaces(forAudience(record, audience), this.numbers.items.map((item) => item.id));
    const go = (place: PersonalPlace) => {
      this.#dialog.close();
      toText(this.context, place);
    };
    renderPersonal(hook(this.#dialog, "personal", "export"), this.context.words, places, { numberOf: (id) => this.numbers.of(id), go });
  }

  async #run(): Promise<void> {
    const audience = checkedValue(this.#audiences) as Audience;
    const format = checkedValue(this.#formats) as FileKind;
    if (await this.#deliver(this.context.session.record, format, audience)) this.#dialog.close();
  }

  async #deliver(record: ResultFile, format: FileKind, audience: Audience): Promise<boolean> {
    const { checklist, words, announce } = this.context;
    const made = await exportFile(record, checklist, format, audience, this.loadXlsx);
    if (made.ok) {
      download(made.value.name, made.value.type, made.value.bytes);
      announce(words.say("live.exported", { name: made.value.name }));
      return true;
    }
    const trouble = hook(this.#dialog, "export-trouble");
    setText(trouble, words.say("xlsx.missing"));
    show(trouble, true);
    return false;
  }
}
