/** The result: made anew each time it comes up, and when a choice on it changes. */

import { score } from "../../client/scoring";
import type { Basis } from "../../client/scoring";
import type { Context, View } from "./context";
import { checkedValue, closestHook, hook, hooks, setText, show, valueOf } from "./dom";
import type { HandoverView } from "./handover-view";
import type { Numbers } from "./numbers";
import { renderDiscuss, renderRests, renderWell } from "./picks";
import { PlanView } from "./plan-view";
import { renderRadar } from "./radar";
import type { YearView } from "./year-view";
import { renderLegend, renderSpread, renderTable } from "./spread";

export class ResultView implements View {
  readonly #plan: PlanView;
  readonly #bases: readonly HTMLInputElement[];

  constructor(
    private readonly context: Context,
    private readonly numbers: Numbers,
    private readonly year: YearView,
    private readonly handover: HandoverView,
  ) {
    const { root, signal } = context;
    this.#plan = new PlanView(context, numbers);
    this.#bases = hooks<HTMLInputElement>(root, "basis");
    for (const radio of this.#bases) radio.addEventListener("change", () => this.#render(), { signal });
    hook(root, "legend").replaceChildren(...renderLegend(context));
    hook(root, "view", "result").addEventListener("click", (event) => this.#onClick(event), { signal });
    hook(root, "radar-fold").addEventListener("toggle", () => this.#renderRadar(), { signal });
  }

  /** Which answers are shown: print takes the same. */
  get basis(): Basis {
    return checkedValue(this.#bases) === "agreed" && this.#hasAgreed() ? "agreed" : "own";
  }

  show(): void {
    // A record of what was agreed alone has nothing else to show.
    const own = Object.values(this.context.session.record.answers).some((answer) => answer.state !== undefined);
    if (!own && this.#hasAgreed()) for (const radio of this.#bases) radio.checked = radio.value === "agreed";
    this.#plan.render();
    this.year.render();
    this.handover.render();
    this.#render();
  }

  #hasAgreed(): boolean {
    return Object.keys(this.context.session.record.agreed).length > 0;
  }

  #render(): void {
    const { root, session, checklist, words } = this.context;
    const record = session.record;
    show(hook(root, "basis-set"), this.#hasAgreed());
    const scores = score(record, checklist, this.basis);
    const { handled, total } = scores.overall;
    setText(hook(root, "result-lead"), words.say("result.lead", { handled, total }));
    const context = { ...this.context, numbers: this.numbers };
    this.#fill("discuss", renderDiscuss(context, record, this.basis));
    this.#fill("well", renderWell(context, record, this.basis));
    this.#fill("rests", renderRests(context, record, this.basis));
    hook(root, "spread").replaceChildren(...renderSpread(this.context, scores));
    hook(root, "table-rows").replaceChildren(...renderTable(this.context, scores));
    this.#renderRadar();
  }

  #fill(name: string, pieces: readonly HTMLElement[]): void {
    const { root } = this.context;
    hook(root, name).replaceChildren(...pieces);
    show(hook(root, `${name}-none`), pieces.length === 0);
  }

  #renderRadar(): void {
    const { root, session, checklist } = this.context;
    if (!hook<HTMLDetailsElement>(root, "radar-fold").open || !session.isOpen) return;
    hook(root, "radar").replaceChildren(renderRadar(this.context, score(session.record, checklist, this.basis)));
  }

  #onClick(event: Event): void {
    const link = closestHook<HTMLAnchorElement>(event.target, "item-link");
    if (link) {
      event.preventDefault();
      this.context.go("answer", link.hash.slice(1));
    }
    const make = closestHook(event.target, "make");
    const itemId = make?.closest<HTMLElement>("[data-item]")?.dataset["item"];
    if (make && itemId) this.#plan.addFor(valueOf(make, "make") === "requests" ? "requests" : "actions", itemId);
  }
}
