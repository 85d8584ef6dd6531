/** Plainly fictional councils to try the workbench with: A市, B町 … of 架空県. Never mixed with real files. */

import * as MESSAGES from "../messages";
import { createRecord, normaliseRecord } from "../record";
import { allItems } from "../scoring";
import type { Answer, ChecklistData, ResultFile } from "../types";
import { askedIn } from "./asked";

const COUNCILS = 40;
/** Of these only last year's file is there, of these last year's as well. */
const OLD_ONLY = 10;
const BOTH = 3;
const OLD_VERSION = "0.9.0";
const KINDS = ["市", "町", "村"] as const;

export interface SampleFile {
  readonly file: string;
  readonly record: ResultFile;
  readonly size: string;
}

/** The checklist with an invented older version, which lacked the last two items. */
export function sampleChecklist(checklist: ChecklistData): ChecklistData {
  const added = allItems(checklist).slice(-2).map((item) => item.id);
  const change = { moved: {}, retired: [], summary: "", version: checklist.version, added };
  return { ...checklist, changes: [change, { ...change, version: OLD_VERSION, added: [] }] };
}

/** Forty councils; ten answered the older version a year ago, three both. `random`: numbers from 0 to below 1. */
export function sampleFiles(checklist: ChecklistData, random: () => number): readonly SampleFile[] {
  const files = Array.from({ length: COUNCILS }, (_, at) => at).flatMap((at) => {
    const years = at < BOTH ? [2025, 2026] : at < BOTH + OLD_ONLY ? [2025] : [2026];
    return years.map((year) => sampleFile(checklist, at, year, random));
  });
  return files;
}

function sampleFile(checklist: ChecklistData, at: number, year: number, random: () => number): SampleFile {
  const kind = KINDS[at % KINDS.length] ?? KINDS[0];
  const name = `${letters(at)}${kind}`;
  const version = year === 2025 ? OLD_VERSION : checklist.version;
  const answers = answersFor(checklist, version, random);
  const empty = createRecord(checklist, `${year}-10-${String(1 + (at % 28)).padStart(2, "0")}`, { prefecture: MESSAGES.block.sample.prefecture, name });
  const record = normaliseRecord({
    ...empty, checklist: { ...empty.checklist, version }, respondent: { label: "", role: MESSAGES.block.sample.role },
    answers, plan: { goals: [], actions: [], requests: requestsFor(checklist, answers, random) },
  });
  return { file: `${MESSAGES.block.sample.folder}/${name}_${year}.json`, record, size: MESSAGES.block.sample.sizes[kind] };
}

/** A, B … Z, AA, AB … */
function letters(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : letters(Math.floor(at / 26) - 1) + letter;
}

function answersFor(checklist: ChecklistData, version: string, random: () => number): Record<string, Answer> {
  const asked = askedIn(checklist, version);
  const levels = checklist.scale.levels;
  const pairs = allItems(checklist).filter((item) => asked.has(item.id)).flatMap(({ id }, order): (readonly [string, Answer])[] => {
    const lot = random();
    if (lot < 0.05) return [];
    if (lot < 0.1) return [[id, { state: lot < 0.07 ? "unknown" : lot < 0.085 ? "not_applicable" : "deferred", reason: MESSAGES.block.sample.reason }]];
    // Some items are hard for most, some divide the councils.
    const lean = [0.2, 0.75, 0.45, 0.3, 0.6][order % 5] ?? 0.5;
    const drawn = order % 7 === 3 ? Math.round(random()) : lean + (random() - 0.5) * 0.9;
    const rank = Math.max(0, Math.min(levels.length - 1, Math.round(drawn * (levels.length - 1))));
    const note = rank >= levels.length / 2 && random() < 0.2 ? { note_shared: MESSAGES.block.sample.note } : {};
    return [[id, { state: "answered", level: levels[rank]?.id ?? "", ...note }]];
  });
  return Object.fromEntries(pairs);
}

function requestsFor(checklist: ChecklistData, answers: Readonly<Record<string, Answer>>, random: () => number) {
  const low = checklist.scale.levels.slice(checklist.scale.levels.length / 2).map((level) => level.id);
  return allItems(checklist)
    .filter((item) => item.ask_prefecture !== "" && low.includes(answers[item.id]?.level ?? "") && random() < 0.5)
    .map((item) => ({ text: item.ask_prefecture, to: MESSAGES.block.sample.prefecture, items: [item.id] }));
}
