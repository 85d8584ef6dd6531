/** The start page: this month's events, and the way back into what was begun on this device. */

import { SITE } from "../../client/site-id";
import { readIndex } from "../../client/storage";

showMonth();
showResume();

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
  const template = part?.querySelector<HTMLTemplateElement>("[data-js-resume-card]");
  if (!part || !list || !template) return;
  for (const record of readIndex(() => localStorage, SITE).slice(0, 4)) {
    const checklist = part.querySelector<HTMLAnchorElement>(`[data-js-resume-checklist="${CSS.escape(record.checklist)}"]`);
    if (!checklist) continue;
    const card = template.content.cloneNode(true) as DocumentFragment;
    const link = card.querySelector("a");
    const text = card.querySelector("p");
    if (!link || !text) continue;
    link.href = checklist.href;
    link.textContent = [record.name, checklist.textContent].filter(Boolean).join("の");
    text.textContent = `${record.handled} / ${checklist.dataset["items"] ?? ""} 項目に答えました${record.respondent ? `（${record.respondent}）` : ""}`;
    list.append(card);
  }
  part.hidden = list.children.length === 0;
}
