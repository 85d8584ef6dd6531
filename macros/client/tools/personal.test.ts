import assert from "node:assert/strict";
import { test } from "node:test";
import { personalHints } from "./personal";

test("名前らしい言葉に気づく", () => {
  for (const text of ["山田さんの通う場がない", "鈴木太郎様の件", "佐藤氏の退院", "はなちゃんの送迎"]) {
    assert.deepEqual(personalHints(text), ["name"], text);
  }
});

test("だれのことでもない言い方には、何も言わない", () => {
  const texts = [
    "特別支援学校を卒業したあとの、日中の場が足りない", "Aさんのような人の通う場がない", "皆さんで話し合う場がない",
    "お子さんの送迎ができる事業所がない", "利用者さんの声が届かない", "多様な人が集まれない", "患者様への説明が難しい", "同様の困りごとがある",
    "地域の皆さんと話す場がない", "年に3回しか会議がない", "令和7年4月1日から事業所が減った", "子どもたちの居場所がない",
  ];
  for (const text of texts) assert.deepEqual(personalHints(text), [], text);
});

test("連絡先、生年月日、住所に気づく", () => {
  assert.deepEqual(personalHints("０３－１２３４－５６７８に電話"), ["contact"]);
  assert.deepEqual(personalHints("taro@example.jp へ"), ["contact"]);
  assert.deepEqual(personalHints("昭和60年5月3日生まれの人"), ["birth"]);
  assert.deepEqual(personalHints("本町３丁目の人"), ["address"]);
});
