/**
 * The contract of the sheet that people fill in: names that never change, because files with these
 * names are out in the world. The CSV carries the same rows. Described in full in `xlsx.ts`.
 *
 * The Python build writes blank sheets after the same names (macros/exports/xlsx.py); a test there
 * reads this file's constants, so keep each of them a plain literal.
 */

export const SHEET_ANSWERS = "点検シート";
export const SHEET_PLAN = "計画";
export const SHEET_META = "_meta";

/** Columns of the answers' table by header name; their order in a file is free. */
export const ANSWER_COLUMNS = {
  domain: "領域",
  text: "項目",
  answer: "答え",
  reason: "理由",
  evidence: "根拠",
  note_shared: "共有メモ",
  note_private: "手元メモ",
  target: "目標の段階",
  agreed_level: "合意した答え",
  agreed_reason: "合意の理由",
  item_id: "項目ID",
} as const;

/** A row with all of these cells is the header of the answers' table. */
export const ANSWER_HEADER_MARKS = ["項目ID", "項目", "答え"] as const;

/** Columns of the plan's table by header name. */
export const PLAN_COLUMNS = {
  kind: "計画の種類",
  text: "内容",
  owner: "担当",
  to: "頼む先",
  due: "期日",
  status: "進み具合",
  items: "関わる項目ID",
} as const;

/** Labels above the table; the value stands in the cell to the right of its label. */
export const INFO_LABELS = {
  prefecture: "都道府県",
  name: "協議会の名前",
  respondent: "回答者",
  role: "役割・立場",
  date: "点検した日",
} as const;

/** What the answer column may hold besides the labels of the scale. Empty means 未回答. */
export const STATE_LABELS = {
  not_applicable: "該当しない",
  unknown: "わからない",
  deferred: "今は取り組まない",
} as const;

export const UNANSWERED_LABEL = "未回答";

/** In the answer column (or the plan's kind column): this row goes on with the texts of the row above it. */
export const CONTINUED_LABEL = "（続き）";

export const PLAN_KIND_LABELS = { goals: "目標", actions: "取組", requests: "要望" } as const;

export const STATUS_LABELS = { todo: "これから", doing: "進めている", done: "終わった", stopped: "やめた" } as const;

/** Keys of the `_meta` rows. `snapshots` and `extra` are JSON; the others are plain text. */
export const META_KEYS = {
  format: "format",
  checklistId: "checklist.id",
  checklistVersion: "checklist.version",
  itemsDigest: "checklist.items_digest",
  subjectKind: "subject.kind",
  savedAt: "saved_at",
  snapshots: "snapshots",
  extra: "extra",
} as const;

/** Excel refuses longer cells (32,767); below it, so that escapes and the CSV guard still fit. */
export const CELL_CHARACTERS = 30000;
