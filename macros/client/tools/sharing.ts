/** The record of a decision about sharing personal data: a text without any word about the case itself. */

import { formatDate } from "../dates";
import { pointLine } from "./guide";
import type { Guide, Walk } from "./guide";

export interface RecordHead {
  /** The day of the decision: 2026-11-21. */
  readonly date: string;
  readonly site: string;
}

/** What a person fills in afterwards, in the file or on paper; the tool itself never asks for it. */
const BLANKS = ["確かめた人（役職）", "この件の整理番号（自分の機関で付けたもの）"];
const RULE = "－".repeat(30);

/** The record as text with CRLF, as Notepad on every Windows shows it. */
export function sharingRecord(guide: Guide, way: Walk, head: RecordHead): string {
  if (!way.outcome) throw new Error("no outcome yet");
  const { outcome } = way;
  return lines([
    `${guide.title}：記録`,
    `${head.site}　${formatDate(head.date)}`,
    ...BLANKS.map((blank) => `${blank}：＿＿＿＿＿＿＿＿`),
    "※ 名前、住所、病名など、事例の内容は、この紙に書かないでください。",
    "",
    RULE,
    `結果：${outcome.title}`,
    ...outcome.points.map((point) => `・${pointLine(point, guide)}`),
    "",
    "答えと理由",
    ...way.steps.flatMap(({ question, choice }, index) => [
      `${index + 1}. ${question.title}`,
      `　→ ${choice.text}`,
      ...choice.reasons.map((point) => `　　${pointLine(point, guide)}`),
    ]),
    "",
    ...titled("次にすること", way.todo.map((point) => `□ ${pointLine(point, guide)}`)),
    ...titled(`自分の機関の記録に残すこと（${guide.bases["ours"] ?? ""}）`, outcome.record.map(({ text }) => `□ ${text}`)),
    RULE,
    ...guide.cautions.map((point) => `※ ${point.basis === "source" ? pointLine(point, guide) : point.text}`),
  ]);
}

function titled(title: string, entries: readonly string[]): readonly string[] {
  return entries.length === 0 ? [] : [title, ...entries, ""];
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${line}\r\n`).join("");
}
