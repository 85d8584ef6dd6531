import assert from "node:assert/strict";
import { test } from "node:test";
import { serialiseRecord } from "../record";
import { CHECKLIST } from "../testing/checklist";
import { answered } from "../testing/records";
import { exportFile } from "./export";
import { importFile, sniff } from "./import";
import type { Refusal, Result } from "../types";
import type { Imported } from "./import";

const noXlsx = async () => Promise.reject(new Error("no script"));
const GOOD = JSON.parse(serialiseRecord(answered({ "it-a1": "done" }))) as Record<string, unknown>;

function load(content: string | Uint8Array<ArrayBuffer>): Promise<Result<Imported>> {
  return importFile(new Blob([content]), CHECKLIST, "2026-11-21", noXlsx);
}

async function refusal(content: string | Uint8Array<ArrayBuffer>): Promise<Refusal> {
  const result = await load(content);
  assert.ok(!result.ok, "断られるはずのファイルが読めた");
  return result.refusal;
}

async function accepted(value: unknown): Promise<Imported> {
  const result = await load(JSON.stringify(value));
  assert.ok(result.ok, result.ok ? "" : result.refusal.message);
  return result.value;
}

test("断りの文は、何が・どうすれば・何も変わっていない、の順に言う", async () => {
  const { message } = await refusal(JSON.stringify({ ...GOOD, format: "kyogikai-check/9" }));
  assert.equal(
    message,
    "読み込みませんでした。ファイルの形式（kyogikai-check/9）が、この画面の知らないものです。" +
      "新しい版のサイトを開いて、そこで読み込んでください。いまの記録は変わっていません。",
  );
});

test("20 MB を超えるファイルは、中を読まずに断る", async () => {
  const file = { size: 21 * 1024 * 1024, arrayBuffer: () => assert.fail("読んではいけない") };
  const result = await importFile(file, CHECKLIST, "2026-11-21", noXlsx);
  assert.equal(result.ok ? "" : result.refusal.code, "tooLarge");
});

const BAD: readonly (readonly [string, string, string])[] = [
  ["空のファイル", "", "empty"],
  ["自己点検でない JSON", '{"a":1}', "notOurs"],
  ["配列だけの JSON", "[1,2,3]", "notOurs"],
  ["ほかの形式の名前", JSON.stringify({ ...GOOD, format: "other/1" }), "notOurs"],
  ["途中で切れた JSON", serialiseRecord(answered({ "it-a1": "done" })).slice(0, 200), "damaged"],
  ["知らない版の形式", JSON.stringify({ ...GOOD, format: "kyogikai-check/2" }), "unknownFormat"],
  ["別のチェックリスト", JSON.stringify({ ...GOOD, checklist: { id: "prefectural-council", version: "1.0.0" } }), "otherChecklist"],
  ["深い入れ子", `{"a":${"[".repeat(100)}${"]".repeat(100)}}`, "tooDeep"],
  ["とても深い入れ子", "[".repeat(5_000_000), "tooDeep"],
  ["多すぎる値", `[${"1,".repeat(200_001)}1]`, "tooMany"],
  ["__proto__", JSON.stringify(GOOD).replace("{", '{"__proto__":{"polluted":1},'), "forbiddenKey"],
  ["奥の constructor", JSON.stringify({ ...GOOD, x: { y: [{ constructor: { prototype: 1 } }] } }), "forbiddenKey"],
  ["項目の名の prototype", JSON.stringify({ ...GOOD, answers: { prototype: {} } }), "forbiddenKey"],
  ["答えが配列", JSON.stringify({ ...GOOD, answers: [] }), "wrongShape"],
  ["答えが文字", JSON.stringify({ ...GOOD, answers: { "it-a1": "done" } }), "wrongShape"],
  ["段階が数", JSON.stringify({ ...GOOD, answers: { "it-a1": { state: "answered", level: 3 } } }), "wrongShape"],
  ["知らない状態", JSON.stringify({ ...GOOD, answers: { "it-a1": { state: "maybe" } } }), "wrongShape"],
  ["メモが物", JSON.stringify({ ...GOOD, answers: { "it-a1": { note_shared: {} } } }), "wrongShape"],
  ["ID でない項目名", JSON.stringify({ ...GOOD, answers: { "it a1<b>": {} } }), "wrongShape"],
  ["版が版の形でない", JSON.stringify({ ...GOOD, checklist: { id: "municipal-council", version: "new" } }), "wrongShape"],
  ["チェックリストの名がない", JSON.stringify({ ...GOOD, checklist: {} }), "wrongShape"],
  ["日付が日付でない", JSON.stringify({ ...GOOD, date: "2026-02-30" }), "wrongShape"],
  ["対象の種類が知らないもの", JSON.stringify({ ...GOOD, subject: { kind: "planet" } }), "wrongShape"],
  ["長すぎる名前", JSON.stringify({ ...GOOD, subject: { name: "あ".repeat(2001) } }), "wrongShape"],
  ["計画の項目が文字", JSON.stringify({ ...GOOD, plan: { actions: [{ items: "it-a1" }] } }), "wrongShape"],
  ["控えに答えがない", JSON.stringify({ ...GOOD, snapshots: [{ label: "x" }] }), "wrongShape"],
  ["ふつうの文章", "これは議事録です。\n一、開会\n", "noTable"],
  ["ほかの CSV", "都市,人口\r\n〇〇市,1000\r\n", "noTable"],
  ["見出しだけ似た CSV", "項目ID,項目,答え\r\nx-1,y,z\r\n", "notOurs"],
];
for (const [name, content, code] of BAD) {
  test(`断る: ${name}`, async () => {
    const refused = await refusal(content);
    assert.equal(refused.code, code);
    assert.match(refused.message, /^読み込みませんでした。.+ください。いまの記録は変わっていません。$/);
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  });
}

test("断る: .xls やパスワード付きの .xlsx、画像、文字でないもの", async () => {
  assert.equal((await refusal(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]))).code, "oldExcel");
  assert.equal((await refusal(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1]))).code, "notOurs");
  assert.equal((await refusal(new Uint8Array([0x41, 0xfd, 0xfe, 0x80, 0x41]))).code, "damaged");
});

test("断る: Excel の部品が読み込めないとき", async () => {
  assert.equal((await refusal(new Uint8Array([0x50, 0x4b, 0x03, 0x04]))).code, "noEngine");
  const out = await exportFile(answered({}), CHECKLIST, "xlsx", "self", noXlsx);
  assert.equal(out.ok ? "" : out.refusal.code, "noEngine");
});

test("断る: 読んでいる間に消えたファイル", async () => {
  const gone = { size: 10, arrayBuffer: async () => Promise.reject(new Error("NotFoundError")) };
  const result = await importFile(gone, CHECKLIST, "2026-11-21", noXlsx);
  assert.equal(result.ok ? "" : result.refusal.code, "unreadable");
});

test("まちがった場所を名指しする", async () => {
  const { what } = await refusal(JSON.stringify({ ...GOOD, answers: { "it-a1": { state: "answered", level: 3 } } }));
  assert.equal(what, "ファイルの「answers.it-a1.level」が段階の ID（done など）になっていません。");
});

test("印や式の入った名前は、文字のまま入る", async () => {
  const { record } = await accepted({ ...GOOD, subject: { name: '<img src=x onerror="alert(1)">=1+1' } });
  assert.equal(record.subject.name, '<img src=x onerror="alert(1)">=1+1');
});

test("制御文字は取り除き、そう言う", async () => {
  const { record, notices } = await accepted({ ...GOOD, answers: { "it-a1": { note_shared: "a\u0000\u001bb" } } });
  assert.equal(record.answers["it-a1"]?.note_shared, "ab");
  assert.ok(notices.some((notice) => notice.message === "画面に出せない文字（制御文字）を取り除いた欄が 1 か所あります。"));
});

test("状態と段階の食い違いは、段階のない方に合わせ、そう言う", async () => {
  const answers = { "it-a1": { state: "unknown", level: "done" }, "it-a2": { state: "answered" } };
  const { record, notices } = await accepted({ ...GOOD, answers });
  assert.deepEqual(record.answers, { "it-a1": { state: "unknown" } });
  assert.ok(notices.some((notice) => notice.code === "levelDropped"));
});

test("古い版のファイルは移して読み、知らないキーも残す", async () => {
  const { record, migration, notices } = await accepted({
    ...GOOD, checklist: { id: "municipal-council", version: "1.0.0" }, answers: { "it-older-b": { state: "unknown", x: 1 } },
  });
  assert.deepEqual(record.answers, { "it-b1": { state: "unknown", x: 1 } });
  assert.equal(migration.direction, "upgraded");
  assert.ok(notices.some((notice) => notice.code === "upgraded"));
});

test("BOM の付いた JSON も、UTF-16 の JSON も読む", async () => {
  const text = JSON.stringify(GOOD);
  assert.equal((await load(`\ufeff${text}`)).ok, true);
  const bytes = new Uint8Array([0xff, 0xfe, ...[...text].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8])]);
  assert.equal((await load(bytes)).ok, true);
});

test("種類は名前でなく、はじめのバイトで見分ける", () => {
  const kind = (text: string) => sniff(new TextEncoder().encode(text));
  assert.deepEqual(["  \n{", "\ufeff[", '"a",', "PK\u0003\u0004"].map(kind), ["json", "json", "csv", "xlsx"]);
});

test("知らせが多すぎるときは、100 件で止めて残りの数を言う", async () => {
  const rows = Array.from({ length: 500 }, () => "it-a1,一,◎").join("\n");
  const result = await load(`項目ID,項目,答え\n${rows}\n`);
  assert.ok(result.ok);
  assert.equal(result.value.notices.length, 101);
  assert.match(result.value.notices.at(-1)?.message ?? "", /^ほかに \d+ 件あります。$/);
});
