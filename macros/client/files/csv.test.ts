import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { setNote } from "../answers";
import { CHECKLIST } from "../testing/checklist";
import { answered } from "../testing/records";
import type { Result } from "../types";
import { exportCsv, formatCsv, parseCsv } from "./csv";
import { gridOptions } from "./export";
import { importFile } from "./import";
import type { Imported } from "./import";

const noXlsx = async () => Promise.reject(new Error("no script"));

function load(bytes: Uint8Array<ArrayBuffer>): Promise<Result<Imported>> {
  return importFile(new Blob([bytes]), CHECKLIST, "2026-11-21", noXlsx);
}

async function loadText(text: string): Promise<Imported> {
  const result = await load(new TextEncoder().encode(text));
  assert.ok(result.ok, result.ok ? "" : result.refusal.message);
  return result.value;
}

function exported(): string {
  const record = setNote(answered({ "it-a1": "little", "it-b1": "unknown" }), "it-a1", "note_shared", "=HYPERLINK(1)\n「二行目」");
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(exportCsv(record, CHECKLIST, gridOptions("self")));
}

test("BOM、CRLF、すべての欄に引用符", () => {
  const text = exported();
  assert.equal(text[0], "\ufeff");
  assert.match(text, /^\ufeff"市町村協議会の自己点検（版 2\.0\.0）","","自分の控え/);
  assert.equal(text.replaceAll("\r\n", "").replaceAll("=HYPERLINK(1)\n", "").includes("\n"), false);
});

test("式と見なされる文には ' を付け、読むときに取る", () => {
  const cells = ["=1", "+1", "-1", "@A", "\t1", "\r1", "＝1", "＋1", "－1", "＠1", "'=1", "''=1", "'a", "a=1", "'", ""];
  const text = formatCsv([cells]);
  assert.match(text, /^"'=1","'\+1","'-1","'@A","'\t1","'\r1","'＝1","'＋1","'－1","'＠1","''=1","'''=1","'a","a=1","'",""\r\n$/);
  assert.deepEqual(parseCsv(text), { ok: true, value: [cells] });
});

test("人が書いた、' のない欄は、何も取らずに読む", () => {
  assert.deepEqual(parseCsv("-5,=1,'a,＝\n"), { ok: true, value: [["-5", "=1", "'a", "＝"]] });
});

test("書き出した CSV のどの欄も、式では始まらない", async () => {
  const rows = parseCsv(exported().replaceAll('"\'', '"★'));
  assert.ok(rows.ok);
  assert.deepEqual(rows.value.flat().filter((cell) => /^[=+\-@＝＋－＠\t\r]/.test(cell)), []);
});

test("引用符のない欄、引用符のあとの字、最後の改行のない行も読む", () => {
  assert.deepEqual(parseCsv('項目ID,b\r\n"x""y"z,\r\nlast'), { ok: true, value: [["項目ID", "b"], ['x"yz', ""], ["last"]] });
});

test("タブ区切りやセミコロン区切りも読む", () => {
  assert.deepEqual(parseCsv("項目ID\t答え\nit-a1\ta,b\n"), { ok: true, value: [["項目ID", "答え"], ["it-a1", "a,b"]] });
  assert.deepEqual(parseCsv("項目ID;答え\nit-a1;x\n"), { ok: true, value: [["項目ID", "答え"], ["it-a1", "x"]] });
});

test("閉じない引用符は、途中で切れたファイル", () => {
  const result = parseCsv('"a","b');
  assert.equal(result.ok ? "" : result.refusal.code, "damaged");
});

test("Excel が Shift_JIS で保存した CSV を読む", async () => {
  const { record, notices } = await loadBytes("macros/client/fixtures/saved-by-excel-sjis.csv");
  assert.equal(record.subject.name, "〇〇市");
  assert.equal(record.date, "2026-11-21");
  assert.deepEqual(record.answers, {
    "it-a1": { state: "answered", level: "little", note_shared: "=1+1 ではない、ただの文" },
    "it-b1": { state: "not_applicable", reason: "町に対象者がいない" },
  });
  assert.deepEqual(record.plan.actions, [{ text: "部会をひらく", owner: "係長", due: "2027-03-31", status: "doing", items: ["it-a1"] }]);
  assert.deepEqual(notices, []);
});

async function loadBytes(path: string): Promise<Imported> {
  const result = await load(new Uint8Array(readFileSync(path)));
  assert.ok(result.ok, result.ok ? "" : result.refusal.message);
  return result.value;
}

test("UTF-16 の CSV を読む", async () => {
  const text = exported().slice(1);
  const bytes = new Uint8Array(2 + text.length * 2);
  bytes.set([0xff, 0xfe]);
  for (let at = 0; at < text.length; at += 1) bytes.set([text.charCodeAt(at) & 255, text.charCodeAt(at) >> 8], 2 + at * 2);
  const result = await load(bytes);
  assert.equal(result.ok && result.value.record.answers["it-a1"]?.note_shared, "=HYPERLINK(1)\n「二行目」");
});

test("行や列を並べ替えても、ID と見出しで読む", async () => {
  const { record } = await loadText("答え,備考,項目,項目ID\nできている,x,二,it-b2\n,,領域の見出し,\nわからない,y,一,it-a1\n");
  assert.deepEqual(record.answers, { "it-b2": { state: "answered", level: "done" }, "it-a1": { state: "unknown" } });
});

test("控えの情報がなければ、いまの版として読み、そう言う", async () => {
  const { record, notices } = await loadText("項目ID,項目,答え\nit-a1,一,できている\n");
  assert.equal(record.checklist.version, "2.0.0");
  assert.deepEqual(notices.map((notice) => notice.code), ["noMeta"]);
});

test("手で書かれた言葉のゆれを読む", async () => {
  const { record, notices } = await loadText("項目ID,項目,答え\nit-a1,一, やや できている \nit-a2,二,未回答\nit-a3,三,該当しない　\n");
  assert.deepEqual(record.answers, { "it-a1": { state: "answered", level: "mostly" }, "it-a3": { state: "not_applicable" } });
  assert.deepEqual(notices.map((notice) => notice.code), ["noMeta"]);
});

test("読めない答え、読めない ID、二つある行、ID のない行を、行ごとに言う", async () => {
  const rows = ["項目ID,項目,答え,共有メモ", "it-a1,一,◎,よい", "it a2,二,できている,", "it-a1,一,できている,", ",四,できている,"];
  const { record, notices } = await loadText(rows.join("\n"));
  assert.deepEqual(record.answers, { "it-a1": { note_shared: "よい" } });
  assert.deepEqual(notices.map((notice) => notice.message).slice(1), [
    "控えの情報（_meta）がないので、この画面のチェックリストの、いまの版への回答として読みました。",
    "表の 3 行目は、項目ID「it a2」が読めないので読み込んでいません。",
    "項目 it-a1 の行が2つあります。先の行を使い、4 行目は読み込んでいません。",
    "表の 5 行目は、項目ID がないので読み込んでいません。",
    "項目 it-a1 の「答え」の「◎」は、選べる言葉ではないので読み込んでいません。",
  ]);
});

test("表計算で計画の行を足したり直したりできる", async () => {
  const text = `${exported()}計画の種類,内容,担当,頼む先,期日,進み具合,関わる項目ID\r\n`;
  const plan = '"目標","部会をひらく","","","年度末","",""\r\n"取組","日程","係長","","2027/3/31","進めている","it-a1、it-b1 だめなID"\r\n"なぞ","x"\r\n';
  const { record, notices } = await loadText(text.replace(/"計画の種類"[^]*?\r\n\r\n/, (head) => head.trimEnd() + "\r\n" + plan));
  assert.deepEqual(record.plan, {
    goals: [{ text: "部会をひらく", due: "年度末" }],
    actions: [{ text: "日程", owner: "係長", due: "2027-03-31", status: "doing", items: ["it-a1", "it-b1"] }],
    requests: [],
  });
  assert.deepEqual(notices.map((notice) => notice.code).slice(0, 2), ["planItem", "planUnread"]);
});

test("日付として読めない点検日は、空にして言う", async () => {
  const { record, notices } = await loadText("点検した日,去年の秋\n項目ID,項目,答え\nit-a1,一,できている\n");
  assert.equal(record.date, "");
  assert.ok(notices.some((notice) => notice.message.includes("去年の秋")));
});
