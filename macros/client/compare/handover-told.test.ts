import assert from "node:assert/strict";
import { test } from "node:test";
import { setAgreed } from "../answers";
import * as engine from "../files/xlsx";
import { exportFile } from "../files/export";
import { importFile } from "../files/import";
import { addPlanEntry } from "../plan";
import { addSnapshot, serialiseRecord } from "../record";
import { CHECKLIST } from "../testing/checklist";
import { answered } from "../testing/records";
import { handoverCover, tellHandover } from "./handover-told";

function record() {
  let made = addSnapshot(answered({ "it-a1": "done" }), "2025年度", "2025-11-20");
  made = setAgreed({ ...made, answers: answered({ "it-a1": "not" }).answers }, "it-a2", "done", "見たので");
  return addPlanEntry(made, "actions", { text: "続ける", owner: "基幹", due: "2027-03-31", status: "doing", items: ["it-a1"] });
}

const lines = (id: string) => tellHandover(record(), CHECKLIST, (item) => item).find((section) => section.id === id)?.lines;

test("引継ぎを言葉にする", () => {
  assert.deepEqual(lines("first"), [["it-a1", "it-a1 をしていますか。", "できていない", "次の一歩：話し合います。"]]);
  assert.deepEqual(lines("open"), [["it-a1", "続ける", "基幹", "2027年3月31日（水）・進めている"]]);
  assert.deepEqual(lines("changes"), [
    ["it-a1", "it-a1 をしていますか。", "下がった（できている → できていない）"],
    ["it-a2", "it-a2 をしていますか。", "新しく答えた（未回答 → できている）"],
  ]);
  assert.deepEqual(lines("agreed"), [["it-a2", "it-a2 をしていますか。", "できている", "見たので"]]);
});

test("引継ぎの Excel は、自己点検でまた開けて、何も欠けない", async () => {
  const cover = handoverCover(record(), CHECKLIST, (item) => item);
  const made = await exportFile(record(), CHECKLIST, "xlsx", "self", async () => engine, { mark: "引継ぎ", cover });
  assert.ok(made.ok);
  assert.equal(made.value.name, "協議会自己点検_〇〇市_2026-11-21_引継ぎ_控え.xlsx");
  const file = { size: made.value.bytes.length, arrayBuffer: async () => made.value.bytes.buffer };
  const back = await importFile(file, CHECKLIST, "2026-11-22", async () => engine);
  assert.ok(back.ok);
  assert.equal(serialiseRecord(back.value.record), serialiseRecord(record()));
});
