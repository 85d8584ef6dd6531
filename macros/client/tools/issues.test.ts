import assert from "node:assert/strict";
import { test } from "node:test";
import { formatCsv, parseCsv } from "../files/csv";
import { GUIDE } from "../testing/guide";
import { MOST_ISSUES, byMeeting, cleanIssue, encodeIssues, issueRows, parseIssues, withIssue, withoutIssue } from "./issues";
import type { Issue } from "./issues";

function issue(id: string, answers: Issue["answers"] = {}, text = `課題${id}`): Issue {
  return { id, text, answers, added: "2026-11-21" };
}

const GO = issue("1", { "tq-a": "tc-a-on", "tq-b": "tc-b-go" });
const FAR = issue("2", { "tq-a": "tc-a-on", "tq-b": "tc-b-far" });
const STOP = issue("3", { "tq-a": "tc-a-end" });
const OPEN = issue("4", { "tq-a": "tc-a-on" });

test("書いて読むと、同じ一覧になる", () => {
  assert.deepEqual(parseIssues(encodeIssues([GO, OPEN])), [GO, OPEN]);
});

test("何もなければ空の一覧。読めないものは null で、空とは区別する", () => {
  assert.deepEqual(parseIssues(null), []);
  for (const stored of ["", "{", "[]", "null", '{"format":"other/1","issues":[]}', '{"format":"kyogikai-issues/1"}']) {
    assert.equal(parseIssues(stored), null, stored);
  }
});

test("壊れた一件だけを除く", () => {
  const text = `{"format":"kyogikai-issues/1","issues":[${JSON.stringify(GO)},{"id":1},{"id":"x","text":" ","answers":{}},null,"a"]}`;
  assert.deepEqual(parseIssues(text), [GO]);
});

test("答えに混ざった文字でない値と、危ない名前は除く", () => {
  const text = '{"format":"kyogikai-issues/1","issues":[{"id":"1","text":"課題","answers":{"tq-a":1,"__proto__":"x","tq-b":"tc-b-go"},"added":3}]}';
  assert.deepEqual(parseIssues(text), [{ id: "1", text: "課題", answers: { "tq-b": "tc-b-go" }, added: "" }]);
});

test("数と長さには限りがある", () => {
  const many = Array.from({ length: MOST_ISSUES + 5 }, (_, index) => issue(String(index)));
  assert.equal(parseIssues(encodeIssues(many))?.length, MOST_ISSUES);
  assert.equal([...cleanIssue("𠮷".repeat(300))].length, 200);
  assert.equal(cleanIssue(" 一行目\n二行目\u0000 "), "一行目 二行目");
});

test("同じ id は置きかえ、新しい id は終わりに加える", () => {
  const changed = { ...GO, text: "直した" };
  assert.deepEqual(withIssue([GO, FAR], changed), [changed, FAR]);
  assert.deepEqual(withIssue([GO], FAR), [GO, FAR]);
  assert.deepEqual(withoutIssue([GO, FAR], "1"), [FAR]);
});

test("会議ごとにまとめる。同じ会議になる結果は一つにし、決まらないものは終わりに置く", () => {
  const groups = byMeeting(GUIDE, [OPEN, FAR, STOP, GO]);
  assert.deepEqual(
    groups.map(({ label, issues }) => [label, issues.map(({ issue: one }) => one.id)]),
    [["事務局会議", ["3", "1"]], ["全体会", ["2"]], ["まだ決まっていない", ["4"]]],
  );
});

test("表には、段階、時期、会議、すること、理由が並ぶ", () => {
  const [head, row] = issueRows(GUIDE, [GO]);
  assert.deepEqual(head, ["課題", "段階", "時期", "話す会議", "次にすること", "理由", "一覧に入れた日"]);
  assert.deepEqual(row, [
    "課題1", "ミクロ", "中長期", "事務局会議",
    "まず集まります。（目安）\n日程を組みます。（出典：資料 第3章）",
    "理由 tc-a-on（出典：資料 第1章）\n理由 tc-b-go（出典：資料 第1章）", "2026-11-21",
  ]);
});

test("式と見なされる課題も、CSV ではただの文", () => {
  const csv = formatCsv(issueRows(GUIDE, [issue("1", {}, "=HYPERLINK(1)")]));
  assert.match(csv, /"'=HYPERLINK\(1\)"/);
  const read = parseCsv(csv);
  assert.ok(read.ok);
  assert.equal(read.value[1]?.[0], "=HYPERLINK(1)");
});
