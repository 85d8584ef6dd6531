/** One item of the sheet: shows an answer, and reads what somebody put in. */

import { clearAnswer, setLevel, setNote, setReason, setState } from "../../client/answers";
import { isAnswerState } from "../../client/guards";
import { NOTE_FIELDS } from "../../client/types";
import type { Answer, NoteField, ResultFile } from "../../client/types";
import { hook, hooks, setValue, show, valueOf } from "./dom";

type TextField = NoteField | "reason";

export class ItemCard {
  readonly id: string;
  readonly domainId: string;
  readonly radios: readonly HTMLInputElement[];
  readonly #texts: ReadonlyMap<string, HTMLTextAreaElement>;
  readonly #folds: ReadonlyMap<string, HTMLDetailsElement>;
  readonly #filled: ReadonlyMap<string, HTMLElement>;
  readonly #reason: HTMLElement;
  readonly #clear: HTMLElement;
  readonly #askDifficult: HTMLElement;
  readonly #steps: readonly HTMLElement[];
  readonly help: HTMLDetailsElement;

  constructor(readonly element: HTMLElement, domainId: string, private readonly isLow: (level: string) => boolean) {
    this.id = valueOf(element, "item");
    this.domainId = domainId;
    this.radios = [...element.querySelectorAll<HTMLInputElement>("input[type=radio]")];
    this.#texts = new Map(hooks<HTMLTextAreaElement>(element, "field").map((field) => [valueOf(field, "field"), field]));
    this.#folds = new Map(hooks<HTMLDetailsElement>(element, "note").map((fold) => [valueOf(fold, "note"), fold]));
    this.#filled = new Map([...this.#folds].map(([name, fold]) => [name, hook(fold, "filled")]));
    this.#reason = hook(element, "reason");
    this.#clear = hook(element, "clear");
    this.#askDifficult = hook(element, "ask-difficult");
    this.#steps = hooks(element, "step");
    this.help = hook<HTMLDetailsElement>(element, "help");
  }

  /** Shows `answer`; `fresh` when another record came up, so that the folds start anew. */
  show(answer: Answer, fresh: boolean): void {
    const low = answer.state === "answered" && this.isLow(answer.level ?? "");
    for (const radio of this.radios) radio.checked = meets(radio, answer);
    for (const [name, field] of this.#texts) {
      if (fresh) field.value = answer[name as TextField] ?? "";
      else setValue(field, answer[name as TextField] ?? "");
    }
    for (const name of NOTE_FIELDS) this.#showNote(name, answer, fresh ? low : null);
    show(this.#reason, answer.state === "not_applicable" || answer.state === "deferred" || Boolean(answer.reason));
    show(this.#clear, answer.state !== undefined);
    show(this.#askDifficult, low);
    for (const step of this.#steps) {
      const now = answer.state === "answered" && valueOf(step, "step") === answer.level;
      step.classList.toggle("is-now", now);
      show(hook(step, "step-now"), now);
    }
    this.element.classList.toggle("is-answered", answer.state !== undefined);
  }

  /** After somebody chose: where it is difficult the notes open, and close again if they stay empty. */
  openForLevel(answer: Answer): void {
    const low = answer.state === "answered" && this.isLow(answer.level ?? "");
    for (const name of ["evidence", "note_shared"] as const) {
      const fold = this.#folds.get(name);
      if (fold && !answer[name]) fold.open = low;
    }
  }

  /** What the radio means for the record. */
  choose(record: ResultFile, radio: HTMLInputElement): ResultFile {
    const state = valueOf(radio, "state");
    if (isAnswerState(state) && state !== "answered") return setState(record, this.id, state);
    return setLevel(record, this.id, valueOf(radio, "level"));
  }

  /** What was typed, for the record. */
  write(record: ResultFile, field: HTMLTextAreaElement): ResultFile {
    const name = valueOf(field, "field") as TextField;
    return name === "reason" ? setReason(record, this.id, field.value) : setNote(record, this.id, name, field.value);
  }

  clear(record: ResultFile): ResultFile {
    return clearAnswer(record, this.id);
  }

  /** To the chosen answer, or the first one on offer. */
  focus(): void {
    const target = this.radios.find((radio) => radio.checked) ?? this.radios[0];
    target?.focus({ preventScroll: true });
    this.element.scrollIntoView({ block: "nearest" });
  }

  #showNote(name: NoteField, answer: Answer, freshLow: boolean | null): void {
    const fold = this.#folds.get(name);
    const mark = this.#filled.get(name);
    if (mark) show(mark, Boolean(answer[name]));
    if (fold && freshLow !== null) fold.open = Boolean(answer[name]) || (freshLow && name !== "note_private");
  }
}

function meets(radio: HTMLInputElement, answer: Answer): boolean {
  if (answer.state === undefined) return false;
  if (answer.state !== "answered") return valueOf(radio, "state") === answer.state;
  return valueOf(radio, "level") === answer.level;
}
