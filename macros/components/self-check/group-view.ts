/** Group mode: one item at a time, large; what is agreed is kept beside the respondent's own answer. */

import { clearAgreed, setAgreed } from "../../client/answers";
import { discuss } from "../../client/discuss";
import { placedItems, standing } from "../../client/scoring";
import type { Placed } from "../../client/scoring";
import type { ResultFile } from "../../client/types";
import type { Context, View } from "./context";
import { checkedValue, hook, hooks, setText, setValue, show } from "./dom";
import type { Numbers } from "./numbers";

export class GroupView implements View {
  readonly #placed: readonly Placed[];
  readonly #scopes: readonly HTMLInputElement[];
  readonly #levels: readonly HTMLInputElement[];
  readonly #reason: HTMLTextAreaElement;
  #list: readonly Placed[] = [];
  #at = 0;

  constructor(private readonly context: Context, private readonly numbers: Numbers) {
    const { root, checklist, signal, session } = context;
    this.#placed = placedItems(checklist);
    this.#scopes = hooks<HTMLInputElement>(root, "scope");
    this.#levels = hooks<HTMLInputElement>(root, "agreed");
    this.#reason = hook<HTMLTextAreaElement>(root, "agreed-reason");
    for (const radio of this.#scopes) radio.addEventListener("change", () => this.#gather(), { signal });
    for (const radio of this.#levels) radio.addEventListener("change", () => this.#agree("now"), { signal });
    this.#reason.addEventListener("input", () => this.#agree("soon"), { signal });
    this.#reason.addEventListener("blur", () => session.flush(), { signal });
    hook(root, "group-prev").addEventListener("click", () => this.#turn(-1), { signal });
    hook(root, "group-next").addEventListener("click", () => this.#turn(1), { signal });
    hook(root, "agreed-clear").addEventListener("click", () => this.#clear(), { signal });
    hook(root, "stage").addEventListener("keydown", (event) => this.#onKey(event), { signal });
  }

  show(itemId?: string): void {
    const now = itemId ?? this.#list[this.#at]?.item.id;
    this.#gather(now);
  }

  /** The list is made once for a scope: an item that has just been agreed on stays where it is. */
  #gather(itemId?: string): void {
    const { session, checklist } = this.context;
    const scope = checkedValue(this.#scopes);
    const record = session.record;
    if (scope === "discuss") {
      const ids = discuss(record, checklist).map(({ item }) => item.id);
      this.#list = ids.flatMap((id) => this.#placed.filter(({ item }) => item.id === id));
    } else {
      this.#list = this.#placed.filter(({ item }) => scope === "all" || !record.agreed[item.id]?.level);
    }
    this.#at = Math.max(0, this.#list.findIndex(({ item }) => item.id === itemId));
    this.#render();
  }

  #turn(by: 1 | -1): void {
    const at = this.#at + by;
    if (at < 0 || at >= this.#list.length) return;
    this.context.session.flush();
    this.#at = at;
    this.#render();
    hook(this.context.root, "group-question").focus();
  }

  /** Enter on an answer goes on, as in the sheet; Ctrl+Enter does so from the reason. */
  #onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.key !== "Enter") return;
    const onRadio = event.target instanceof HTMLInputElement;
    const inReason = event.target === this.#reason && (event.ctrlKey || event.metaKey);
    if (!onRadio && !inReason) return;
    event.preventDefault();
    this.#turn(event.shiftKey ? -1 : 1);
  }

  #agree(pace: "now" | "soon"): void {
    const item = this.#list[this.#at]?.item;
    if (!item) return;
    const [level, reason] = [checkedValue(this.#levels), this.#reason.value];
    this.context.session.change((record) => setAgreed(record, item.id, level, reason), pace);
    this.#renderAgreed(item.id);
  }

  #clear(): void {
    const item = this.#list[this.#at]?.item;
    if (!item) return;
    this.context.session.change((record) => clearAgreed(record, item.id));
    this.#reason.value = "";
    this.#renderAgreed(item.id);
    this.#levels[0]?.focus();
  }

  #render(): void {
    const { root, session, words } = this.context;
    const placed = this.#list[this.#at];
    show(hook(root, "stage"), placed !== undefined);
    show(hook(root, "group-none"), placed === undefined);
    setText(hook(root, "group-place"), placed ? words.say("group.place", { at: this.#at + 1, total: this.#list.length }) : "");
    if (!placed) return;
    const { item, domain } = placed;
    setText(hook(root, "group-domain"), domain.title);
    setText(hook(root, "group-question"), words.say("item.label", { number: this.numbers.of(item.id), text: item.text }));
    this.#renderOwn(session.record, item.id);
    this.#reason.value = session.record.agreed[item.id]?.reason ?? "";
    this.#renderAgreed(item.id);
    hook<HTMLButtonElement>(root, "group-prev").disabled = this.#at === 0;
    hook<HTMLButtonElement>(root, "group-next").disabled = this.#at === this.#list.length - 1;
  }

  #renderOwn(record: ResultFile, itemId: string): void {
    const { root, checklist, words } = this.context;
    const stands = standing(record, checklist, itemId);
    const answer = record.answers[itemId] ?? {};
    setText(hook(root, "group-own"), stands.kind === "answered" ? stands.level.label : words.say(`state.${stands.kind}`));
    for (const [name, text] of [["evidence", answer.evidence], ["note", answer.note_shared]] as const) {
      show(hook(root, `group-${name}-row`), Boolean(text));
      setText(hook(root, `group-${name}`), text ?? "");
    }
  }

  #renderAgreed(itemId: string): void {
    const agreed = this.context.session.record.agreed[itemId];
    for (const radio of this.#levels) radio.checked = radio.value === agreed?.level;
    setValue(this.#reason, agreed?.reason ?? "");
    show(hook(this.context.root, "agreed-clear"), agreed !== undefined);
  }
}
