/** The start page: this month's events, and the way back into what was begun on this device. */

import { SITE } from "../../client/site-id";
import { OwnStore } from "../../client/own/store";
import { readIndex } from "../../client/storage";
import type { RecordSummary } from "../../client/storage";
import { goLive } from "../settings/arrival";

const MOST_CHECKS = 4;

showMonth();
showResume();
goLive(document.querySelector("[data-js-home]"));

function showMonth(): void {
  const months = [...document.querySelectorAll<HTMLElement>("[data-js-month]")];
  const turn = document.querySelector<HTMLElement>("[data-js-month-turn]");
  const said = document.querySelector<HTMLElement>("[data-js-month-said]");
  if (months.length !== 12 || !turn) return;
  let current = new Date().getMonth();
  const show = (): void => months.forEach((month, i) => (month.hidden = i !== current));
  turn.hidden = false;
  turn.addEventListener("click", ({ target }) => {
    const by = target instanceof Element ? target.closest<HTMLElement>("[data-js-month-by]")?.dataset["jsMonthBy"] : undefined;
    if (!by) return;
    current = (current + Number(by) + 12) % 12;
    show();
    if (said) said.textContent = months[current]?.innerText ?? "";
  });
  show();
}

function showResume(): void {
  const part = document.querySelector<HTMLElement>("[data-js-resume]");
  const list = part?.querySelector<HTMLElement>("[data-js-resume-list]");
  if (!part || !list) return;
  for (const { href, title, text } of [...begunChecks(part), ...begunPaths(part)]) {
    const card = part.querySelector<HTMLTemplateElement>("[data-js-resume-card]")?.content.cloneNode(true) as DocumentFragment;
    const link = card.querySelector("a");
    const about = card.querySelector("p");
    if (!link || !about) continue;
    link.href = href;
    link.textContent = title;
    about.textContent = text;
    list.append(card);
  }
  part.hidden = list.children.length === 0;
}

interface Begun {
  readonly href: string;
  readonly title: string;
  readonly text: string;
}

/** Self-checks on this device, newest first. */
function begunChecks(part: HTMLElement): Begun[] {
  return readIndex(() => localStorage, SITE).slice(0, MOST_CHECKS).flatMap((record) => {
    const own = ownCheck(part, record);
    if (own) return [own];
    const checklist = part.querySelector<HTMLAnchorElement>(`[data-js-resume-checklist="${CSS.escape(record.checklist)}"]`);
    if (!checklist) return [];
    return [{
      href: `${checklist.href}#/${record.id}/answer`,
      title: [record.name, checklist.textContent].filter(Boolean).join("の"),
      text: toldOf(record, checklist.dataset["items"] ?? ""),
    }];
  });
}

/** A record of a checklist of one's own: its title is kept on this device too. */
function ownCheck(part: HTMLElement, record: RecordSummary): Begun | null {
  const own = new OwnStore(() => localStorage, SITE).load(record.checklist);
  const page = part.querySelector<HTMLAnchorElement>("[data-js-resume-own]");
  if (!own || !page) return null;
  const items = own.domains.reduce((sum, domain) => sum + domain.items.length, 0);
  return {
    href: `${page.href}?c=${own.id}#/${record.id}/answer`,
    title: [record.name, own.title].filter(Boolean).join("の"),
    text: toldOf(record, String(items)),
  };
}

function toldOf({ handled, respondent }: RecordSummary, items: string): string {
  return `${handled}/${items} 項目に答えました${respondent ? `（${respondent}）` : ""}`;
}

/** Learning paths that were begun and are not finished; path.ts keeps the ids of the steps done. */
function begunPaths(part: HTMLElement): Begun[] {
  const done = new Set(stepsDone());
  return [...part.querySelectorAll<HTMLAnchorElement>("[data-js-resume-path]")].flatMap((path) => {
    const steps = (path.dataset["steps"] ?? "").split("|");
    const count = steps.filter((id) => done.has(id)).length;
    if (count === 0 || count === steps.length) return [];
    return [{ href: path.href, title: path.textContent ?? "", text: `${count}/${steps.length} 終わりました` }];
  });
}

function stepsDone(): readonly unknown[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(`kyogikai:${SITE}:_learn`) ?? "[]");
    return Array.isArray(stored) ? stored : [];
  } catch {
    return [];
  }
}
