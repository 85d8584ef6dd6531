/** What the build tells the page of one's own checklists, for tests. */

import type { Standards } from "../own/types";

export const LABELS = ["できている", "ややできている", "あまりできていない", "できていない"];

export const STANDARDS: Standards = {
  scale: { id: "scale-four", levels: ["done", "mostly", "little", "not"].map((id, at) => ({ id, label: LABELS[at] ?? "", easy: LABELS[at] ?? "" })) },
  roles: { member: "当事者・家族の委員" },
  subjects: { municipality: "市町村", area: "圏域", prefecture: "都道府県", other: "そのほか" },
  subjectLabels: { municipality: "a", area: "b", prefecture: "c", other: "d" },
  asked: { municipality: "都道府県", area: "都道府県", prefecture: "国など", other: "都道府県" },
  keys: {
    checklist: ["title", "publisher", "audience", "scale", "domains", "time_minutes", "sources"],
    domain: ["title", "about", "items"],
    item: ["id", "text", "easy", "next_steps", "look_for", "weight", "sources"],
  },
};
