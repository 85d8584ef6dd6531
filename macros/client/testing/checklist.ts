/** A small checklist for tests: three domains, seven items, two old versions behind it. */

import type { ChecklistData, ChecklistItem } from "../types";

function item(id: string, weight = 1, ask = ""): ChecklistItem {
  return {
    id,
    text: `${id} をしていますか。`,
    easy: `${id} を していますか。`,
    next_steps: { done: "続けます。", mostly: "広げます。", little: "始めます。", not: "話し合います。" },
    ask_prefecture: ask,
    weight,
    links: [{ title: "協議会とは", url: "../handbook/council.html" }],
  };
}

export const CHECKLIST: ChecklistData = {
  id: "municipal-council",
  version: "2.0.0",
  title: "市町村協議会の自己点検",
  items_digest: "digest-2",
  subject_kind: "municipality",
  scale: {
    id: "scale-four",
    levels: [
      { id: "done", label: "できている", easy: "できています" },
      { id: "mostly", label: "ややできている", easy: "だいたい できています" },
      { id: "little", label: "あまりできていない", easy: "あまり できていません" },
      { id: "not", label: "できていない", easy: "できていません" },
    ],
  },
  domains: [
    { id: "dom-a", title: "個別事例", items: [item("it-a1", 3), item("it-a2"), item("it-a3", 2)] },
    { id: "dom-b", title: "地域課題", items: [item("it-b1", 2, "広域の調整"), item("it-b2")] },
    { id: "dom-c", title: "運営", items: [item("it-c1"), item("it-c2", 3)] },
  ],
  changes: [
    { version: "2.0.0", summary: "運営を見直した", moved: { "it-old-b": "it-b1", "it-merged": "it-b1" }, retired: ["it-gone"] },
    { version: "1.1.0", summary: "id を改めた", moved: { "it-older-b": "it-old-b" }, retired: [] },
    { version: "1.0.0", summary: "最初の版", moved: {}, retired: [] },
  ],
};
