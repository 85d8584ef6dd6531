import assert from "node:assert/strict";
import { test } from "node:test";
import { entry, look } from "../testing/block";
import { CHECKLIST } from "../testing/checklist";
import { namesOf, pseudonyms, redact, releasable } from "./anonymity";
import { kindOf } from "./cells";
import { groupRequests } from "./requests";

const free = (groups: Record<string, number>, smallest?: number) => [...releasable(new Map(Object.entries(groups)), smallest)].sort();

test("五つに満たない群は見せない", () => {
  assert.deepEqual(free({ 大: 6, 中: 5, 小: 12 }), ["中", "大", "小"].sort());
});

test("隠した群が合わせて五つに満たなければ、次に小さい群も隠す（引き算で分かるため）", () => {
  assert.deepEqual(free({ 大: 3, 中: 6, 小: 12 }), ["小"]);
  assert.deepEqual(free({ 大: 3, 中: 2, 小: 12 }), ["小"]);
  assert.deepEqual(free({ 大: 1, 小: 12 }), []);
});

test("決まりが読めないときは、何も見せない", () => {
  assert.deepEqual(free({ 大: 6, 小: 12 }, Number.NaN), []);
  assert.deepEqual(free({ 大: 6, 小: 12 }, 0), []);
  assert.deepEqual(free({ 大: Number.NaN, 小: 12 }), []);
  assert.deepEqual(free({}), []);
});

test("番号は、ファイルの順とかかわりなく、もれなく重ならない", () => {
  const lots: Record<string, number> = { a: 0.9, b: 0.1, c: 0.5 };
  assert.deepEqual([...pseudonyms(["a", "b", "c"], (id) => lots[id] ?? 0)], [["b", 1], ["c", 2], ["a", 3]]);
});

test("文の中の名前は、長いものから消す", () => {
  const names = namesOf("和歌山県", "白浜町");
  assert.equal(redact("和歌山県白浜町と白浜町と白浜の話。和歌山も。", names, "＊"), "＊と＊と＊の話。＊も。");
});

const SECRET = "白浜の秘密のメモ";
function town(index: number, words: Record<string, string> = { "it-a1": "not" }) {
  const name = `町${"一二三四五六七八九"[index]}`;
  const made = entry(name, words);
  const answers = { ...made.record.answers, "it-a1": { ...made.record.answers["it-a1"], note_shared: SECRET } };
  const requests = [{ text: index < 5 ? "研修を開いてほしい" : SECRET, to: "甲県", items: ["it-a1"] }];
  return { ...made, record: { ...made.record, answers, plan: { ...made.record.plan, requests } } };
}
const towns = (count: number) => Array.from({ length: count }, (_, index) => town(index));

test("匿名表示に、名前もメモも規模もない", () => {
  const sight = look(towns(6), { anonymous: true, sizes: { "甲県|町一": "大" } });
  assert.deepEqual(sight.columns.map((column) => column.label), ["団体1", "団体2", "団体3", "団体4", "団体5", "団体6"]);
  assert.deepEqual(sight.columns.flatMap((column) => [...column.notes("it-a1"), ...(column.size ? [column.size] : [])]), []);
  assert.ok(!JSON.stringify(sight.columns.map(({ label, size, key }) => [label, size, key])).includes("町"));
});

test("四つの団体では、どの答えも伏せる", () => {
  const sight = look(towns(4), { anonymous: true });
  assert.equal(sight.tooFew, true);
  assert.deepEqual([...new Set(sight.columns.flatMap((column) => [...column.cells].map(kindOf)))], ["withheld"]);
  assert.equal(look(towns(5), { anonymous: true }).tooFew, false);
});

test("版のちがいで分かってしまう団体は、列ごと伏せる", () => {
  const old = entry("町九", { "it-a1": "done" }, { checklist: { id: CHECKLIST.id, version: "1.1.0", items_digest: "" } });
  const sight = look([...towns(6), old], { anonymous: true });
  assert.deepEqual(sight.columns.filter((column) => column.withheld).map((column) => [...column.cells].map(kindOf)[0]), ["withheld"]);
  assert.equal(sight.columns.length, 7);
});

test("規模で絞れるのは、その規模もほかも五つ以上のときだけ。ほかの絞り込みは働かない", () => {
  const sizes = Object.fromEntries(towns(9).map(({ record }, index) => [`甲県|${record.subject.name}`, index < 5 ? "大" : "小"]));
  const filter = { size: "大", prefecture: "", role: "" };
  assert.equal(look(towns(9), { sizes, filter }).columns.length, 5);
  assert.equal(look(towns(9), { sizes, filter, anonymous: true }).columns.length, 9);
  const elsewhere = { size: "", prefecture: "乙県", role: "" };
  assert.equal(look(towns(9), { filter: elsewhere }).columns.length, 0);
  assert.equal(look(towns(9), { filter: elsewhere, anonymous: true }).columns.length, 9);
});

test("要望の言葉は、同じ言葉が五つ以上の団体から出たときだけ見せる", () => {
  const open = groupRequests(look(towns(7)));
  assert.deepEqual(open.map(({ itemId, councils, withheld, lines }) => [itemId, councils, withheld, lines.map((line) => [line.text, line.councils.length])]), [
    ["it-a1", 7, 0, [["研修を開いてほしい", 5], [SECRET, 2]]],
  ]);
  const [group] = groupRequests(look(towns(7), { anonymous: true }));
  assert.deepEqual([group?.councils, group?.withheld, group?.lines.map((line) => line.text)], [7, 1, ["研修を開いてほしい"]]);
  assert.deepEqual(groupRequests(look(towns(4), { anonymous: true })), []);
});
