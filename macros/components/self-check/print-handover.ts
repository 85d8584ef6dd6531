/** The hand-over pack on paper: its sections, then all answers with their reasons. */

import { tellHandover } from "../../client/compare/handover-told";
import type { Context } from "./context";
import { hook, setText, show } from "./dom";
import type { Numbers } from "./numbers";
import { printAnswers } from "./print-answers";
import { printHead } from "./print-head";

export function printHandover(context: Context, numbers: Numbers, withPrivate: boolean): HTMLElement {
  const { session, checklist, words } = context;
  const pages = words.piece("print-handover");
  printHead(context, pages, session.record);
  const sections = tellHandover(session.record, checklist, (id) => numbers.of(id)).map(({ title, lines }) => {
    const piece = words.piece("print-handover-part");
    setText(hook(piece, "title"), title);
    hook(piece, "rows").replaceChildren(...lines.map(printLine));
    show(hook(piece, "none"), lines.length === 0);
    show(hook(piece, "table"), lines.length > 0);
    return piece;
  });
  hook(pages, "print-parts").replaceChildren(...sections);
  hook(pages, "print-all").replaceChildren(printAnswers(context, numbers, withPrivate));
  return pages;
}

function printLine([first = "", text = "", ...rest]: readonly string[]): HTMLElement {
  const row = document.createElement("tr");
  const cells = [first, text, rest.filter(Boolean).join("　")];
  row.append(...cells.map((textContent) => Object.assign(document.createElement("td"), { textContent, className: "sc-written" })));
  return row;
}
