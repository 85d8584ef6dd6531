/** A draft judged as a whole: a checklist with its ids, or every fault with its place. */

import { cleanLine, cleanText } from "../text";
import type { ChecklistDomain, ChecklistItem, Scale, SubjectKind } from "../types";
import { domainId, essence, itemId, sheetDigest } from "./ids";
import { LIMITS, OWN } from "./messages";
import type { Cell, Draft, DraftItem, OwnChecklist, OwnResult, Standards } from "./types";

const MOST_FAULTS = 20;
const LEVEL_IDS = ["a", "b", "c", "d"] as const;
const FEWEST_LEVELS = 2;

/** `name`: what to call a sheet without a title, its file's name. */
export function judge(draft: Draft, standards: Standards, name: string): OwnResult<OwnChecklist> {
  const faults = [...draft.faults, ...lengths(draft), ...basics(draft, standards), ...levels(draft), ...items(draft, standards)];
  if (faults.length > 0) return refusedFor(faults);
  return { ok: true, value: build(draft, standards, name) };
}

/** The first faults, and how many more there are. */
export function refusedFor(faults: readonly string[]): OwnResult<never> {
  const shown = faults.slice(0, MOST_FAULTS);
  return { ok: false, faults: faults.length > shown.length ? [...shown, OWN.more(faults.length - shown.length)] : shown };
}

function cellsOf(item: DraftItem): readonly Cell[] {
  const single = [item.text, item.easy, item.why, item.askPrefecture, item.weight];
  return [...single, ...item.lookFor, ...item.nextSteps.values()].flatMap((cell) => cell ?? []);
}

function lengths(draft: Draft): readonly string[] {
  // A domain's title is one cell for many items.
  const domains = new Map(draft.items.map((item) => [item.domain.place, item.domain]));
  const cells = [...Object.values(draft.basics), ...draft.levels, ...draft.abouts.values(), ...domains.values(), ...draft.items.flatMap(cellsOf)];
  return cells.flatMap(({ place, text }) => (text.length > LIMITS.characters ? [OWN.long(place, text.length)] : []));
}

function basics({ basics: { minutes, subject } }: Draft, { subjects }: Standards): readonly string[] {
  const allowed = Object.values(subjects).map((label) => `「${label}」`).join("");
  return [
    ...(minutes && minutesOf(minutes.text) === null ? [OWN.minutes(minutes.place, minutes.text)] : []),
    ...(subject && !subjectOf(subject.text, subjects) ? [OWN.subject(subject.place, subject.text, allowed)] : []),
  ];
}

/** 「約20分」 → 20; null where there is no one number. */
function minutesOf(text: string): number | null {
  const found = /^[^\d]*(\d{1,4})[^\d]*$/.exec(text.normalize("NFKC"));
  return found ? Number(found[1]) : null;
}

function subjectOf(text: string, subjects: Standards["subjects"]): SubjectKind | undefined {
  const entries = Object.entries(subjects) as readonly [SubjectKind, string][];
  return entries.find(([id, label]) => id === text || essence(label) === essence(text))?.[0];
}

function levels({ levels: names }: Draft): readonly string[] {
  const last = names.at(-1);
  if (!last) return [];
  const seen = new Set<string>();
  const twice = names.flatMap(({ text, place }) => {
    const known = seen.has(essence(text));
    seen.add(essence(text));
    return known ? [OWN.levelTwice(place, text)] : [];
  });
  const fits = names.length >= FEWEST_LEVELS && names.length <= LEVEL_IDS.length;
  return fits ? twice : [OWN.levelCount(last.place, names.length), ...twice];
}

function items(draft: Draft, { scale }: Standards): readonly string[] {
  if (draft.items.length === 0) return draft.faults.length > 0 ? [] : [OWN.noItems];
  const faults: string[] = draft.items.length > LIMITS.items ? [OWN.tooMany(draft.items.length)] : [];
  const count = draft.levels.length || scale.levels.length;
  const seen = new Map<string, string>();
  for (const { domain, text, weight, nextSteps } of draft.items) {
    if (domain.text === "") faults.push(OWN.noDomain(domain.place));
    if (text.text === "") faults.push(OWN.noText(text.place));
    const key = `${essence(domain.text)}\n${essence(text.text)}`;
    const first = seen.get(key);
    if (first !== undefined && text.text !== "") faults.push(OWN.twice(text.place, first));
    else seen.set(key, text.place);
    if (weight && !weightOf(weight)) faults.push(OWN.weight(weight.place, weight.text));
    for (const [level, cell] of nextSteps) if (level >= count) faults.push(OWN.stepBeyond(cell.place, count));
  }
  return faults;
}

function weightOf(cell: Cell | undefined): number {
  const text = cell?.text.normalize("NFKC") ?? "1";
  return /^[123]$/.test(text) ? Number(text) : 0;
}

function build(draft: Draft, standards: Standards, name: string): OwnChecklist {
  const { basics: told } = draft;
  const scale = scaleOf(draft, standards.scale);
  const labels = scale.levels.map((level) => level.label);
  const digest = sheetDigest(draft.items.map(({ domain, text }) => ({ domain: domain.text, text: text.text })), labels);
  return {
    id: `own-${digest}`,
    version: "1.0.0",
    title: cleanLine(told.title?.text ?? "") || cleanLine(name) || OWN.untitled,
    items_digest: digest,
    subject_kind: (told.subject && subjectOf(told.subject.text, standards.subjects)) ?? "municipality",
    scale,
    domains: domainsOf(draft, scale, digest),
    changes: [],
    publisher: cleanLine(told.publisher?.text ?? ""),
    purpose: cleanText(told.purpose?.text ?? ""),
    audience: cleanLine(told.audience?.text ?? ""),
    when: cleanText(told.when?.text ?? ""),
    minutes: told.minutes ? (minutesOf(told.minutes.text) ?? 0) : 0,
  };
}

/** The site's own scale where the names are its names: its ids and its plain words then hold too. */
function scaleOf({ levels: names }: Draft, standard: Scale): Scale {
  const labels = names.map((cell) => cleanLine(cell.text));
  const same = labels.length === standard.levels.length && standard.levels.every(({ label }, at) => essence(label) === essence(labels[at] ?? ""));
  if (labels.length === 0 || same) return standard;
  return { id: "scale-own", levels: labels.map((label, at) => ({ id: LEVEL_IDS[at] ?? "a", label, easy: label })) };
}

function domainsOf(draft: Draft, scale: Scale, digest: string): readonly ChecklistDomain[] {
  const groups = new Map<string, DraftItem[]>();
  for (const item of draft.items) {
    const key = essence(item.domain.text);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].map((group, at) => {
    const title = group[0]?.domain.text ?? "";
    const about = draft.abouts.get(title)?.text ?? "";
    return { id: domainId(digest, at + 1), title: cleanLine(title), about: cleanText(about), items: group.map((item) => itemOf(item, scale, digest)) };
  });
}

function itemOf(draft: DraftItem, scale: Scale, digest: string): ChecklistItem {
  const steps = scale.levels.flatMap(({ id }, at) => {
    const cell = draft.nextSteps.get(at);
    return cell ? [[id, cleanText(cell.text)] as const] : [];
  });
  const text = cleanLine(draft.text.text);
  return {
    id: itemId(digest, { domain: draft.domain.text, text: draft.text.text }),
    text,
    easy: cleanLine(draft.easy?.text ?? "") || text,
    why: cleanText(draft.why?.text ?? ""),
    look_for: draft.lookFor.map((cell) => cleanLine(cell.text)).filter((line) => line !== ""),
    next_steps: Object.fromEntries(steps),
    ask_prefecture: cleanText(draft.askPrefecture?.text ?? ""),
    weight: weightOf(draft.weight),
    links: [],
  };
}
