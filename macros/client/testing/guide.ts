/** A small guide for tests: two questions, one of which can be passed over, and three outcomes. */

import type { Guide, GuideChoice, GuidePoint } from "../tools/guide";

export function point(text: string, ...sources: readonly string[]): GuidePoint {
  return { text, basis: sources.length > 0 ? "source" : "ours", sources };
}

function choice(id: string, to: string, more: Partial<GuideChoice> = {}): GuideChoice {
  return { id, text: `答え ${id}`, to, level: "", term: "", reasons: [point(`理由 ${id}`, "資料 第1章")], todo: [], ...more };
}

export const GUIDE: Guide = {
  id: "tool-sample",
  title: "見本の道具",
  cautions: [point("助言ではありません。"), point("書かれていません。", "資料 第2章")],
  questions: [
    {
      id: "tq-a", title: "問いA",
      choices: [choice("tc-a-on", "tq-b", { level: "micro" }), choice("tc-a-end", "to-stop")],
    },
    {
      id: "tq-b", title: "問いB",
      choices: [
        choice("tc-b-go", "to-go", { term: "long", todo: [point("日程を組みます。", "資料 第3章")] }),
        choice("tc-b-far", "to-far", { level: "macro", term: "short" }),
      ],
    },
  ],
  outcomes: [
    { id: "to-go", title: "進めます", label: "事務局会議", points: [point("進める場です。", "資料 第4章")], todo: [point("まず集まります。")], record: [point("日付")] },
    { id: "to-far", title: "上げます", label: "全体会", points: [point("上げる場です。")], todo: [], record: [] },
    { id: "to-stop", title: "止めます", label: "事務局会議", points: [point("止めます。")], todo: [], record: [] },
  ],
  levels: { micro: "ミクロ", macro: "マクロ" },
  terms: { short: "急ぐ", long: "中長期" },
  bases: { source: "出典による", ours: "目安" },
};
