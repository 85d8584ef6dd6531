/** Sorting by buttons in the heads of a table, and filtering of its rows by words. */

import { holdsWords } from "../../client/fold";

type Say = (text: string) => void;
type Order = "none" | "ascending" | "descending";

/** Wires the table of a statistic; returns what speaks in its live region. */
export function wireTable(root: HTMLElement): Say {
  const table = root.querySelector<HTMLTableElement>("[data-js-table]");
  const tools = root.querySelector<HTMLElement>("[data-js-table-tools]");
  const said = tools?.querySelector<HTMLElement>("[data-js-said]");
  const say: Say = (text) => {
    if (said) said.textContent = text;
  };
  if (!table || !tools) return say;
  const body = table.tBodies[0];
  if (!body) return say;
  wireSorting(table, body, tools.dataset, say);
  const words = tools.querySelector<HTMLInputElement>("[data-js-table-words]");
  if (words) wireWords(words, body, tools.dataset["shown"] ?? "", say);
  return say;
}

function wireSorting(table: HTMLTableElement, body: HTMLTableSectionElement, texts: DOMStringMap, say: Say): void {
  const original = [...body.rows];
  const heads = [...table.querySelectorAll<HTMLTableCellElement>("thead th")];
  for (const [column, head] of heads.entries()) {
    const button = asButton(head);
    if (!button) continue;
    button.addEventListener("click", () => {
      const numbers = head.dataset["kind"] !== "text";
      const order = next(head.getAttribute("aria-sort"), numbers);
      for (const other of heads) other.setAttribute("aria-sort", other === head ? order : "none");
      body.append(...sorted(original, column, order, numbers));
      say(spoken(head.dataset["name"] ?? "", order, numbers, texts));
    });
  }
}

/** The words of a head, which look like a button, become one. */
function asButton(head: HTMLTableCellElement): HTMLButtonElement | null {
  const words = head.querySelector<HTMLElement>("[data-js-sort]");
  if (!words) return null;
  const button = document.createElement("button");
  button.type = "button";
  button.className = words.className;
  button.append(...words.childNodes);
  words.replaceWith(button);
  head.setAttribute("aria-sort", "none");
  return button;
}

/** Figures begin with the largest, words with the first; the third press brings the first order back. */
function next(now: string | null, numbers: boolean): Order {
  const orders: readonly Order[] = numbers ? ["none", "descending", "ascending"] : ["none", "ascending", "descending"];
  return orders[(orders.indexOf((now ?? "none") as Order) + 1) % 3] ?? "none";
}

/** Sums stay where they are: at the top if they were there, else at the end. */
function sorted(rows: readonly HTMLTableRowElement[], column: number, order: Order, numbers: boolean): HTMLTableRowElement[] {
  if (order === "none") return [...rows];
  const isTotal = (row: HTMLTableRowElement): boolean => row.classList.contains("table__total");
  const others = rows.filter((row) => !isTotal(row));
  const way = order === "ascending" ? 1 : -1;
  const collator = new Intl.Collator("ja");
  const values = new Map(others.map((row) => [row, row.cells[column]]));
  others.sort((a, b) => {
    const [left, right] = [values.get(a), values.get(b)];
    if (!numbers) return way * collator.compare(left?.textContent ?? "", right?.textContent ?? "");
    const [x, y] = [left?.dataset["value"], right?.dataset["value"]];
    // What the source does not give comes last, whichever the order.
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
    return way * (Number(x) - Number(y));
  });
  const first = rows[0];
  const above = first && isTotal(first) ? rows.filter(isTotal) : [];
  return [...above, ...others, ...(above.length ? [] : rows.filter(isTotal))];
}

function spoken(name: string, order: Order, numbers: boolean, texts: DOMStringMap): string {
  if (order === "none") return texts["unsorted"] ?? "";
  const way = order === "ascending" ? "Up" : "Down";
  const word = texts[numbers ? `numbers${way}` : `words${way}`] ?? "";
  return (texts["sorted"] ?? "").replace("{column}", name).replace("{order}", word);
}

function wireWords(words: HTMLInputElement, body: HTMLTableSectionElement, text: string, say: Say): void {
  words.addEventListener("input", () => {
    let shown = 0;
    for (const row of body.rows) {
      row.hidden = !holdsWords(row.textContent ?? "", words.value.trim());
      if (!row.hidden) shown += 1;
    }
    say(text.replace("{all}", String(body.rows.length)).replace("{n}", String(shown)));
  });
}
