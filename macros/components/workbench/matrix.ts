/** The matrix: a table of item rows and council columns, of which only some stand in the page at a time. */

import { kindOf, BESIDE, cellOf } from "../../client/aggregate/cells";
import type { Cell } from "../../client/aggregate/cells";
import type { Sight, SightColumn } from "../../client/aggregate/sight";
import { cellLabel, numbered } from "../../client/aggregate/tables";
import type { ChecklistData } from "../../client/types";
import { hook, setText } from "../self-check/dom";
import type { Context } from "./context";

/** Full, three quarters, one quarter, empty: a longer scale uses them again. */
const LEVEL_MARKS = ["●", "◕", "◔", "○"] as const;
const BESIDE_MARKS = { unanswered: "－", not_applicable: "／", unknown: "？", deferred: "▽", not_asked: "…", withheld: "＊" } as const;

function markOf(cell: Cell): string {
  const kind = kindOf(cell);
  return kind === "answered" ? (LEVEL_MARKS[cell % LEVEL_MARKS.length] ?? "●") : BESIDE_MARKS[kind];
}

function classOf(cell: Cell): string {
  return cell >= 0 ? `wb-cell--${(cell % LEVEL_MARKS.length) + 1}` : "wb-cell--none";
}

export function legend({ words }: Context, checklist: ChecklistData): readonly HTMLElement[] {
  const cells = [...checklist.scale.levels.keys(), ...BESIDE.map(cellOf)];
  return cells.map((cell) => {
    const piece = words.piece("legend");
    const mark = hook(piece, "mark");
    mark.classList.add(classOf(cell));
    setText(mark, markOf(cell));
    setText(hook(piece, "label"), cellLabel(cell, checklist));
    return piece;
  });
}

export interface Part {
  readonly columns: readonly SightColumn[];
  /** "" for all. */
  readonly domainId: string;
  /** Items can be opened: not on paper. */
  readonly live: boolean;
}

/** Fills `table` with one part of the matrix. */
export function fillMatrix(context: Context, table: HTMLElement, { checklist }: Sight, part: Part): void {
  const { words } = context;
  const caption = document.createElement("caption");
  caption.className = "visually-hidden";
  caption.textContent = words.say("matrix.caption");
  const head = document.createElement("thead");
  const names = document.createElement("tr");
  names.append(header(words.say("matrix.corner"), "col", "wb-matrix__corner"));
  names.append(...part.columns.map((column) => header(column.label, "col", "wb-matrix__name")));
  head.append(names);
  const bodies = checklist.domains.filter(({ id }) => part.domainId === "" || id === part.domainId);
  table.replaceChildren(caption, head, ...bodies.map((domain) => body(context, checklist, domain.id, part)));
}

function header(text: string, scope: string, className: string): HTMLElement {
  const cell = Object.assign(document.createElement("th"), { scope, className });
  const inner = Object.assign(document.createElement("span"), { textContent: text });
  cell.append(inner);
  return cell;
}

function body(context: Context, checklist: ChecklistData, domainId: string, part: Part): HTMLElement {
  const group = document.createElement("tbody");
  const rows = numbered(checklist).filter(({ domain }) => domain.id === domainId);
  const title = document.createElement("tr");
  const domain = header(rows[0]?.domain.title ?? "", "rowgroup", "wb-matrix__domain");
  domain.setAttribute("colspan", String(part.columns.length + 1));
  title.append(domain);
  group.append(title, ...rows.map(({ item, number, order }) => row(context, checklist, `${number} ${item.text}`, item.id, order, part)));
  return group;
}

function row({ words }: Context, checklist: ChecklistData, text: string, id: string, order: number, part: Part): HTMLElement {
  const line = words.piece("row");
  const button = hook(line, "open-item");
  if (part.live) {
    setText(button, text);
    button.setAttribute("data-js-open-item", id);
  } else button.replaceWith(text);
  line.append(...part.columns.map((column) => {
    const cell = column.cells[order] ?? -1;
    const piece = words.piece("cell");
    piece.classList.add(classOf(cell));
    const [mark, label] = piece.children;
    if (mark) mark.textContent = markOf(cell);
    if (label) label.textContent = cellLabel(cell, checklist);
    return piece;
  }));
  return line;
}
