/**
 * The reader's own prefecture: its figures beside the whole country's, its square on the maps, its row
 * in the table. The choice stays on this device, under a key without a record id (see storage-keys.ts).
 */

import { SITE } from "../../client/site-id";

const KEY = `kyogikai:${SITE}:_prefecture`;

export function showOwn(root: HTMLElement, say: (text: string) => void): void {
  const panel = root.querySelector<HTMLElement>("[data-js-own]");
  const choice = panel?.querySelector<HTMLSelectElement>("[data-js-own-choice]");
  if (!panel || !choice) return;
  panel.hidden = false;
  const kept = read();
  if (kept !== null && [...choice.options].some((option) => option.value === kept)) choice.value = kept;
  show(root, panel, choice);
  choice.addEventListener("change", () => {
    const refused = panel.querySelector<HTMLElement>("[data-js-own-refused]");
    if (refused) refused.hidden = keep(choice.value);
    show(root, panel, choice);
    const text = choice.value ? panel.dataset["said"] : panel.dataset["cleared"];
    say((text ?? "").replace("{prefecture}", choice.value));
  });
}

function show(root: HTMLElement, panel: HTMLElement, choice: HTMLSelectElement): void {
  const id = choice.selectedOptions[0]?.dataset["ownRow"];
  mark(root, id);
  const result = panel.querySelector<HTMLElement>("[data-js-own-result]");
  const row = id ? root.querySelector<HTMLTableRowElement>(`[data-row="${id}"]`) : null;
  if (!result) return;
  result.hidden = row === null;
  if (row) for (const entry of result.querySelectorAll<HTMLElement>("[data-js-own-entry]")) fill(entry, row, choice.value);
}

/** Cells are counted from 0 without the head of the row. */
function fill(entry: HTMLElement, row: HTMLTableRowElement, prefecture: string): void {
  const cell = (column: string | undefined): HTMLTableCellElement | undefined => row.cells[Number(column) + 1];
  const value = cell(entry.dataset["jsOwnEntry"]);
  write(entry, "[data-js-own-name]", prefecture);
  write(entry, "[data-js-own-value]", value?.textContent ?? "");
  entry.querySelector("[data-js-own-bar]")?.setAttribute("width", `${value?.dataset["value"] ?? "0"}%`);
  const parts = entry.querySelector<HTMLElement>("[data-js-own-parts]");
  const [part, whole] = [cell(entry.dataset["part"]), cell(entry.dataset["whole"])];
  if (!parts || !part || !whole) return;
  const text = parts.dataset["text"] ?? "";
  parts.textContent = text.replace("{whole}", whole.textContent ?? "").replace("{part}", part.textContent ?? "");
}

function write(entry: HTMLElement, selector: string, text: string): void {
  const target = entry.querySelector(selector);
  if (target) target.textContent = text;
}

function mark(root: HTMLElement, id: string | undefined): void {
  for (const tile of root.querySelectorAll<SVGElement>("[data-js-tile]")) {
    tile.classList.toggle("tile--own", tile.dataset["jsTile"] === id);
  }
  for (const row of root.querySelectorAll<HTMLElement>("[data-row]")) {
    const own = row.dataset["row"] === id;
    row.classList.toggle("table__own", own);
    if (own) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** True if the choice is kept, or gone as wished. */
function keep(prefecture: string): boolean {
  try {
    if (prefecture) localStorage.setItem(KEY, prefecture);
    else localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}
