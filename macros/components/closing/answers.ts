/** 「確かめる」: shows, beside each item, the reader's own newest answer that lies on this device. */

import { SITE } from "../../client/site-id";
import { openStore } from "../../client/storage";
import type { Answers } from "../../client/types";

const STATES: Readonly<Record<string, string>> = {
  not_applicable: "該当しない",
  unknown: "わからない",
  deferred: "今は取り組まない",
};
const NOT_YET = "まだ答えていません";

const newest = new Map<string, Answers | null>();

for (const place of document.querySelectorAll<HTMLElement>("[data-js-item]")) {
  const [checklist = "", item = ""] = (place.dataset["jsItem"] ?? "").split("/");
  const answers = answersOf(checklist);
  if (answers === null) continue;
  const answer = answers[item];
  const words = answer?.state === "answered" ? levelWord(checklist, answer.level ?? "") : STATES[answer?.state ?? ""];
  place.textContent = words ? `あなたの答え：${words}` : NOT_YET;
  place.classList.toggle("check-item__answer--given", Boolean(words));
}

/** The answers of the newest record of a checklist; null where this device has none. */
function answersOf(checklist: string): Answers | null {
  const known = newest.get(checklist);
  if (known !== undefined) return known;
  const store = openStore(() => localStorage, { site: SITE, checklist }, "reader");
  const summary = store.list().find(({ damaged }) => !damaged);
  const loaded = summary ? store.load(summary.id) : null;
  const answers = loaded?.status === "ok" ? loaded.record.answers : null;
  newest.set(checklist, answers);
  return answers;
}

function levelWord(checklist: string, level: string): string | undefined {
  return document.querySelector(`[data-js-levels="${checklist}"] [data-js-level="${CSS.escape(level)}"]`)?.textContent ?? undefined;
}
