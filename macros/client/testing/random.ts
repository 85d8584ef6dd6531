/** Random records from a seed: a failing run can be repeated with SEED=… npm test. */

import { normaliseRecord } from "../record";
import { allItems } from "../scoring";
import { ACTION_STATUSES, FORMAT } from "../types";
import type { ChecklistData, ResultFile } from "../types";

/** Mulberry32: small, and the same on every machine. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

export function seedFromEnvironment(): number {
  const given = Number(process.env["SEED"]);
  return Number.isInteger(given) && given > 0 ? given : Math.floor(Math.random() * 1_000_000) + 1;
}

/** What spreadsheets, CSV, XML and HTML stumble over. */
const NASTY = [
  "=1+1", "'=1+1", "''=1", "'", "''", "+81", "-", "@SUM(A1)", "＝１", "＋", "－", "＠", "\tタブ", "'\t", "=\r\n改行",
  '"', '""', 'a"b', ",", ";", "a,b", "a\nb", "\n先頭の改行", "末尾の改行\n", "  前後の空白  ", "　全角の空白　",
  "_x0041_", "_x0041_x0042_", "_x005F_", "_x000D_", "&amp;<b>]]>", '<img src=x onerror="alert(1)">', "😀👨‍👩‍👧 𠮷野家 葛󠄀城",
  "001", "1e5", "TRUE", "#N/A", "#REF!", "2026-11-21", "1/2", "項目ID", "答え", "項目", "計画の種類", "_meta", "（続き）",
  "未回答", "できている", "段階 done", "目標", "\u200b", "\ufeff先頭のBOM", "null", "__proto__", "constructor", "\u2028", "が\u3099",
] as const;

export class Dice {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = generator(seed);
  }

  chance(probability: number): boolean {
    return this.#next() < probability;
  }

  below(limit: number): number {
    return Math.floor(this.#next() * limit);
  }

  pick<Value>(values: readonly Value[]): Value {
    return values[this.below(values.length)] as Value;
  }

  list<Value>(most: number, make: () => Value): Value[] {
    return Array.from({ length: this.below(most + 1) }, make);
  }

  text(): string {
    if (this.chance(0.4)) return "";
    if (this.chance(0.02)) return "長い文。".repeat(9_000 + this.below(9_000));
    return this.list(3, () => this.pick(NASTY)).join(this.pick(["", " ", "\n", "="]));
  }

  json(depth = 0): unknown {
    if (depth > 2 || this.chance(0.5)) return this.pick<unknown>([null, true, 3, -0.5, this.text(), "", [], {}]);
    if (this.chance(0.5)) return this.list(3, () => this.json(depth + 1));
    return Object.fromEntries(this.list(3, () => [`k${this.below(9)}`, this.json(depth + 1)]));
  }

  extra(): object {
    return this.chance(0.2) ? { [`x-${this.below(3)}`]: this.json() } : {};
  }
}

/** A record with everything that the format allows, unknown keys and old ids included, in its normal form. */
export function randomRecord(seed: number, checklist: ChecklistData): ResultFile {
  const dice = new Dice(seed);
  const ids = [...allItems(checklist).map((item) => item.id), "it-gone", "it-from-elsewhere"];
  const levels = [...checklist.scale.levels.map((level) => level.id), "other-level"];
  const someIds = () => dice.list(3, () => dice.pick(ids));
  const answers = () => Object.fromEntries(ids.filter(() => dice.chance(0.8)).map((id) => [id, randomAnswer(dice, levels)]));
  const agreed = ids.filter(() => dice.chance(0.3)).map((id) => {
    return [id, { level: dice.pick([...levels, ""]), reason: dice.text(), ...dice.extra() }];
  });
  return normaliseRecord({
    format: FORMAT,
    checklist: { id: checklist.id, version: checklist.version, items_digest: checklist.items_digest, ...dice.extra() },
    subject: {
      prefecture: dice.text(), name: dice.text(), kind: dice.pick(["municipality", "area", "prefecture", "other"]), ...dice.extra(),
    },
    respondent: { label: dice.text(), role: dice.text(), ...dice.extra() },
    date: dice.pick(["", "2026-11-21", "2025-02-28"]),
    saved_at: dice.pick(["", "2026-11-21T01:32:00.000Z"]),
    answers: answers(),
    agreed: Object.fromEntries(agreed),
    plan: {
      goals: dice.list(3, () => ({ text: dice.text(), due: dice.text(), ...dice.extra() })),
      actions: dice.list(3, () => {
        const status = dice.pick([...ACTION_STATUSES, "", "later-status"]);
        return { text: dice.text(), owner: dice.text(), due: "2026-12-01", status, items: someIds(), ...dice.extra() };
      }),
      requests: dice.list(3, () => ({ text: dice.text(), to: dice.text(), items: someIds(), ...dice.extra() })),
      ...dice.extra(),
    },
    snapshots: dice.list(2, () => ({
      label: dice.text(), date: "2025-04-01", answers: answers(), ...dice.extra(),
      ...(dice.chance(0.3) ? { agreed: Object.fromEntries(agreed) } : {}),
      ...(dice.chance(0.3) ? { plan: { goals: [{ text: dice.text(), due: "" }], actions: [], requests: [], ...dice.extra() } } : {}),
    })),
    ...dice.extra(),
  });
}

function randomAnswer(dice: Dice, levels: readonly string[]): object {
  const state = dice.pick(["answered", "answered", "not_applicable", "unknown", "deferred", undefined]);
  const texts = { reason: dice.text(), evidence: dice.text(), note_shared: dice.text(), note_private: dice.text() };
  return {
    ...(state === undefined ? {} : { state }),
    ...(state === "answered" ? { level: dice.pick(levels) } : {}),
    ...texts,
    ...(dice.chance(0.3) ? { target: dice.pick(levels) } : {}),
    ...dice.extra(),
  };
}
