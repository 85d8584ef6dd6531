import assert from "node:assert/strict";
import { test } from "node:test";
import { serialiseRecord } from "../record";
import { CHECKLIST } from "../testing/checklist";
import { assertSame } from "../testing/same";
import { randomRecord, seedFromEnvironment } from "../testing/random";
import type { Result, ResultFile } from "../types";
import { exportFile } from "./export";
import type { FileKind } from "./export";
import { importFile } from "./import";
import type { Imported } from "./import";
import * as engine from "./xlsx";

const TODAY = "2026-11-21";
const loadXlsx = async () => engine;

async function thereAndBack(record: ResultFile, kind: FileKind): Promise<Imported> {
  const file = await exportFile(record, CHECKLIST, kind, "self", loadXlsx);
  assert.ok(file.ok);
  const back: Result<Imported> = await importFile(new Blob([file.value.bytes]), CHECKLIST, TODAY, loadXlsx);
  assert.ok(back.ok, back.ok ? "" : back.refusal.message);
  return back.value;
}

const seed = seedFromEnvironment();
for (const [kind, count] of [["json", 150], ["csv", 150], ["xlsx", 80]] as const) {
  test(`${kind}: でたらめな記録 ${count} 件が、書き出して読み込むと寸分たがわない（SEED=${seed}）`, async () => {
    for (let at = 0; at < count; at += 1) {
      const record = randomRecord(seed + at, CHECKLIST);
      const back = await thereAndBack(record, kind);
      assertSame(serialiseRecord(back.record), serialiseRecord(record), `SEED=${seed + at}`);
    }
  });
}

for (const kind of ["json", "csv", "xlsx"] as const) {
  test(`${kind}: 知らないキーの中の、XML に書けない字も失わない`, async () => {
    const odd = { "later-\u2028": ["\u0000\u001b\ufffe\ud800\u0085", { deep: "_x0041_'=1" }] };
    const record = { ...randomRecord(1, CHECKLIST), odd };
    assertSame(serialiseRecord((await thereAndBack(record, kind)).record), serialiseRecord(record), kind);
  });
}
