/** The hand-over pack as one file that opens again. */

import { forAudience } from "../../client/audience";
import type { Audience } from "../../client/audience";
import { handoverCover } from "../../client/compare/handover-told";
import { exportFile } from "../../client/files/export";
import type { LoadXlsx } from "../../client/files/engine";
import * as MESSAGES from "../../client/messages";
import { personalPlaces } from "../../client/personal-places";
import type { Context } from "./context";
import { hook, setText, show } from "./dom";
import { download } from "./download";
import type { Numbers } from "./numbers";
import { renderPersonal } from "./personal-list";
import { toText } from "./to-text";

export type HandoverFile = "xlsx" | "json";

export class HandoverView {
  readonly #private: HTMLInputElement;

  constructor(private readonly context: Context, private readonly numbers: Numbers, private readonly loadXlsx: LoadXlsx) {
    this.#private = hook<HTMLInputElement>(context.root, "handover-private");
  }

  /** 手元メモ goes along; only by choice. */
  get withPrivate(): boolean {
    return this.#private.checked;
  }

  /** For who takes over the post. */
  get #audience(): Audience {
    return this.withPrivate ? "self" : "colleagues";
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

  async deliver(kind: HandoverFile): Promise<void> {
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
