import assert from "node:assert/strict";
import { test } from "node:test";
import { costRows, estimate, formatMan, formatNumber, formula, readNumber, sharesAddUp } from "./costs";
import type { CostInput } from "./costs";

/** As the briefing of 2025 counts: 500 units, 100 claims a month each, 10 yen, 1/2, 1/4, 1/4, no regional class. */
const BASE: CostInput = {
  units: 500, price: 10, months: 12, coordinators: 1, limit: 100, times: 100,
  national: 50, prefectural: 25, municipal: 25, others: 0, before: null, spending: null,
};
const MAN = 10_000;

function of(change: Partial<CostInput>) {
  return estimate({ ...BASE, ...change });
}

test("資料の例：一人なら年600万円。国300万円、都道府県150万円、市町村150万円", () => {
  const { benefit, national, prefectural, municipal } = of({});
  assert.deepEqual([benefit, national, prefectural, municipal], [600, 300, 150, 150].map((man) => man * MAN));
});

test("資料の例：二人なら年1,200万円、市町村は300万円", () => {
  const { benefit, municipal, most } = of({ coordinators: 2, times: 200 });
  assert.deepEqual([benefit, municipal, most], [1200 * MAN, 300 * MAN, 200]);
});

test("資料の例：A市は2人で約300万円、B市は1人で約150万円、来年度は2人で約300万円", () => {
  assert.equal(of({ coordinators: 2, times: 200, before: 0 }).total, 300 * MAN);
  assert.equal(of({ before: 0 }).total, 150 * MAN);
  assert.equal(of({ coordinators: 2, times: 200, before: 0 }).change, 300 * MAN);
});

test("資料の例：C市は1人と、ほかの予算930万円で約1,080万円。活用前の1,500万円より420万円少ない", () => {
  const { total, change } = of({ others: 930 * MAN, before: 1500 * MAN });
  assert.deepEqual([total, change], [1080 * MAN, -420 * MAN]);
});

test("資料の例：D圏域は2人と、ほかの予算130万円で約430万円。活用前の1,000万円より570万円少ない", () => {
  const { total, change } = of({ coordinators: 2, times: 200, others: 130 * MAN, before: 1000 * MAN });
  assert.deepEqual([total, change], [430 * MAN, -570 * MAN]);
});

test("上限をこえた回数は数えない", () => {
  const { counted, capped, benefit } = of({ times: 150 });
  assert.deepEqual([counted, capped, benefit], [100, true, 600 * MAN]);
  assert.equal(of({ times: 100 }).capped, false);
});

test("負担の和は、端数があっても給付費と同じ", () => {
  for (const price of [10.01, 10.72, 11.12, 10.333]) {
    for (const times of [1, 37, 99]) {
      const { benefit, national, prefectural, municipal } = of({ price, times });
      assert.equal(national + prefectural + municipal, benefit);
      assert.ok(Number.isInteger(municipal));
    }
  }
  assert.equal(of({ price: 10.72 }).benefit, 6_432_000);
});

test("コーディネーターの費用との差と、まかなうのに要る回数", () => {
  assert.deepEqual([of({ spending: 500 * MAN }).left, of({ spending: 500 * MAN }).needed], [100 * MAN, 84]);
  assert.equal(of({ spending: 600 * MAN }).needed, 100);
  assert.equal(of({ spending: 600 * MAN, price: 10.72 }).needed, 94);
  assert.equal(of({ spending: 650 * MAN }).needed, 109);
  assert.equal(of({ spending: 1, units: 0 }).needed, null);
});

test("負担の割合は、合わせて100でなければならない", () => {
  assert.equal(sharesAddUp(BASE), true);
  assert.equal(sharesAddUp({ national: 33.3, prefectural: 33.3, municipal: 33.4 }), true);
  assert.equal(sharesAddUp({ national: 50, prefectural: 25, municipal: 20 }), false);
});

test("全角の数字、コンマ、単位のついた数も読む", () => {
  const rule = { min: 0, max: 1e6, whole: false, optional: false };
  for (const text of ["1234.5", "１，２３４．５", " 1,234.5万円", "1234.5円"]) assert.deepEqual(readNumber(text, rule), { ok: true, value: 1234.5 }, text);
});

test("読めない数は、何がいけないかを言う", () => {
  const rule = { min: 1, max: 50, whole: true, optional: false };
  assert.deepEqual(readNumber("", rule), { ok: false, fault: "empty" });
  assert.deepEqual(readNumber("二人", rule), { ok: false, fault: "number" });
  assert.deepEqual(readNumber("1.5", rule), { ok: false, fault: "number" });
  assert.deepEqual(readNumber("0", rule), { ok: false, fault: "range" });
  assert.deepEqual(readNumber("-1", rule), { ok: false, fault: "range" });
  assert.deepEqual(readNumber("", { ...rule, optional: true }), { ok: true, value: null });
});

test("式を言葉で書き、表の行は式と合う", () => {
  const sum = estimate(BASE);
  assert.equal(formula(BASE, sum), "500単位 × 月100回 × 12か月 × 10円");
  assert.deepEqual(costRows(BASE, sum).map(({ key, yen }) => [key, yen]), [
    ["benefit", 6_000_000], ["national", 3_000_000], ["prefectural", 1_500_000],
    ["municipal", 1_500_000], ["others", 0], ["total", 1_500_000],
  ]);
  assert.equal(costRows(BASE, sum)[1]?.how, "6,000,000円 × 50%");
});

test("円と万円の書き方", () => {
  assert.equal(formatMan(6_432_000), "643.2万円");
  assert.equal(formatMan(-4_200_000), "-420万円");
  assert.equal(formatNumber(10.72), "10.72");
});
