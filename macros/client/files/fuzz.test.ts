/**
 * Mutated files through the very functions that the pages import with. 300 of them in `npm test`;
 * `make fuzz-files` runs 10,000 (COUNT) and holds each to one second of processor time. SEED repeats a run.
 */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { extract, openArchive } from "../aggregate/archive";
import { sortFiles } from "../aggregate/councils";
import { draftOf } from "../aggregate/entry";
import { EMPTY_DESK, openManifest, writeManifest } from "../aggregate/manifest";
import { readAny } from "../aggregate/read-any";
import { readSizes } from "../aggregate/sizes";
import { exportFile } from "./export";
import { importFile } from "./import";
import * as engine from "./xlsx";
import { findShapeFault } from "../guards";
import { readOwnFile } from "../own/read-file";
import { readYaml } from "../own/read-yaml";
import { OwnStore } from "../own/store";
import { serialiseRecord } from "../record";
import { MemoryStorage } from "../storage-memory";
import { CHECKLIST } from "../testing/checklist";
import { STANDARDS } from "../testing/own";
import { Dice, randomRecord, seedFromEnvironment } from "../testing/random";
import { makeZip } from "../testing/zip";
import { mutateBytes, mutateCsv, mutateJson, mutateYaml } from "../testing/mutate";
import type { Bytes } from "../testing/mutate";
import { mutateArchive, mutateXlsx } from "../testing/mutate-zip";

const seed = seedFromEnvironment();
const count = Number(process.env["COUNT"] ?? 300);
const whole = process.env["COUNT"] !== undefined;
const TODAY = "2026-11-21";
const loadXlsx = async () => engine;
const PROTOTYPES = [Object.prototype, Array.prototype, String.prototype, Function.prototype, Map.prototype] as const;
const untouched = () => PROTOTYPES.map((one) => Reflect.ownKeys(one).map(String).join()).join("|");
const before = untouched();
const checklistBefore = JSON.stringify([CHECKLIST, STANDARDS]);

const SHEET = `# 見本
title: 会議の準備の点検
publisher: 見本県
audience: [member]
scale: scale-four
time_minutes: 20
domains:
  - title: 準備
    about: 会議の前に確かめます。
    items:
      - text: 資料を先に送っていますか。
        easy: 資料を 先に 送りますか。
        look_for: [送付の記録, "名簿: 最新"]
        weight: 3
        next_steps:
          done: 続けます。
          not: >-
            話し合いましょう。
            まず日を決めます。
  - title: 当日
    items:
      - text: 全員が話せましたか。
`;

/** Files as the site writes them. */
async function real(kind: "json" | "csv" | "xlsx", at: number): Promise<Bytes> {
  const file = await exportFile(randomRecord(at, CHECKLIST), CHECKLIST, kind, "self", loadXlsx);
  assert.ok(file.ok);
  return file.value.bytes;
}

async function realOwnWorkbook(): Promise<Bytes> {
  const [header, ...rows] = [["領域", "問い", "やさしい問い", "重み", "次の一歩（段階1）"], ["準備", "資料を先に送っていますか。", "", "2", "続けます"], ["", "名簿はありますか。", "", "", ""]];
  return engine.exportTables([{ name: "項目", header: header ?? [], rows, widths: [20, 40, 40, 8, 30], fixed: 0 }]);
}

/** What came of a file: what was taken, or the words of the refusal. */
type Outcome = "taken" | "refused";

async function record(bytes: Bytes): Promise<Outcome> {
  const result = await importFile(new Blob([bytes]), CHECKLIST, TODAY, loadXlsx);
  if (!result.ok) {
    assert.match(result.refusal.message, /^読み込みませんでした。.+いまの記録は変わっていません。$/s);
    return "refused";
  }
  const taken = result.value.record;
  assert.equal(findShapeFault(taken), null);
  const again = await importFile(new Blob([serialiseRecord(taken)]), CHECKLIST, TODAY, loadXlsx);
  assert.ok(again.ok, "what was taken could not be taken again");
  assert.equal(serialiseRecord(again.value.record), serialiseRecord(taken));
  return "taken";
}

async function workbench(bytes: Bytes): Promise<Outcome> {
  const found = await readAny(bytes, [CHECKLIST], TODAY, loadXlsx);
  if (!found.ok) {
    assert.ok(found.refusal.what && found.refusal.todo);
    return "refused";
  }
  if (found.value.kind === "record") assert.equal(found.value.draft.cells.length, 7);
  else {
    const desk = openManifest(found.value.manifest, [CHECKLIST], TODAY);
    if (!desk.ok) return "refused";
    const { columns } = sortFiles(desk.value.entries, desk.value.choices);
    readSizes(desk.value.entries.map((entry) => `${entry.record.subject.name},大`).join("\n"), columns);
  }
  return "taken";
}

async function archive(bytes: Bytes): Promise<Outcome> {
  const opened = openArchive(bytes);
  if (opened.kind !== "files") return "refused";
  let taken = 0;
  for (const entry of opened.files.slice(0, 40)) {
    const inside = await extract(bytes, entry);
    if (inside instanceof Uint8Array && (await workbench(inside as Bytes)) === "taken") taken += 1;
    else if (!(inside instanceof Uint8Array)) assert.ok(inside.what && inside.todo);
  }
  return taken > 0 ? "taken" : "refused";
}

async function own(bytes: Bytes): Promise<Outcome> {
  const file = Object.assign(new Blob([bytes]), { name: "名簿.yml" });
  const result = await readOwnFile(file, STANDARDS, { xlsx: loadXlsx, yaml: async () => ({ readYaml }) });
  if (!result.ok) {
    assert.ok(result.faults.length > 0 && result.faults.every((fault) => typeof fault === "string" && fault.length > 5), JSON.stringify(result.faults));
    return "refused";
  }
  const texts = JSON.stringify(result.value);
  assert.ok(!/function|native code|\[object/.test(texts), texts.slice(0, 300));
  const store = new OwnStore(() => storage, "fuzz");
  const storage = new MemoryStorage();
  assert.equal(store.save(result.value), "ok");
  assert.deepEqual(store.load(result.value.id), JSON.parse(texts));
  return "taken";
}

interface Target {
  readonly name: string;
  /** Of a hundred files, how many are of this kind. */
  readonly share: number;
  readonly sources: readonly Bytes[];
  readonly mutate: (bytes: Bytes, dice: Dice) => Bytes;
  readonly read: (bytes: Bytes) => Promise<Outcome>;
}

async function targets(): Promise<readonly Target[]> {
  const many = <Value>(make: (at: number) => Promise<Value>) => Promise.all(Array.from({ length: 6 }, (_, at) => make(seed + at)));
  const [json, csv, xlsx] = await Promise.all([many((at) => real("json", at)), many((at) => real("csv", at)), many((at) => real("xlsx", at))]);
  const manifest = json.slice(0, 3).map((bytes, at) => {
    const draft = draftOf("json", { raw: JSON.parse(new TextDecoder().decode(bytes)), notices: [] }, CHECKLIST, TODAY);
    assert.ok(draft.ok);
    return writeManifest({ ...EMPTY_DESK, entries: [{ ...draft.value, id: `e${at}`, file: "a.json" }] }, "");
  });
  const zip = [makeZip([...json, ...csv].map((data, at) => ({ name: `回答${at}.json`, data })))];
  const yaml = [new TextEncoder().encode(SHEET)];
  const fixtures = ["filled-in-by-hand.xlsx", "saved-by-excel-sjis.csv"].map((name) => new Uint8Array(readFileSync(`macros/client/fixtures/${name}`)));
  const all = [...json, ...csv, ...xlsx, ...fixtures];
  return [
    { name: "JSON", share: 22, sources: json, mutate: mutateJson, read: record },
    { name: "CSV", share: 14, sources: csv, mutate: mutateCsv, read: record },
    { name: "XLSX", share: 14, sources: [...xlsx, fixtures[0] as Bytes], mutate: mutateXlsx, read: record },
    { name: "any, bytes", share: 14, sources: all, mutate: mutateBytes, read: record },
    { name: "workbench", share: 8, sources: all, mutate: mutateBytes, read: workbench },
    { name: "workbench's own file", share: 8, sources: manifest, mutate: mutateJson, read: workbench },
    { name: "archive", share: 6, sources: zip, mutate: mutateArchive, read: archive },
    { name: "own checklist, YAML", share: 9, sources: yaml, mutate: mutateYaml, read: own },
    { name: "own checklist, XLSX", share: 5, sources: [await realOwnWorkbook()], mutate: mutateXlsx, read: own },
  ];
}

test(`${count} mutated files are taken or refused, and do nothing else (SEED=${seed})`, { timeout: 3_600_000 }, async (context) => {
  let slowest = { milliseconds: 0, name: "" };
  for (const target of await targets()) {
    const told = { taken: 0, refused: 0 };
    for (let at = 0; at < Math.round((count * target.share) / 100); at += 1) {
      const dice = new Dice(seed * 100_000 + at);
      const source = dice.pick(target.sources);
      const bytes = target.mutate(source, dice);
      const label = `${target.name} #${at} (SEED=${seed})`;
      const start = process.cpuUsage();
      try {
        told[await target.read(bytes)] += 1;
      } catch (error) {
        throw new Error(`${label}: ${bytes.length} bytes, ${JSON.stringify(new TextDecoder().decode(bytes.subarray(0, 200)))}`, { cause: error });
      }
      const milliseconds = process.cpuUsage(start).user / 1000;
      if (milliseconds > slowest.milliseconds) slowest = { milliseconds, name: label };
      if (whole) assert.ok(milliseconds < 1000, `${label} took ${milliseconds} ms`);
      assert.equal(untouched(), before, label);
    }
    context.diagnostic(`${target.name}: taken ${told.taken}, refused ${told.refused}`);
  }
  assert.equal(JSON.stringify([CHECKLIST, STANDARDS]), checklistBefore);
  context.diagnostic(`slowest: ${slowest.name}, ${Math.round(slowest.milliseconds)} ms of processor time; SEED=${seed}`);
});
