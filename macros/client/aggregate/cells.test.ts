import assert from "node:assert/strict";
import { test } from "node:test";
import { entry } from "../testing/block";
import { CHECKLIST } from "../testing/checklist";
import type { ChecklistData } from "../types";
import { askedIn } from "./asked";
import { BESIDE, cellOf, kindOf } from "./cells";

const kinds = (cells: Int8Array) => [...cells].map((cell) => (cell >= 0 ? cell : kindOf(cell)));

test("七つの状態は、数と行き来できる。知らない数は見せない", () => {
  for (const kind of BESIDE) assert.equal(kindOf(cellOf(kind)), kind);
  assert.equal(kindOf(3), "answered");
  assert.equal(kindOf(-99), "withheld");
});

test("答え、該当しない、わからない、今は取り組まない、未回答を分ける", () => {
  const one = entry("甲市", { "it-a1": "done", "it-a2": "not", "it-a3": "not_applicable", "it-b1": "unknown", "it-b2": "deferred" });
  assert.deepEqual(kinds(one.cells), [0, 3, "not_applicable", "unknown", "deferred", "unanswered", "unanswered"]);
});

test("合意した答えがあれば、それを使う", () => {
  const one = entry("甲市", { "it-a1": "not" }, { agreed: { "it-a1": { level: "mostly", reason: "話し合った" } } });
  assert.equal(one.cells[0], 1);
});

test("知らない段階は未回答と数え、知らせる", () => {
  const one = entry("甲市", { "it-a1": "splendid" });
  assert.equal(kindOf(one.cells[0] ?? 0), "unanswered");
  assert.match(one.doubts.join(), /置き場所のない回答が 1 件/);
});

const GROWN: ChecklistData = {
  ...CHECKLIST,
  changes: [
    { version: "2.0.0", summary: "", moved: { "it-old-b": "it-b1" }, retired: [], added: ["it-c2"] },
    { version: "1.5.0", summary: "", moved: {}, retired: [], added: ["it-c1", "it-old-b"] },
    { version: "1.0.0", summary: "", moved: {}, retired: [], added: [] },
  ],
};

test("その版にあった項目は、加えた項目を除いたもの。移った項目は、もとの id でさかのぼる", () => {
  const asked = (version: string) => [...askedIn(GROWN, version)].sort();
  assert.deepEqual(asked("2.0.0"), ["it-a1", "it-a2", "it-a3", "it-b1", "it-b2", "it-c1", "it-c2"]);
  assert.deepEqual(asked("1.5.0"), ["it-a1", "it-a2", "it-a3", "it-b1", "it-b2", "it-c1"]);
  assert.deepEqual(asked("1.0.0"), ["it-a1", "it-a2", "it-a3", "it-b2"]);
});

test("新しすぎる版のファイルでは、答えのない項目を未回答としない", () => {
  assert.equal(askedIn(GROWN, "3.0.0").size, 0);
  const one = entry("甲市", { "it-a1": "done" }, { checklist: { id: CHECKLIST.id, version: "3.0.0", items_digest: "" } });
  assert.deepEqual(kinds(one.cells).slice(0, 2), [0, "not_asked"]);
});

test("手元メモ、根拠、人の名前は取り込まず、そう言う", () => {
  const one = entry("甲市", {}, {
    answers: { "it-a1": { state: "answered", level: "not", note_private: "秘密", evidence: "議事録", note_shared: "共有" } },
  });
  const kept = JSON.stringify(one.record);
  assert.ok(!kept.includes("秘密") && !kept.includes("議事録") && !kept.includes("佐藤") && kept.includes("共有"));
  assert.match(one.doubts.join(), /根拠、手元メモ、人の名前/);
});
