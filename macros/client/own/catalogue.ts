/** The checklists that a page knows: those of the site, and those of one's own. */

import type { ChecklistData } from "../types";
import type { OwnStore } from "./store";

export class Catalogue {
  readonly #dropped = new Map<string, ChecklistData>();

  constructor(
    /** Those that the site was built with. */
    readonly site: readonly ChecklistData[],
    private readonly kept: Pick<OwnStore, "list">,
  ) {}

  /** Each id once: the site's own before what this device keeps, that before what was dropped into this page. */
  get all(): readonly ChecklistData[] {
    const known = new Map<string, ChecklistData>();
    for (const checklist of [...this.site, ...this.kept.list(), ...this.#dropped.values()]) {
      if (!known.has(checklist.id)) known.set(checklist.id, checklist);
    }
    return [...known.values()];
  }

  find(id: string): ChecklistData | undefined {
    return this.all.find((checklist) => checklist.id === id);
  }

  /** Known as long as the page is open; nothing is stored. */
  add(checklist: ChecklistData): void {
    this.#dropped.set(checklist.id, checklist);
  }
}
