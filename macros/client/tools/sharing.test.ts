import assert from "node:assert/strict";
import { test } from "node:test";
import { GUIDE } from "../testing/guide";
import { walk } from "./guide";
import { sharingRecord } from "./sharing";

const HEAD = { date: "2026-11-21", site: "協議会ハンドブック" };
const TEXT = sharingRecord(GUIDE, walk(GUIDE, { "tq-a": "tc-a-on", "tq-b": "tc-b-go" }), HEAD);

test("日付、結果、答えと理由、すること、記録、限りが、この順に並ぶ", () => {
  const order = ["2026年11月21日（土）", "結果：進めます", "1. 問いA", "→ 答え tc-a-on", "2. 問いB", "次にすること", "自分の機関の記録に残すこと（目安）", "※ 助言ではありません。"];
  const places = order.map((part) => TEXT.indexOf(part));
  assert.ok(places.every((place) => place >= 0), `${order[places.indexOf(-1)]}`);
  assert.deepEqual([...places].sort((a, b) => a - b), places);
});

test("どの理由にも、出典と場所が付く", () => {
  assert.match(TEXT, /理由 tc-a-on（出典：資料 第1章）/);
  assert.match(TEXT, /□ 日程を組みます。（出典：資料 第3章）/);
  assert.match(TEXT, /※ 書かれていません。（出典：資料 第2章）/);
});

test("事例を書く欄はなく、書かないように言う", () => {
  assert.match(TEXT, /名前、住所、病名など、事例の内容は、この紙に書かないでください/);
  assert.doesNotMatch(TEXT, /氏名：|生年月日：/);
});

test("改行は CRLF だけ", () => {
  assert.equal(TEXT.replaceAll("\r\n", "").includes("\n"), false);
});

test("記録することのない結果には、その見出しがない", () => {
  const text = sharingRecord(GUIDE, walk(GUIDE, { "tq-a": "tc-a-end" }), HEAD);
  assert.doesNotMatch(text, /記録に残すこと/);
  assert.doesNotMatch(text, /次にすること/);
});

test("結果が出ていなければ、記録はない", () => {
  assert.throws(() => sharingRecord(GUIDE, walk(GUIDE, {}), HEAD));
});
