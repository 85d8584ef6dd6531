import assert from "node:assert/strict";
import { test } from "node:test";
import { PERSONAL_HINTS, personalHints, personalSpots } from "./personal";
import type { PersonalHint } from "./personal";

/** Written as notes of councils are; nobody in them exists. What only a person can tell is among them. */
const EXAMPLES: readonly (readonly [string, readonly PersonalHint[]])[] = [
  ["山田さんの通う場がない", ["name"]],
  ["鈴木太郎様の件", ["name"]],
  ["佐藤氏の退院", ["name"]],
  ["はなちゃんの送迎", ["name"]],
  ["昨日、高橋さんから相談があった", ["name"]],
  ["田中君の進路", ["name"]],
  ["タナカさんの家を訪ねた", ["name"]],
  ["佐々木くんの卒業後", ["name"]],
  ["木村さんと中村さんの席が近い", ["name"]],
  ["主治医の伊藤先生に聞く", ["name"]],
  ["服部様宅の段差", ["name"]],
  ["氏名：小林一郎", ["name"]],
  ["お名前はワタナベハナコです", ["name"]],
  ["たろうくんが通えない", ["name"]],
  ["山本委員に山本さんと呼びかけた", ["name"]],
  ["加藤花子（母）より聞き取り", ["name"]],
  ["担当は吉田です", ["name"]],
  ["０３－１２３４－５６７８に電話", ["contact"]],
  ["03-1234-5678", ["contact"]],
  ["連絡先は 090-1234-5678 です", ["contact"]],
  ["０９０１２３４５６７８", ["contact"]],
  ["0739(12)3456 まで", ["contact"]],
  ["0739−12−3456", ["contact"]],
  ["03 1234 5678", ["contact"]],
  ["+81 90 1234 5678", ["contact"]],
  ["taro@example.jp へ", ["contact"]],
  ["ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ", ["contact"]],
  ["花子さんと健一さんと和夫さん", ["name"]],
  ["土屋さんの送迎", ["name"]],
  ["二宮様、小宮山様", ["name"]],
  ["お世話になった前園さん", ["name"]],
  ["昭和60年5月3日生まれの人", ["birth"]],
  ["S60.5.3生", ["birth"]],
  ["Ｈ１０．１２．１生", ["birth"]],
  ["1985年5月3日生まれ", ["birth"]],
  ["1985/05/03生", ["birth"]],
  ["生年月日：1985-5-3", ["birth"]],
  ["生年月日 平成10年12月1日", ["birth"]],
  ["平成10年5月生まれ", ["birth"]],
  ["大正15年1月2日（火）生", ["birth"]],
  ["昭和四十年五月三日生まれ", ["birth"]],
  ["身体障害者手帳 第123456号", ["number"]],
  ["手帳番号：県12345", ["number"]],
  ["療育手帳の番号は 県第98765号", ["number"]],
  ["被保険者番号 0012345678", ["number"]],
  ["受給者証番号は３０１２３４５６７８", ["number"]],
  ["マイナンバー 1234 5678 9012", ["number"]],
  ["個人番号は 123456789012", ["number"]],
  ["保険証の記号・番号 12-3456", ["number"]],
  ["〒649-2211", ["address"]],
  ["〒６４９－２２１１ の家", ["address"]],
  ["本町３丁目の人", ["address"]],
  ["中央町二丁目に住む", ["address"]],
  ["本町123番地", ["address"]],
  ["本町1番2号", ["address"]],
  ["白浜町3-12-5", ["address"]],
  ["コーポ桜 201号室", ["address"]],
  ["大字桜1234", ["address"]],
  ["〇〇町の踏切のそばの青い屋根の家", ["address"]],
  ["井上さん（080-1234-5678）", ["name", "contact"]],
  ["山口様、昭和50年1月2日生、本町2丁目", ["name", "birth", "address"]],
  ["特別支援学校を卒業したあとの、日中の場が足りない", []],
  ["Aさんのような人の通う場がない", []],
  ["〇〇さんの事例", []],
  ["○○様の例を使う", []],
  ["皆さんで話し合う場がない", []],
  ["皆様のご意見", []],
  ["お客様の声", []],
  ["当事者の皆様に聞く", []],
  ["お子さんの送迎ができる事業所がない", []],
  ["利用者さんの声が届かない", []],
  ["お母さんが倒れたときの受け皿", []],
  ["お父さんやおじいさんの介護", []],
  ["相談支援専門員さんの負担", []],
  ["民生委員さんに伝える", []],
  ["ヘルパーさんが足りない", []],
  ["看護師さんの訪問", []],
  ["多様な人が集まれない", []],
  ["患者様への説明が難しい", []],
  ["同様の困りごとがある", []],
  ["この様な場がない", []],
  ["様々な立場の人", []],
  ["会議の様子と様式", []],
  ["たくさんの課題がある", []],
  ["みんなでさんかできる会議", []],
  ["くんれんの場がない", []],
  ["ちゃんと記録を残す", []],
  ["担任の先生に頼む", []],
  ["学校の先生との会議", []],
  ["事業者様あての通知", []],
  ["市長殿あての要望", []],
  ["氏名の欄を消した書式", []],
  ["摂氏30度の部屋", []],
  ["年に3回しか会議がない", []],
  ["令和7年4月1日から事業所が減った", []],
  ["2026年11月21日に点検した", []],
  ["2026-11-21の会議", []],
  ["昭和56年度からある施設", []],
  ["生活介護が令和6年10月1日に始まった", []],
  ["手帳の所持者 1234人", []],
  ["療育手帳の所持者は令和5年度に1,279,000人", []],
  ["受給者証の番号の書き方を直す", []],
  ["被保険者 12345人のうち", []],
  ["予算は 1,200,000円、前年比 12.5%", []],
  ["1741市町村のうち 1725（99.1%）", []],
  ["障害福祉計画の一丁目一番地の課題", []],
  ["3-2の項目と4-1の項目", []],
  ["第1-2四半期", []],
  ["A町 1-3月に2回", []],
  ["子どもたちの居場所がない", []],
  ["生まれ変わった部会", []],
  ["平成10年に生まれた制度", []],
  ["近所の人の見守り", []],
  ["お互い様の地域", []],
  ["ケアマネさんとの連携", []],
  ["第7期（2024-2026）の計画", []],
  ["参加者は 10-15人", []],
  ["相談件数 0.5件、12345678件", []],
  ["彼氏・彼女の有無は聞かない", []],
  ["町役場の保健師さんと市の福祉課様", []],
  ["浜辺さんぽの会", []],
  ["パン屋さんと本屋さんで働く", []],
  ["多種多様な人", []],
  ["会長さんと園長さんの話", []],
  ["奥さんと息子さんの負担", []],
];

/** Over every pair of example and kind: how much of what is there is found, and how much of what is found is there. */
function figures() {
  const pairs = EXAMPLES.flatMap(([text, wanted]) => {
    const found = personalHints(text);
    return PERSONAL_HINTS.map((hint) => ({ text, hint, is: wanted.includes(hint), said: found.includes(hint) }));
  });
  const count = (is: boolean, said: boolean) => pairs.filter((pair) => pair.is === is && pair.said === said).length;
  const [right, wrong, missed] = [count(true, true), count(false, true), count(true, false)];
  return { right, wrong, missed, precision: right / (right + wrong), recall: right / (right + missed), pairs };
}

test(`個人情報らしい言葉: ${EXAMPLES.length} の例で、見つける割合と、まちがえる割合`, (t) => {
  const { right, wrong, missed, precision, recall, pairs } = figures();
  t.diagnostic(`正しく気づいた ${right}、まちがい ${wrong}、見落とし ${missed}：適合率 ${precision.toFixed(3)}、再現率 ${recall.toFixed(3)}`);
  for (const { text, hint, is, said } of pairs) if (is !== said) t.diagnostic(`${is ? "見落とし" : "まちがい"} ${hint}：${text}`);
  assert.ok(EXAMPLES.length >= 80);
  assert.ok(precision >= 0.95, `適合率 ${precision}`);
  assert.ok(recall >= 0.9, `再現率 ${recall}`);
});

test("見つけた所を、そのままの言葉で示す", () => {
  assert.deepEqual(personalSpots("昨日、山田さん（０９０－１２３４－５６７８）が"), [
    { hint: "name", found: "山田さん" },
    { hint: "contact", found: "090-1234-5678" },
  ]);
});
