/**
 * Names in the template for sheets of one's own. They never change: files made from it are out in the
 * world. The build writes the template after the same names (macros/exports/own_template.py; a test
 * compares), so keep each of them a plain literal.
 */

export const SHEET_ITEMS = "項目";
export const SHEET_BASICS = "基本";

/** Columns of 「項目」 by header. Only the first two are needed. */
export const ITEM_COLUMNS = {
  domain: "領域",
  text: "問い",
  easy: "やさしい文",
  why: "なぜ大切か",
  lookFor: "見るところ",
  step1: "次の一歩（段階1）",
  step2: "次の一歩（段階2）",
  step3: "次の一歩（段階3）",
  step4: "次の一歩（段階4）",
  askPrefecture: "都道府県に頼めること",
  weight: "重み",
} as const;

/** Labels in 「基本」; the value stands in the cell to the right. */
export const BASIC_LABELS = {
  title: "題",
  publisher: "作ったところ",
  purpose: "何のために使うか",
  audience: "使う人",
  when: "いつ使うか",
  minutes: "目安の時間（分）",
  subject: "点検の対象",
  level1: "段階1",
  level2: "段階2",
  level3: "段階3",
  level4: "段階4",
} as const;
