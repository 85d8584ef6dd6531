/** What lies on the workbench: the user's own desk, or the sample beside it. All of it in memory only. */

import { namesOf, redact } from "../../client/aggregate/anonymity";
import { moveEntry } from "../../client/aggregate/agenda";
import type { AgendaEntry } from "../../client/aggregate/agenda";
import { sortFiles } from "../../client/aggregate/councils";
import type { Choice, Sorted } from "../../client/aggregate/councils";
import { EMPTY_DESK } from "../../client/aggregate/manifest";
import type { Desk } from "../../client/aggregate/manifest";
import { NO_FILTER, sightOf } from "../../client/aggregate/sight";
import type { Filter, Sight } from "../../client/aggregate/sight";
import type { Catalogue } from "../../client/own/catalogue";
import * as MESSAGES from "../../client/messages";
import type { ChecklistData } from "../../client/types";

export class Bench {
  #own: Desk = EMPTY_DESK;
  #sample: { readonly desk: Desk; readonly checklist: ChecklistData } | null = null;
  #anonymous = false;
  #filter: Filter = NO_FILTER;
  #checklistId = "";
  /** True while something would be lost with the page. */
  #unsaved = false;
  #checklists: readonly ChecklistData[] | null = null;
  #sorted: Sorted | null = null;
  #sight: Sight | null = null;
  readonly #lots = new Map<string, number>();
  readonly #listeners: (() => void)[] = [];

  constructor(readonly catalogue: Catalogue) {}

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  get desk(): Desk {
    return this.#sample?.desk ?? this.#own;
  }

  get isSample(): boolean {
    return this.#sample !== null;
  }

  get anonymous(): boolean {
    return this.#anonymous;
  }

  get filter(): Filter {
    return this.#filter;
  }

  get isUnsaved(): boolean {
    return this.#unsaved && this.#own.entries.length > 0;
  }

  /** The checklists that the files answer, in the catalogue's order. */
  get checklists(): readonly ChecklistData[] {
    if (this.#sample) return [this.#sample.checklist];
    if (this.#checklists) return this.#checklists;
    const answered = new Set(this.#own.entries.map((entry) => entry.record.checklist.id));
    this.#checklists = this.catalogue.all.filter((checklist) => answered.has(checklist.id));
    return this.#checklists;
  }

  get checklist(): ChecklistData {
    const offered = this.checklists;
    return offered.find((one) => one.id === this.#checklistId) ?? offered[0] ?? (this.catalogue.site[0] as ChecklistData);
  }

  /** The files of the checklist that is looked at, as columns and questions. */
  get sorted(): Sorted {
    const { entries, choices } = this.desk;
    const { id } = this.checklist;
    this.#sorted ??= sortFiles(entries.filter((entry) => entry.record.checklist.id === id), choices);
    return this.#sorted;
  }

  get sight(): Sight {
    this.#sight ??= sightOf(this.checklist, this.sorted.columns, {
      anonymous: this.#anonymous, filter: this.#filter, sizes: this.desk.sizes, lot: (id) => this.#lot(id),
    });
    return this.#sight;
  }

  /** The agenda as it may be seen: in anonymous display without names and memos. */
  get agenda(): readonly AgendaEntry[] {
    if (!this.#anonymous) return this.desk.agenda;
    const names = this.desk.entries.flatMap(({ record }) => namesOf(record.subject.prefecture, record.subject.name));
    return this.desk.agenda.map((entry) => ({ ...entry, memo: "", title: redact(entry.title, names, MESSAGES.block.redacted) }));
  }

  change(edit: (desk: Desk) => Desk): void {
    if (this.#sample) this.#sample = { ...this.#sample, desk: edit(this.#sample.desk) };
    else this.#own = edit(this.#own);
    this.#unsaved ||= this.#sample === null;
    this.#tell();
  }

  /** Changes the agenda while somebody types in it: nothing is drawn again. */
  type(index: number, change: Partial<AgendaEntry>): void {
    const agenda = this.desk.agenda.map((entry, at) => (at === index ? { ...entry, ...change } : entry));
    if (this.#sample) this.#sample = { ...this.#sample, desk: { ...this.desk, agenda } };
    else this.#own = { ...this.#own, agenda };
    this.#unsaved = true;
  }

  choose(key: string, choice: Choice): void {
    this.change((desk) => ({ ...desk, choices: { ...desk.choices, [key]: choice } }));
  }

  addToAgenda(...entries: readonly AgendaEntry[]): void {
    this.change((desk) => ({ ...desk, agenda: [...desk.agenda, ...entries] }));
  }

  moveInAgenda(index: number, by: number | null): void {
    this.change((desk) => ({ ...desk, agenda: moveEntry(desk.agenda, index, by) }));
  }

  setAnonymous(anonymous: boolean): void {
    this.#anonymous = anonymous;
    // A filter that was chosen among names must not go on working where it cannot be seen.
    this.#filter = NO_FILTER;
    this.#tell();
  }

  setFilter(change: Partial<Filter>): void {
    this.#filter = { ...this.#filter, ...change };
    this.#tell();
  }

  setChecklist(id: string): void {
    this.#checklistId = id;
    this.#filter = NO_FILTER;
    this.#tell();
  }

  showSample(desk: Desk, checklist: ChecklistData): void {
    this.#sample = { desk, checklist };
    this.#filter = NO_FILTER;
    this.#tell();
  }

  endSample(): void {
    this.#sample = null;
    this.#filter = NO_FILTER;
    this.#tell();
  }

  clear(): void {
    this.#own = EMPTY_DESK;
    this.#unsaved = false;
    this.#filter = NO_FILTER;
    this.#lots.clear();
    this.#tell();
  }

  saved(): void {
    if (!this.#sample) this.#unsaved = false;
  }

  #lot(id: string): number {
    const lot = this.#lots.get(id) ?? (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
    this.#lots.set(id, lot);
    return lot;
  }

  #tell(): void {
    this.#checklists = null;
    this.#sorted = null;
    this.#sight = null;
    for (const listener of this.#listeners) listener();
  }
}
