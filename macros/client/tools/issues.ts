/** The list of issues: how it lies in the browser, and how it becomes a table. */

import { isBag } from "../guards";
import { PROTOTYPE_KEYS, cleanLine } from "../text";
import { pointLine, walk } from "./guide";
import type { Guide, GuideAnswers, Walk } from "./guide";

export interface Issue {
  readonly id: string;
  readonly text: string;
  readonly answers: GuideAnswers;
  /** The day it was put on the list: 2026-11-21. */
  readonly added: string;
}

export const ISSUES_FORMAT = "kyogikai-issues/1";
export const MOST_ISSUES = 200;
export const LONGEST_ISSUE = 200;

/** The stored list; null if what is stored cannot be read, so that it is not overwritten unseen. */
export function parseIssues(stored: string | null): readonly Issue[] | null {
  if (stored === null) return [];
  try {
    const value: unknown = JSON.parse(stored);
    if (!isBag(value) || value["format"] !== ISSUES_FORMAT || !Array.isArray(value["issues"])) return null;
    return value["issues"].flatMap(readIssue).slice(0, MOST_ISSUES);
  } catch {
    return null;
  }
}

export function encodeIssues(issues: readonly Issue[]): string {
  return JSON.stringify({ format: ISSUES_FORMAT, issues });
}

function readIssue(value: unknown): readonly Issue[] {
  if (!isBag(value)) return [];
  const { id, text, answers, added } = value as { id?: unknown; text?: unknown; answers?: unknown; added?: unknown };
  if (typeof id !== "string" || typeof text !== "string" || !isBag(answers) || cleanIssue(text) === "") return [];
  const kept = Object.entries(answers).filter(([key, choice]) => typeof choice === "string" && !PROTOTYPE_KEYS.has(key));
  return [{ id, text: cleanIssue(text), answers: Object.fromEntries(kept) as GuideAnswers, added: typeof added === "string" ? added : "" }];
}

/** One line, not too long; "" if nothing is left. */
export function cleanIssue(text: string): string {
  return [...cleanLine(text)].slice(0, LONGEST_ISSUE).join("");
}

/** The list with `issue` in the place of the one that bears its id, or at the end. */
export function withIssue(issues: readonly Issue[], issue: Issue): readonly Issue[] {
  const known = issues.some(({ id }) => id === issue.id);
  return known ? issues.map((old) => (old.id === issue.id ? issue : old)) : [...issues, issue];
}

export function withoutIssue(issues: readonly Issue[], id: string): readonly Issue[] {
  return issues.filter((issue) => issue.id !== id);
}

export interface IssueGroup {
  readonly label: string;
  readonly issues: readonly { readonly issue: Issue; readonly way: Walk }[];
}

const NOT_SORTED = "まだ決まっていない";

/** Issues by the meeting that they go to, in the order of the guide's outcomes; those without an end last. */
export function byMeeting(guide: Guide, issues: readonly Issue[]): readonly IssueGroup[] {
  const walked = issues.map((issue) => ({ issue, way: walk(guide, issue.answers) }));
  const labels = new Set([...guide.outcomes.map(({ label }) => label), NOT_SORTED]);
  return [...labels]
    .map((label) => ({ label, issues: walked.filter(({ way }) => (way.outcome?.label ?? NOT_SORTED) === label) }))
    .filter((group) => group.issues.length > 0);
}

const HEADER = ["課題", "段階", "時期", "話す会議", "次にすること", "理由", "一覧に入れた日"];

/** The list as rows for a CSV: the head first. */
export function issueRows(guide: Guide, issues: readonly Issue[]): readonly (readonly string[])[] {
  const rows = byMeeting(guide, issues).flatMap((group) => group.issues.map(({ issue, way }) => [
    issue.text,
    levelWord(guide, way),
    termWord(guide, way),
    group.label,
    way.todo.map((point) => pointLine(point, guide)).join("\n"),
    way.reasons.map((point) => pointLine(point, guide)).join("\n"),
    issue.added,
  ]));
  return [HEADER, ...rows];
}

export function levelWord(guide: Guide, way: Walk): string {
  return guide.levels[way.level] ?? NOT_SORTED;
}

export function termWord(guide: Guide, way: Walk): string {
  return guide.terms[way.term] ?? NOT_SORTED;
}
