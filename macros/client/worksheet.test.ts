import assert from "node:assert/strict";
import { test } from "node:test";
import { CHECKLIST } from "./testing/checklist";
import { answered } from "./testing/records";
import { emptyWorksheet, readWorksheet, readWorksheetRows, withLastYear, withThisYear, worksheetTable } from "./worksheet";

const RECORD = {
  ...answered({ "it-a1": "done", "it-a2": "not", "it-b1": "unknown" }),
  plan: {
    goals: [{ text: "部会を開く", due: "" }],
    actions: [
      { text: "日程を決める", owner: "事務局", due: "2027-03-31", status: "doing", items: [] },
      { text: "済んだこと", owner: "", due: "", status: "done", items: [] },
    ],
    requests: [{ text: "研修", to: "北海道", items: [] }],
  },
};

test("昨年の記録からは目標と取組が、今年の記録からは様子、これからの取組、要望が入る", () => {
  const last = withLastYear({ ...emptyWorksheet(), last_goal: "前からの目標" }, RECORD);
  assert.deepEqual([last.last_goal, last.last_actions.map(({ text, status }) => `${text} ${status}`)], ["前からの目標\n部会を開く", ["日程を決める doing", "済んだこと done"]]);
  const now = withThisYear(emptyWorksheet(), RECORD, CHECKLIST);
  assert.deepEqual(now.next_actions.map(({ text }) => text), ["日程を決める"]);
  assert.deepEqual(now.requests, [{ text: "研修", owner: "北海道", due: "", status: "" }]);
  assert.equal(now.name, "〇〇市");
  assert.match(now.now, /^個別事例（3項目のうち2項目に段階で回答）：できている 1、できていない 1\n/);
  assert.match(now.now, /地域課題（2項目のうち0項目に段階で回答）\n/);
});

test("表にして、行を入れ替え、列を足しても、同じワークシートに戻る", () => {
  const sheet = withThisYear(withLastYear({ ...emptyWorksheet(), year: "2026", hinders: "一行目\n二行目" }, RECORD), RECORD, CHECKLIST);
  const { header, rows } = worksheetTable(sheet);
  const moved = [["題"], ["", ...header], ...[...rows].reverse().map((row) => ["自分の列", ...row.map(String)])];
  const again = readWorksheetRows(moved);
  assert.ok(again.ok);
  assert.deepEqual({ ...again.value, last_actions: [...again.value.last_actions].reverse(), next_actions: [...again.value.next_actions].reverse() }, sheet);
});

test("JSON から戻り、知らないものは断る", () => {
  const sheet = { ...emptyWorksheet(), next_goal: "続ける" };
  assert.deepEqual(readWorksheet(JSON.parse(JSON.stringify(sheet))), { ok: true, value: sheet });
  assert.equal(readWorksheet({ format: "kyogikai-check/1" }).ok, false);
  assert.equal(readWorksheet({ format: "kyogikai-worksheet/9" }).ok, false);
  assert.equal(readWorksheetRows([["名前", "電話"]]).ok, false);
});
