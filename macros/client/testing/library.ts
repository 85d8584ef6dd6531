/** A small library for tests. */

import type { Document, Library } from "../search/unpack";

const KINDS = [["book", "ハンドブック"], ["faq", "よくある質問"], ["term", "用語"]] as const;

function document(kind: number, url: string, title: string, text: string, also = "", asked = ""): Document {
  return { kind, url, title, text, also, asked, place: "" };
}

/** Six documents with readings, synonyms and variants. */
export const LIBRARY: Library = {
  kinds: KINDS,
  documents: [
    document(0, "a.html#plenary", "全体会は何を決めますか", "全体会では、代表者が集まり、受け入れの体制を決めます。年に2〜3回ほど開きます。"),
    document(1, "faq.html#often", "全体会は、年に何回開きますか。", "年に2〜3回ほどです。"),
    document(2, "terms.html#plenary", "全体会", "地域の代表者が集まり、決める会議です。", "ぜんたいかい"),
    document(2, "terms.html#secret", "守秘義務", "知った秘密を漏らさない義務です。", "しゅひぎむ"),
    document(0, "b.html#secret", "守秘義務はだれにありますか", "第89条の3第5項の守秘義務は、協議会の事務に従事する人にかかります。"),
    document(2, "terms.html#meeting", "サービス担当者会議", "一人の支援を話し合う会議です。", "さーびすたんとうしゃかいぎ"),
    document(2, "terms.html#council", "協議会", "（自立支援）協議会は、障害のある人の暮らしを話し合う場です。", "自立支援協議会"),
    document(0, "c.html#abuse", "虐待に気づいたとき", "虐待防止センターに知らせます。", "", "あざがある ごはんをもらっていない"),
  ],
  readings: [["ぎむ", "義務"], ["ぎゃくたい", "虐待"], ["しゅひ", "守秘"], ["ぜんたい", "全体"], ["かい", "会", "回"]],
  synonyms: [["自立協", "協議会"], ["たたかれ", "虐待"], ["何回", "頻度"], ["メモ", "秘密"]],
  variants: [["障がい", "障害"], ["誰", "だれ"]],
};
