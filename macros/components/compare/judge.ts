/** What a dropped file is: answers, a checklist of somebody's own, or neither. */

import { importFile } from "../../client/files/import";
import type { Imported } from "../../client/files/import";
import type { OwnChecklist } from "../../client/own/types";
import type { ChecklistData, Result } from "../../client/types";
import { toIsoDate } from "../../client/dates";
import { asChecklist, ownReader } from "../own-checklist/reader";
import type { ReadOwn } from "../own-checklist/reader";
import type { Context } from "./context";

export type Judged =
  | { readonly kind: "answers"; readonly imported: Imported }
  | { readonly kind: "checklist"; readonly checklist: OwnChecklist }
  | { readonly kind: "refused"; readonly message: string };

export class Judge {
  readonly #readOwn: ReadOwn;

  constructor(private readonly context: Context) {
    this.#readOwn = ownReader(context.root, context.loadXlsx);
  }

  /** While nothing is taken in, another checklist, or a file of its answers, turns the page to that one. */
  async judge(file: File): Promise<Judged> {
    const { catalogue } = this.context;
    const result = await this.#answers(file);
    if (result.ok) return { kind: "answers", imported: result.value };
    const own = await asChecklist(this.#readOwn, file, result.refusal);
    if (!own) return { kind: "refused", message: result.refusal.message };
    if (!own.ok) return { kind: "refused", message: own.faults.join("") };
    catalogue.add(own.value);
    await this.#turnTo(own.value);
    return { kind: "checklist", checklist: own.value };
  }

  async #answers(file: File): Promise<Result<Imported>> {
    const { state, catalogue, loadXlsx } = this.context;
    const judge = (checklist: ChecklistData) => importFile(file, checklist, toIsoDate(new Date()), loadXlsx);
    const result = await judge(state.checklist);
    if (result.ok || result.refusal.code !== "otherChecklist" || state.sources.length > 0) return result;
    for (const checklist of catalogue.all) {
      const other = await judge(checklist);
      if (!other.ok) continue;
      await this.#turnTo(checklist);
      return other;
    }
    return result;
  }

  async #turnTo(checklist: ChecklistData): Promise<void> {
    const { state, turn } = this.context;
    if (state.sources.length === 0 && state.checklist.id !== checklist.id) await turn(checklist);
  }
}
