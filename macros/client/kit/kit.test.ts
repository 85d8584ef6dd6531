import assert from "node:assert/strict";
import { test } from "node:test";
import { unzipSync } from "fflate";
import { zipEntries } from "../files/zip";
import { chaptersOf, contentsText, formatOf, sizeOf } from "./contents";
import { CONTENTS_PAGE, CONTENTS_TEXT, packKit } from "./pack";
import { NO_FILES } from "./types";
import type { KitData } from "./types";

const DATA: KitData = {
  kinds: { slides: "スライド", handout: "配布資料" },
  parts: [
    { id: "h1", kind: "handout", title: "会議", path: "handouts/h1.pdf" },
    { id: "s1", kind: "slides", title: "基本", path: "slides/s1.pptx" },
    { id: "h2", kind: "handout", title: "法律", path: "handouts/h2.pdf" },
  ],
  occasions: {}, frame: "",
};
const MANIFEST = { ...NO_FILES, files: { s1: { bytes: 2 * 1024 * 1024, sha256: "" }, h2: { bytes: 300, sha256: "" } } };
const WORDS = { title: "研修の資料", heading: "目次", origin: "もと：ハンドブック" };

test("選んだものが、ページと同じ順に、種類ごとにならぶ", () => {
  const chapters = chaptersOf(DATA, new Set(["h2", "s1"]));
  assert.deepEqual(chapters.map(({ title, parts }) => [title, parts.map(({ id }) => id)]), [["スライド", ["s1"]], ["配布資料", ["h2"]]]);
});

test("目次の文は、表紙、種類、題、大きさ、場所の順", () => {
  const cover = { title: "新任研修", host: "白浜県", date: "2026-11-21" };
  const lines = contentsText(cover, chaptersOf(DATA, new Set(["s1", "h2"])), MANIFEST, WORDS);
  assert.deepEqual(lines, [
    "新任研修", "白浜県", "2026年11月21日（土）", "", "目次",
    "", "■ スライド", "・基本（PowerPoint、2.0 MB）", "　slides/s1.pptx",
    "", "■ 配布資料", "・法律（PDF、1 KB）", "　handouts/h2.pdf", "", "もと：ハンドブック",
  ]);
});

test("書かなかったところは、目次に出ない", () => {
  assert.deepEqual(contentsText({ title: "", host: "", date: "" }, [], MANIFEST, WORDS).slice(0, 3), ["研修の資料", "", "目次"]);
});

test("大きさと形は、読んでわかる言い方になる", () => {
  assert.deepEqual([sizeOf(10), sizeOf(1024 * 500), sizeOf(1024 * 1024 * 1.25)], ["1 KB", "500 KB", "1.3 MB"]);
  assert.deepEqual([formatOf("a/b.PDF"), formatOf("x.docx"), formatOf("x.odp")], ["PDF", "Word", "ODP"]);
});

test("ZIP は目次ではじまり、ファイルはもとのまま取り出せる", () => {
  const bytes = Uint8Array.from([0, 1, 254, 255]);
  const zip = packKit([{ path: "slides/s1.pptx", bytes }], "<p>目次</p>", ["一行目", "二行目"], new Date(2026, 10, 21));
  assert.deepEqual(zipEntries(zip)?.map(({ name }) => name), [CONTENTS_PAGE, CONTENTS_TEXT, "slides/s1.pptx"]);
  const files = unzipSync(zip);
  assert.deepEqual(files["slides/s1.pptx"], bytes);
  const text = files[CONTENTS_TEXT];
  assert.deepEqual([...(text?.slice(0, 3) ?? [])], [0xef, 0xbb, 0xbf]);
  assert.equal(new TextDecoder().decode(text), "一行目\r\n二行目\r\n");
});
