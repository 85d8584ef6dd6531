/** What all dialogues share, and the two small ones: whose record it is, and deletion. */

import type { Respondent, ResultFile, Subject } from "../../client/types";
import { choose, hook, hooks, setText, valueOf } from "./dom";

/** Makes the dialogue's own 「…閉じる」 buttons work. */
export function closeOnButtons(dialog: HTMLDialogElement, signal: AbortSignal): void {
  for (const button of hooks(dialog, "dialog-close")) button.addEventListener("click", () => dialog.close(), { signal });
}

export interface Info {
  readonly subject: Pick<Subject, "prefecture" | "name">;
  readonly respondent: Respondent;
  readonly date: string;
}

type InfoField = HTMLInputElement | HTMLSelectElement;

export function readInfo(form: HTMLElement): Info {
  const get = (name: string) => hook<InfoField>(form, "info", name).value;
  return {
    subject: { prefecture: get("prefecture"), name: get("name") },
    respondent: { label: get("label"), role: get("role") },
    date: get("date"),
  };
}

export function fillInfo(form: HTMLElement, { subject, respondent, date }: Info): void {
  const { prefecture, name } = subject;
  const values: Readonly<Record<string, string>> = { prefecture, name, label: respondent.label, role: respondent.role, date };
  for (const field of hooks<InfoField>(form, "info")) {
    const value = values[valueOf(field, "info")] ?? "";
    if (field instanceof HTMLSelectElement) choose(field, value);
    else field.value = value;
  }
}

/** Asks for name, respondent and date of a record; `done` gets them when they are confirmed. */
export class InfoDialog {
  readonly #dialog: HTMLDialogElement;
  readonly #form: HTMLFormElement;
  #done: (info: Info) => void = () => {};

  constructor(root: HTMLElement, signal: AbortSignal) {
    this.#dialog = hook<HTMLDialogElement>(root, "info-dialog");
    this.#form = hook<HTMLFormElement>(this.#dialog, "info-form");
    closeOnButtons(this.#dialog, signal);
    const onSubmit = (event: Event) => {
      // The policy's form-action forbids any submission, a dialogue's too.
      event.preventDefault();
      this.#dialog.close();
      this.#done(readInfo(this.#form));
    };
    this.#form.addEventListener("submit", onSubmit, { signal });
  }

  ask(record: Pick<ResultFile, "subject" | "respondent" | "date">, done: (info: Info) => void): void {
    this.#done = done;
    fillInfo(this.#form, record);
    this.#dialog.showModal();
  }
}

/** Asks before anything is removed from the device. */
export class DeleteDialog {
  readonly #dialog: HTMLDialogElement;
  #run: () => void = () => {};
  #backup: () => void = () => {};

  constructor(root: HTMLElement, signal: AbortSignal) {
    this.#dialog = hook<HTMLDialogElement>(root, "delete-dialog");
    closeOnButtons(this.#dialog, signal);
    const onRun = () => {
      this.#dialog.close();
      this.#run();
    };
    hook(this.#dialog, "delete-run").addEventListener("click", onRun, { signal });
    hook(this.#dialog, "delete-backup").addEventListener("click", () => this.#backup(), { signal });
  }

  ask(text: string, backup: () => void, run: () => void): void {
    this.#run = run;
    this.#backup = backup;
    setText(hook(this.#dialog, "delete-text"), text);
    this.#dialog.showModal();
  }
}
