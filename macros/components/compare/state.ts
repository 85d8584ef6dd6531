/** What is compared: the sources taken in, who is shown under which name, and what was agreed on the way. */

import { canonicalJson } from "../../client/canonical";
import type { AgreedMap } from "../../client/compare/agreement";
import { neutralLetters, ownLabels } from "../../client/compare/names";
import type { Voice } from "../../client/compare/people";
import { byDate, columnsOf } from "../../client/compare/years";
import type { Column } from "../../client/compare/years";
import type { ChecklistData, ResultFile, Subject } from "../../client/types";

export type Mode = "people" | "years";

export interface Source {
  readonly id: string;
  readonly origin: "file" | "record" | "sample";
  readonly fileName: string;
  /** Without 手元メモ: they never come this far. */
  readonly record: ResultFile;
  /** The version the answers were given in. */
  readonly version: string;
  readonly notices: readonly string[];
  /** The record of this device that it is. */
  readonly recordId: string;
  use: boolean;
}

export class State {
  mode: Mode = "people";
  hidden = false;
  sources: readonly Source[] = [];
  agreed: AgreedMap = {};
  /** Twins about which somebody has chosen to keep both. */
  readonly keptTwins = new Set<string>();
  readonly #columnUse = new Map<string, boolean>();
  #letters: ReadonlyMap<string, string> = new Map();
  #next = 1;

  constructor(public checklist: ChecklistData, private readonly words: { readonly respondent: string; readonly letter: (letter: string) => string }) {}

  get isSample(): boolean {
    return this.sources.some(({ origin }) => origin === "sample");
  }

  get used(): readonly Source[] {
    return this.sources.filter(({ use }) => use);
  }

  /** Whose council it is: that of the first source. */
  get subject(): Subject {
    return this.used[0]?.record.subject ?? { prefecture: "", name: "", kind: this.checklist.subject_kind };
  }

  get date(): string {
    return this.used.map(({ record }) => record.date).sort().at(-1) ?? "";
  }

  add(source: Omit<Source, "id" | "use">): void {
    this.sources = [...this.sources, { ...source, id: `s${this.#next}`, use: true }];
    this.#next += 1;
    this.#letters = new Map();
  }

  remove(id: string): void {
    this.sources = this.sources.filter((source) => source.id !== id);
    this.#letters = new Map();
  }

  clear(): void {
    this.sources = [];
    this.agreed = {};
    this.keptTwins.clear();
    this.#columnUse.clear();
  }

  /** The respondents to compare, under their own labels, or as letters in the letters' order. */
  voices(): readonly Voice[] {
    const used = this.used;
    const labels = ownLabels(used.map(({ record }) => record), this.words.respondent);
    const voices = used.map(({ id, record }, at): Voice => ({ id, record, label: this.hidden ? this.letterOf(id) : (labels[at] ?? "") }));
    // "AA" comes after "Z".
    const compare = (a: Voice, b: Voice) => a.label.length - b.label.length || (a.label < b.label ? -1 : 1);
    return this.hidden ? [...voices].sort(compare) : voices;
  }

  /** 回答者A: the same letter as long as the same sources are there. */
  letterOf(id: string): string {
    if (this.#letters.size !== this.sources.length) {
      const letters = neutralLetters(this.sources.length, chance);
      this.#letters = new Map(this.sources.map((source, at) => [source.id, letters[at] ?? ""]));
    }
    return this.words.letter(this.#letters.get(id) ?? "");
  }

  /** Every date there is, oldest first; what two files both hold is there once. */
  allColumns(): readonly Column[] {
    const all = this.used.flatMap(({ id, record, version }) => columnsOf(id, record, version, this.checklist));
    const seen = new Set<string>();
    const once = all.filter(({ label, date, record }) => {
      const key = canonicalJson([label, date, record.answers, record.agreed]);
      return !seen.has(key) && seen.add(key);
    });
    return byDate(once);
  }

  columns(): readonly Column[] {
    return this.allColumns().filter((column) => this.usesColumn(column));
  }

  usesColumn({ id, safety }: Column): boolean {
    return this.#columnUse.get(id) ?? !safety;
  }

  useColumn(id: string, use: boolean): void {
    this.#columnUse.set(id, use);
  }

  /** Enough to compare. */
  get isReady(): boolean {
    return this.count >= 2;
  }

  get count(): number {
    return this.mode === "people" ? this.used.length : this.columns().length;
  }
}

function chance(limit: number): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % limit;
}
