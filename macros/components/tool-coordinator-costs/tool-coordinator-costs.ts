/** 拠点コーディネーター財源試算: reckons while one types. All figures to begin with stand in the fields. */

import { toIsoDate } from "../../client/dates";
import { formatCsv } from "../../client/files/csv";
import { safeFileName } from "../../client/filename";
import { costRows, estimate, formatMan, formatNumber, formatYen, formula } from "../../client/tools/costs";
import type { CostInput, Estimate } from "../../client/tools/costs";
import { hook, hooks, setText, show } from "../self-check/dom";
import { download } from "../self-check/download";
import { printOnly } from "../tool-guide/print";
import { fieldsOf, readFields } from "./fields";

const root = document.querySelector<HTMLElement>("[data-js-costs]");
if (root) start(root);

function start(root: HTMLElement): void {
  const form = hook<HTMLFormElement>(root, "form");
  const said = hook(root, "said");
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
  const tell = (key: string, values: Record<string, string> = {}) => setText(said, filled(said.dataset[key], values));

  const update = (): void => {
    if (field("full").checked) fillTimes(field);
    field("times").disabled = field("full").checked;
    const input = readFields(form);
    show(hook(root, "waiting"), input === null);
    show(hook(root, "result"), input !== null);
    if (input) showSums(root, input, estimate(input));
  };

  form.addEventListener("input", () => {
    tell("none");
    update();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => {
    update();
    tell("reset");
  }));
  for (const button of hooks(root, "example")) {
    button.addEventListener("click", () => {
      form.reset();
      const { coordinators = "", others = "", before = "", cost = "" } = button.dataset;
      // Behind the reset, which speaks and reckons with the plain values first.
      setTimeout(() => {
        field("coordinators").value = coordinators;
        field("others").value = others === "0" ? "" : others;
        field("before").value = before;
        update();
        tell("example", { title: button.textContent ?? "", cost: formatNumber(Number(cost)) });
      });
    });
  }
  hook(root, "csv").addEventListener("click", ({ currentTarget }) => {
    const name = safeFileName(`${(currentTarget as HTMLElement).dataset["stem"] ?? ""}_${toIsoDate(new Date())}`, "csv");
    download(name, "text/csv;charset=utf-8", `\ufeff${formatCsv(csvRows(root, form))}`);
    tell("saved", { name });
  });
  hook(root, "print").addEventListener("click", () => {
    hook(root, "given").replaceChildren(...given(form).map(tableRow));
    printOnly([root]);
  });
  form.reset();
  update();
}

function fillTimes(field: (name: string) => HTMLInputElement): void {
  const most = Number(field("coordinators").value.normalize("NFKC")) * Number(field("limit").value.normalize("NFKC"));
  if (Number.isFinite(most)) field("times").value = String(most);
}

function showSums(root: HTMLElement, input: CostInput, sum: Estimate): void {
  const sentence = hook(root, "sentence");
  const { text, others } = sentence.dataset;
  setText(sentence, filled(text, { benefit: formatMan(sum.benefit), municipal: formatMan(sum.municipal) })
    + (input.others > 0 ? filled(others, { total: formatMan(sum.total) }) : ""));
  setText(hook(root, "formula"), `${formula(input, sum)} ＝ ${formatYen(sum.benefit)}`);
  for (const { key, yen, how } of costRows(input, sum)) {
    setText(hook(root, "yen", key), formatNumber(yen));
    setText(hook(root, "man", key), formatNumber(Math.round(yen / 100) / 100));
    setText(hook(root, "how", key), how);
  }
  showBar(root, input, sum);
  showWords(hook(root, "capped"), sum.capped ? "text" : "", { most: formatNumber(sum.most) });
  const { change, left } = sum;
  const direction = change === null ? "" : change < 0 ? "less" : change > 0 ? "more" : "same";
  showWords(hook(root, "change"), direction, { before: formatMan(input.before ?? 0), by: formatMan(Math.abs(change ?? 0)) });
  showLeft(hook(root, "left"), sum, left);
}

function showLeft(element: HTMLElement, sum: Estimate, left: number | null): void {
  const values = { by: formatMan(Math.abs(left ?? 0)), needed: formatNumber(sum.needed ?? 0), most: formatNumber(sum.most) };
  showWords(element, left === null ? "" : left < 0 ? "short" : "enough", values);
  if (left !== null && left < 0 && sum.needed !== null) element.append(filled(element.dataset["needed"], values));
}

function showBar(root: HTMLElement, input: CostInput, sum: Estimate): void {
  let from = 0;
  for (const share of ["national", "prefectural", "municipal"] as const) {
    const part = root.querySelector(`[data-js-bar="${share}"]`);
    part?.setAttribute("x", String(from));
    part?.setAttribute("width", String(input[share]));
    from += input[share];
    setText(hook(root, "key", share), `${formatMan(sum[share])}（${formatNumber(input[share])}%）`);
  }
}

/** Shows an element with the words its data-<key> holds; hides it where the key is "". */
function showWords(element: HTMLElement, key: string, values: Record<string, string>): void {
  setText(element, key ? filled(element.dataset[key], values) : "");
  show(element, key !== "");
}

function filled(words: string | undefined, values: Record<string, string>): string {
  return (words ?? "").replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** Label, value and unit of each field, for paper and for the CSV. */
function given(form: HTMLFormElement): readonly (readonly string[])[] {
  return fieldsOf(form).filter(({ value }) => value !== "").map((one) => {
    const label = one.labels?.[0]?.textContent ?? one.name;
    return [label, one.value, one.nextElementSibling?.textContent ?? ""];
  });
}

function tableRow(cells: readonly string[]): HTMLTableRowElement {
  const row = document.createElement("tr");
  row.append(...cells.map((text, index) => {
    const cell = document.createElement(index === 0 ? "th" : "td");
    if (cell instanceof HTMLTableCellElement && index === 0) cell.scope = "row";
    cell.textContent = text;
    return cell;
  }));
  return row;
}

function csvRows(root: HTMLElement, form: HTMLFormElement): readonly (readonly string[])[] {
  const input = readFields(form);
  if (!input) return [];
  const rows = costRows(input, estimate(input)).map(({ key, yen, how }) => [hook(root, "label", key).textContent ?? "", String(yen), how]);
  return [["項目", "値", "単位"], ...given(form), [], ["結果（年）", "円", "計算"], ...rows];
}
