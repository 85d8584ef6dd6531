import assert from "node:assert/strict";
import { test } from "node:test";
import { essence, itemId, sheetDigest } from "./ids";
import { judge } from "./judge";
import { readGrids } from "./read-grids";
import { readYaml } from "./read-yaml";
import { OwnStore } from "./store";
import { MemoryStorage } from "../storage-memory";
import { LABELS, STANDARDS } from "../testing/own";
import type { Draft, OwnChecklist } from "./types";

function sheet(...rows: readonly (readonly string[])[]): Draft {
  return readGrids([{ name: "項目", grid: [["領域", "問い", "重み", "次の一歩（段階3）"], ...rows] }]);
}

function good(draft: Draft): OwnChecklist {
  const result = judge(draft, STANDARDS, "見本");
  assert.ok(result.ok, result.ok ? "" : result.faults.join("\n"));
  return result.value;
}

function faults(draft: Draft): readonly string[] {
  const result = judge(draft, STANDARDS, "見本");
  return result.ok ? [] : result.faults;
}

const idsOf = ({ domains }: OwnChecklist) => domains.flatMap((domain) => domain.items.map((item) => item.id));

test("ids come from what is asked: fixed for ever, and the same as in the build", () => {
  const digest = sheetDigest([{ domain: "準備", text: "問い一" }, { domain: "当日", text: "問い二" }], LABELS);
  assert.equal(digest, "fbfd6a7fdeb5");
  assert.equal(itemId(digest, { domain: "準備", text: "問い一" }), "it-own-fbfd6a7fdeb5-b2dfb68b");
});

test("spaces, line ends, width and marks without width do not count", () => {
  assert.equal(essence("　ＡＢＣ １２\r\n３\u200b ｶﾞ\ufeff"), "ABC123ガ");
  const plain = good(sheet(["準備", "会議の日をABCに知らせるか"], ["当日", "説明するか"]));
  const wide = good(sheet([" 準　備", "会議の日を\nＡＢＣ に知らせるか "], ["当日", "説明するか\t"]));
  assert.equal(wide.id, plain.id);
  assert.deepEqual(idsOf(wide), idsOf(plain));
});

test("the order of items does not count for ids; their wording, domain and the levels do", () => {
  const rows = [["準備", "一"], ["準備", "二"], ["当日", "三"]];
  const plain = good(sheet(...rows));
  const turned = good(sheet(...[...rows].reverse()));
  assert.equal(turned.id, plain.id);
  assert.deepEqual([...idsOf(turned)].sort(), [...idsOf(plain)].sort());
  assert.deepEqual(turned.domains.map((domain) => domain.title), ["当日", "準備"]);
  for (const other of [[["準備", "一"], ["準備", "二"], ["当日", "四"]], [["準備", "一"], ["当日", "二"], ["当日", "三"]]]) {
    assert.notEqual(good(sheet(...other)).id, plain.id);
  }
  const levels = [{ text: "はい", place: "" }, { text: "いいえ", place: "" }];
  const two = good({ ...sheet(...rows), levels });
  assert.notEqual(two.id, plain.id);
  assert.deepEqual(two.scale.levels.map(({ id, label }) => [id, label]), [["a", "はい"], ["b", "いいえ"]]);
  assert.equal(good({ ...sheet(...rows), levels: LABELS.map((text) => ({ text: ` ${text}`, place: "" })) }).id, plain.id);
});

test("an empty domain goes on with the one above, in any order of columns, under any name of the sheet", () => {
  const draft = readGrids([{ name: "Sheet1", grid: [["うちの表"], [], ["問い", "メモ", "領域"], ["一", "x", "準備"], ["二", "", ""], ["", "", ""], ["三", "", "当日"]] }]);
  assert.deepEqual(good(draft).domains.map(({ title, items }) => [title, items.map((item) => item.text)]), [["準備", ["一", "二"]], ["当日", ["三"]]]);
});

test("faults of a workbook are named by their cells", () => {
  assert.deepEqual(faults(sheet(["", "一"], ["準備", "", "2"], ["", "二", "4"], ["", "二"])), [
    "項目!A2：領域が空です。この問いが入る領域の名前を書いてください。",
    "項目!B3：問いが空です。問いを書くか、この行のほかの欄も空にしてください。",
    "項目!C4：重みの「4」は使えません。1、2、3のどれかを書くか、空にしてください。",
    "項目!B5：同じ領域の中に、同じ問いが 項目!B4 にもあります。どちらかを消すか、書き分けてください。",
  ]);
  assert.match(faults(readGrids([{ name: "項目", grid: [["領域", "設問"]] }]))[0] ?? "", /見出しのある行が見つかりません/);
  const basics = { name: "基本", grid: [["段階1", "はい"], ["段階3", "いいえ"]] };
  assert.deepEqual(faults(readGrids([basics, { name: "項目", grid: [["領域", "問い"], ["準備", "一"]] }])), [
    "基本!B2：段階の名前が途中で空いています。段階1から順に、続けて書いてください。",
  ]);
  const one = { name: "基本", grid: [["段階1", "はい"]] };
  assert.match(faults(readGrids([one, { name: "項目", grid: [["領域", "問い"], ["準備", "一"]] }]))[0] ?? "", /^基本!B1：段階の名前が1つです/);
  const two = { name: "基本", grid: [["段階1", "はい"], ["段階2", "いいえ"]] };
  const beyond = readGrids([two, { name: "項目", grid: [["領域", "問い", "次の一歩（段階3）"], ["準備", "一", "進めましょう"]] }]);
  assert.match(faults(beyond)[0] ?? "", /^項目!C2：段階は2つなので/);
  const many = faults(sheet(...Array.from({ length: 501 }, (_, at) => ["準備", `問い${at}`, "9"])));
  assert.equal(many.length, 21);
  assert.match(many[20] ?? "", /ほかに482か所/);
});

const YAML = ["title: no", "domains:", "  - title: 準備", "    items:", "      - text: 1.0", "        next_steps:", "          not: 話す", "        sources: []"];

test("scalars of YAML stay as they are written, sources are passed over, a BOM and CRLF do no harm", () => {
  const own = good(readYaml(YAML.join("\n"), STANDARDS));
  assert.equal(own.title, "no");
  assert.deepEqual(own.domains[0]?.items.map(({ text, next_steps, links }) => ({ text, next_steps, links })), [{ text: "1.0", next_steps: { not: "話す" }, links: [] }]);
  assert.equal(good(readYaml(`\ufeff${YAML.join("\r\n")}`, STANDARDS)).id, own.id);
});

test("faults of YAML are named by their lines", () => {
  const put = (line: number, text: string) => faults(readYaml(YAML.map((old, at) => (at + 1 === line ? text : old)).join("\n"), STANDARDS));
  assert.deepEqual(put(5, "      - txt: 一"), ["5行目：項目に「txt」という項目はありません。書きまちがいでないか確かめてください。", "5行目：項目に「text」がありません。書き足してください。"]);
  assert.deepEqual(put(7, "          nott: 話す"), ["7行目：next_steps の「nott」という段階はありません。"]);
  assert.deepEqual(put(4, "    items: 一つ").slice(0, 1).map((one) => one.slice(0, 4)), ["4行目："]);
  assert.deepEqual(put(1, "audience: [member, someone]"), ["1行目：「audience」に「someone」は使えません。"]);
  assert.deepEqual(put(1, "scale: scale-x"), ["1行目：段階の組の「scale-x」はありません。「scale」の行を消すと、このサイトの四つの段階になります。"]);
  assert.deepEqual(put(3, "\t- title: 準備").map((one) => one.slice(0, 4)), ["3行目："]);
  assert.deepEqual(put(1, "title: &a x\nscale: *a"), ["2行目：アンカー（&名前）と参照（*名前）は使えません。中身を書き写してください。"]);
  assert.deepEqual(faults(readYaml("- 一\n- 二", STANDARDS)), ["1行目：チェックリストは「名前: 値」の並びで書いてください。"]);
  assert.deepEqual(faults(readYaml("title: x", STANDARDS)), ["1行目：チェックリストに「domains」がありません。書き足してください。"]);
});

test("what lies on the device is read back, and what somebody spoilt is left out", () => {
  const storage = new MemoryStorage();
  const store = new OwnStore(() => storage, "x");
  const own = good(sheet(["準備", "一"]));
  assert.equal(store.save(own), "ok");
  assert.deepEqual(store.load(own.id), own);
  storage.setItem("kyogikai:x:_own:own-000000000000", JSON.stringify({ ...own, domains: "<b>" }));
  storage.setItem("kyogikai:x:_own:own-111111111111", "{");
  assert.deepEqual(store.list(), [own]);
  assert.equal(store.load("../own"), null);
  const broken = new OwnStore(() => { throw new Error("forbidden"); }, "x");
  assert.deepEqual([broken.list(), broken.load(own.id), broken.save(own), broken.remove(own.id)], [[], null, "forbidden", false]);
});

test("nesting that would overflow the parser is named with its line", () => {
  const deep = ["[".repeat(20_000), "{a: ".repeat(20_000), `\n${" ".repeat(4)}${"- ".repeat(20_000)}x`, `\n${" ".repeat(500)}a: 1`];
  for (const [at, value] of deep.entries()) {
    assert.deepEqual(faults(readYaml(`title: 題\npublisher: ${value}\n`, STANDARDS)), [
      `${at < 2 ? 2 : 3}行目：入れ子が深すぎます。かっこの閉じ忘れと字下げを、この行で確かめてください。`,
    ]);
  }
});

test("a role named as a part of every object is no role", () => {
  for (const name of ["constructor", "toString", "__proto__"]) {
    const sheet = `title: 題\naudience: [${name}]\ndomains: [{title: a, items: [{text: b}]}]\n`;
    assert.deepEqual(faults(readYaml(sheet, STANDARDS)), [`2行目：「audience」に「${name}」は使えません。`]);
  }
});
