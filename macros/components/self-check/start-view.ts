/** The start: go on with a record of this device, begin a new one, or just try. */

import { formatDate, formatTime, toIsoDate } from "../../client/dates";
import type { RecordSummary } from "../../client/storage";
import type { Context, View } from "./context";
import { closestHook, hook, setText, show, valueOf } from "./dom";
import { readInfo } from "./dialogs";
import type { Info } from "./dialogs";

export interface StartDeeds {
  readonly begin: (info: Info, kept: boolean) => void;
  readonly sample: () => void;
  readonly open: (id: string) => void;
  readonly result: (id: string) => void;
  readonly rename: (id: string) => void;
  readonly duplicate: (id: string) => void;
  readonly delete: (id: string) => void;
  readonly raw: (id: string) => void;
  readonly deleteAll: () => void;
}

type RecordDeed = Exclude<keyof StartDeeds, "begin" | "sample" | "deleteAll">;

export class StartView implements View {
  constructor(private readonly context: Context, private readonly deeds: StartDeeds) {
    const { root, signal } = context;
    const form = hook<HTMLFormElement>(root, "new-form");
    const onSubmit = (event: Event) => {
      event.preventDefault();
      this.deeds.begin(readInfo(form), true);
    };
    form.addEventListener("submit", onSubmit, { signal });
    hook(form, "new-try").addEventListener("click", () => this.deeds.begin(readInfo(form), false), { signal });
    hook(root, "sample").addEventListener("click", () => this.deeds.sample(), { signal });
    hook(root, "records").addEventListener("click", (event) => this.#onRecord(event), { signal });
    hook(root, "delete-all").addEventListener("click", () => this.deeds.deleteAll(), { signal });
  }

  show(itemId?: string): void {
    const { root, words, checklist } = this.context;
    this.refresh();
    const date = hook<HTMLInputElement>(hook(root, "new-form"), "info", "date");
    if (date.value === "") date.value = toIsoDate(new Date());
    const item = checklist.domains.flatMap((domain) => domain.items).find((one) => one.id === itemId);
    const goal = hook(root, "goal-item");
    show(goal, item !== undefined);
    setText(goal, item ? words.say("goal.item", { text: item.text }) : "");
  }

  /** The list anew: another tab may have changed it. */
  refresh(): void {
    const { root, session } = this.context;
    const records = session.store.list();
    show(hook(root, "records-section"), records.length > 0);
    hook(root, "records").replaceChildren(...records.map((record) => this.#entry(record)));
  }

  #entry(record: RecordSummary): HTMLElement {
    const { words, checklist } = this.context;
    const piece = words.piece(record.damaged ? "record-damaged" : "record");
    piece.dataset["record"] = record.id;
    const title = hook(piece, "title");
    title.id = `sc-record-${record.id}`;
    for (const button of piece.querySelectorAll("button")) button.setAttribute("aria-describedby", title.id);
    if (record.damaged) return piece;
    setText(title, record.prefecture + record.name || words.say("noname"));
    const saved = timeOf(record.saved_at);
    const meta = [
      record.respondent && words.say("respondent", { label: record.respondent }),
      record.date && words.say("date", { date: formatDate(record.date) }),
      saved && words.say("saved", { date: formatDate(toIsoDate(saved)), time: formatTime(saved) }),
    ];
    setText(hook(piece, "meta"), meta.filter(Boolean).join("　"));
    const total = checklist.domains.reduce((sum, domain) => sum + domain.items.length, 0);
    setText(hook(piece, "progress"), words.say("progress", { total, handled: Math.min(total, record.handled) }));
    return piece;
  }

  #onRecord(event: Event): void {
    const button = closestHook(event.target, "do");
    const id = button?.closest<HTMLElement>("[data-record]")?.dataset["record"];
    if (button && id) this.deeds[valueOf(button, "do") as RecordDeed](id);
  }
}

function timeOf(instant: string): Date | null {
  const time = new Date(instant);
  return Number.isNaN(time.getTime()) ? null : time;
}
