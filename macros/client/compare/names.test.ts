import assert from "node:assert/strict";
import { test } from "node:test";
import { setRespondent } from "../record";
import { generator } from "../testing/random";
import { empty } from "../testing/records";
import { neutralLetters, ownLabels } from "./names";

const record = (label: string, role = "") => setRespondent(empty(), { label, role });

test("名前、なければ立場で呼び、同じものには番号を付ける", () => {
  assert.deepEqual(
    ownLabels([record("行政"), record("", "当事者・家族の委員"), record("行政"), record("")], "回答者"),
    ["行政（1）", "当事者・家族の委員", "行政（2）", "回答者"],
  );
});

test("文字は一人に一つずつ、順番は偶然", () => {
  const next = generator(7);
  const deals = Array.from({ length: 40 }, () => neutralLetters(3, (limit) => Math.floor(next() * limit)).join(""));
  for (const deal of deals) assert.deepEqual([...deal].sort(), ["A", "B", "C"]);
  assert.equal(new Set(deals).size, 6);
});

test("27 人目からは AA", () => {
  const letters = neutralLetters(28, (limit) => limit - 1);
  assert.deepEqual([letters[0], letters[25], letters[26], letters[27]], ["A", "Z", "AA", "AB"]);
});
