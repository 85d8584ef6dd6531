/** The checklist of a page, read on its sheet: its texts stand there already, and need not be sent twice. */

import type { ChecklistData, ChecklistDomain, ChecklistItem } from "../../client/types";
import { hook, hooks, valueOf } from "./dom";

/** What the sheet does not say, as the build writes it (macros/client_data.py, sheet_data). */
type SheetData = Omit<ChecklistData, "domains">;

/** Furigana do no harm: their readings are no text (components/furigana/annotate.ts). */
export function readSheet(root: HTMLElement): ChecklistData {
  const data = JSON.parse(hook(root, "checklist").textContent) as SheetData;
  return { ...data, domains: hooks(hook(root, "sheet"), "domain").map(readDomain) };
}

function readDomain(element: HTMLElement): ChecklistDomain {
  return { id: element.id, title: hook(element, "domain-name").textContent, items: hooks(element, "item").map(readItem) };
}

function readItem(element: HTMLElement): ChecklistItem {
  const steps = hooks(element, "step").map((step) => [valueOf(step, "step"), hook(step, "next").textContent] as const);
  const links = hooks<HTMLAnchorElement>(element, "link");
  return {
    id: element.id,
    text: hook(element, "plain").textContent,
    easy: hook(element, "easier").textContent,
    next_steps: Object.fromEntries(steps),
    ask_prefecture: element.querySelector("[data-js-asks]")?.textContent ?? "",
    weight: Number(valueOf(element, "weight")),
    links: links.map((link) => ({ title: link.textContent, url: link.getAttribute("href") ?? "" })),
  };
}
