/** Reads the fields of the estimate, and says at each what cannot be read. */

import { readNumber, sharesAddUp } from "../../client/tools/costs";
import type { CostInput } from "../../client/tools/costs";
import { hook, setText, show } from "../self-check/dom";

const MAN = 10_000;
const SHARES = ["national", "prefectural", "municipal"];

/** The numbers of the form; null if one of them cannot be read. */
export function readFields(form: HTMLFormElement): CostInput | null {
  const values = new Map<string, number | null>();
  let sound = true;
  for (const field of fieldsOf(form)) {
    const rule = { min: Number(field.dataset["min"]), max: Number(field.dataset["max"]), whole: "whole" in field.dataset, optional: "optional" in field.dataset };
    const read = readNumber(field.value, rule);
    say(form, field, read.ok ? "" : wordOf(form, field, read.fault === "number" && rule.whole && isNumber(field.value) ? "whole" : read.fault));
    sound &&= read.ok;
    values.set(field.name, read.ok ? read.value : null);
  }
  const number = (name: string) => values.get(name) ?? 0;
  const yen = (name: string) => Math.round(number(name) * MAN);
  const optional = (name: string) => (values.get(name) === null ? null : yen(name));
  const input: CostInput = {
    units: number("units"), price: number("price"), months: number("months"),
    coordinators: number("coordinators"), limit: number("limit"), times: number("times"),
    national: number("national"), prefectural: number("prefectural"), municipal: number("municipal"),
    others: yen("others"), before: optional("before"), spending: optional("spending"),
  };
  if (!sound) return null;
  if (sharesAddUp(input)) return input;
  for (const name of SHARES) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) say(form, field, form.dataset["shares"] ?? "");
  }
  return null;
}

/** The fields that hold numbers, in the order of the page. */
export function fieldsOf(form: HTMLFormElement): readonly HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>("input[data-min]")];
}

function isNumber(text: string): boolean {
  return readNumber(text, { min: -Infinity, max: Infinity, whole: false, optional: false }).ok;
}

function wordOf(form: HTMLFormElement, field: HTMLInputElement, fault: string): string {
  return (form.dataset[fault] ?? "").replace("{min}", field.dataset["min"] ?? "").replace("{max}", field.dataset["max"] ?? "");
}

function say(form: HTMLFormElement, field: HTMLInputElement, words: string): void {
  const fault = hook(form, "fault", field.name);
  setText(fault, words);
  show(fault, words !== "");
  if (words) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}
