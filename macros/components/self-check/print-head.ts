/** The head of every paper. */

import { formatDate } from "../../client/dates";
import { score } from "../../client/scoring";
import type { ResultFile } from "../../client/types";
import type { Context } from "./context";
import { hook, setText } from "./dom";
import { recordName } from "./status";

/** Whose result it is, and how far it goes. */
export function printHead({ words, checklist }: Context, pages: HTMLElement, record: ResultFile): void {
  const { label, role } = record.respondent;
  const parts = [recordName(record, words.say("noname")), label, role, record.date && formatDate(record.date)];
  setText(hook(pages, "print-who"), parts.filter((part) => part !== "").join("　"));
  const { handled, total } = score(record, checklist).overall;
  setText(hook(pages, "print-lead"), words.say("progress", { handled, total }));
}
