import assert from "node:assert/strict";
import { test } from "node:test";
import { setLevel } from "./answers";
import { stampRecord } from "./record";
import { openStore, readIndex, removeSite } from "./storage";
import type { RecordStore } from "./storage";
import { parseStorageEvent } from "./storage-events";
import { indexKey, recordKey, spareKey } from "./storage-keys";
import { MemoryStorage } from "./storage-memory";
import { answered, empty } from "./testing/records";
import { DyingStorage, FullStorage } from "./testing/storage";
import type { ResultFile } from "./types";

const PLACE = { site: "handbook", checklist: "municipal-council" };
const KEY = recordKey(PLACE, "r-1");

function open(storage: MemoryStorage, tab = "tab-1"): RecordStore {
  return openStore(() => storage, PLACE, tab);
}

function loaded(store: RecordStore, id = "r-1"): ResultFile {
  const result = store.load(id);
  assert.ok(result.status === "ok");
  return result.record;
}

test("キーは kyogikai:<site>:<checklist>:<record id>", () => {
  assert.equal(KEY, "kyogikai:handbook:municipal-council:r-1");
});

test("保存した記録を、別のページで開ける", () => {
  const storage = new MemoryStorage();
  assert.deepEqual(open(storage).save("r-1", answered({ "it-a1": "done" }), 0), { status: "ok", revision: 1 });
  const result = open(storage, "tab-2").load("r-1");
  assert.deepEqual(result, { status: "ok", record: answered({ "it-a1": "done" }), revision: 1, from: "device" });
});

test("保存のあとに残るキーは、記録と目次だけ", () => {
  const storage = new MemoryStorage();
  open(storage).save("r-1", empty(), 0);
  assert.deepEqual([storage.key(0), storage.key(1), storage.length].sort(), [2, KEY, indexKey(PLACE)].sort());
});

test("ない記録は missing", () => {
  assert.deepEqual(open(new MemoryStorage()).load("r-9"), { status: "missing" });
});

test("いくつもの記録を、新しい順に並べる", () => {
  const store = open(new MemoryStorage());
  store.save("r-1", stampRecord(empty(), new Date("2026-11-20")), 0);
  store.save("r-2", stampRecord(answered({ "it-a1": "done", "it-a2": "unknown" }), new Date("2026-11-21")), 0);
  assert.deepEqual(store.list().map(({ id, handled }) => [id, handled]), [["r-2", 2], ["r-1", 0]]);
});

test("ほかのページは、目次だけで「つづきから」を出せる", () => {
  const storage = new MemoryStorage();
  open(storage).save("r-1", answered({ "it-a1": "done" }), 0);
  openStore(() => storage, { ...PLACE, checklist: "prefectural-council" }, "t").save("r-5", empty(), 0);
  storage.setItem("kyogikai:handbook:broken:_index", "{{");
  assert.deepEqual(readIndex(() => storage, "handbook").map(({ id, name, handled }) => [id, name, handled]), [
    ["r-1", "〇〇市", 1], ["r-5", "〇〇市", 0],
  ]);
  assert.deepEqual(readIndex(() => storage, "other-site"), []);
});

test("満杯なら quota と言い、記録は手もとに残り、前の保存は無事", () => {
  const storage = new FullStorage();
  const store = open(storage);
  store.save("r-1", answered({ "it-a1": "done" }), 0);
  storage.room = 100;
  const newer = setLevel(loaded(store), "it-a2", "not");
  assert.deepEqual(store.save("r-1", newer, 1), { status: "quota" });
  assert.deepEqual(loaded(store), newer);
  assert.equal(store.list()[0]?.unsaved, true);
  assert.deepEqual(loaded(open(storage, "tab-2")), answered({ "it-a1": "done" }));
});

test("空きができれば、次の保存は通る", () => {
  const storage = new FullStorage();
  const store = open(storage);
  storage.room = 100;
  assert.deepEqual(store.save("r-1", empty(), 0), { status: "quota" });
  storage.room = 100_000;
  assert.deepEqual(store.save("r-1", empty(), 0), { status: "ok", revision: 1 });
  assert.equal(store.list()[0]?.unsaved, false);
});

test("保存の禁じられたブラウザでは、手もとだけで動き、そう言う", () => {
  const store = openStore(() => { throw new Error("SecurityError"); }, PLACE, "t");
  assert.equal(store.mode, "memory");
  assert.deepEqual(store.save("r-1", empty(), 0), { status: "ok", revision: 1 });
  assert.deepEqual(loaded(store), empty());
});

test("読めるが書けないとき（Firefox・Chrome の名前のちがいも）を言い分ける", () => {
  for (const [error, status] of [
    [{ name: "NS_ERROR_DOM_QUOTA_REACHED" }, "quota"], [{ code: 22 }, "quota"], [{ name: "SecurityError" }, "forbidden"],
  ] as const) {
    const storage = new MemoryStorage();
    storage.setItem = () => { throw Object.assign(new Error(), error); };
    assert.deepEqual(open(storage).save("r-1", empty(), 0), { status });
  }
});

test("どの書き込みの途中で消えても、前か後かの、欠けのない記録が読める", () => {
  const [before, after] = [answered({ "it-a1": "done" }), answered({ "it-a1": "done", "it-b1": "not" })];
  for (let writes = 0; writes < 4; writes += 1) {
    const storage = new DyingStorage();
    open(storage).save("r-1", before, 0);
    storage.writesLeft = writes;
    open(storage).save("r-1", after, 1);
    storage.writesLeft = Number.POSITIVE_INFINITY;
    const found = loaded(open(storage, "tab-2"));
    assert.deepEqual(found, writes === 0 ? before : after, `${writes} 回目`);
  }
});

test("途中で切れた記録は、控えのキーから戻し、そのまま続けて保存できる", () => {
  const storage = new MemoryStorage();
  open(storage).save("r-1", empty(), 0);
  storage.setItem(spareKey(PLACE, "r-1"), storage.getItem(KEY) ?? "");
  storage.setItem(KEY, (storage.getItem(KEY) ?? "").slice(0, 100));
  const store = open(storage, "tab-2");
  const result = store.load("r-1");
  assert.deepEqual(result, { status: "ok", record: empty(), revision: 1, from: "spare" });
  assert.deepEqual(store.save("r-1", empty(), 1), { status: "ok", revision: 2 });
  assert.equal(storage.getItem(spareKey(PLACE, "r-1")), null);
});

test("読めない記録は damaged として中身を渡し、上書きしない", () => {
  const storage = new MemoryStorage();
  storage.setItem(KEY, '{"revision":3,"rec');
  const store = open(storage);
  assert.deepEqual(store.load("r-1"), { status: "damaged", raw: '{"revision":3,"rec' });
  assert.deepEqual(store.save("r-1", empty(), 0), { status: "changed-elsewhere", theirs: null });
  assert.equal(storage.getItem(KEY), '{"revision":3,"rec');
  assert.equal(store.list()[0]?.damaged, true);
});

test("別のタブが先に保存していたら、書かずに相手の記録を渡す", () => {
  const storage = new MemoryStorage();
  const [one, two] = [open(storage, "tab-1"), open(storage, "tab-2")];
  one.save("r-1", empty(), 0);
  assert.deepEqual(two.save("r-1", answered({ "it-a1": "done" }), 1), { status: "ok", revision: 2 });
  const result = one.save("r-1", answered({ "it-a1": "not" }), 1);
  assert.ok(result.status === "changed-elsewhere");
  assert.equal(result.theirs?.tab, "tab-2");
  assert.deepEqual(loaded(open(storage)).answers["it-a1"], { state: "answered", level: "done" });
  assert.deepEqual(one.save("r-1", answered({ "it-a1": "not" }), 2), { status: "ok", revision: 3 });
});

test("別のタブで消された記録は、黙ってよみがえらない", () => {
  const storage = new MemoryStorage();
  const store = open(storage);
  store.save("r-1", empty(), 0);
  open(storage, "tab-2").remove("r-1");
  assert.deepEqual(store.save("r-1", empty(), 1), { status: "changed-elsewhere", theirs: null });
  assert.deepEqual(store.save("r-1", empty(), 0), { status: "ok", revision: 1 });
});

test("一つだけ消す", () => {
  const storage = new MemoryStorage();
  const store = open(storage);
  store.save("r-1", empty(), 0);
  store.save("r-2", empty(), 0);
  assert.deepEqual(store.remove("r-1"), { status: "ok" });
  assert.deepEqual(store.list().map(({ id }) => id), ["r-2"]);
  assert.deepEqual(readIndex(() => storage, "handbook").map(({ id }) => id), ["r-2"]);
});

test("すべて消しても、ほかの点検やほかのサイトには触れない", () => {
  const storage = new MemoryStorage();
  const others = ["kyogikai:handbook:other:r-1", "kyogikai:other:municipal-council:r-1", "someone-elses"];
  for (const key of others) storage.setItem(key, "x");
  open(storage).save("r-1", empty(), 0);
  open(storage).save("r-2", empty(), 0);
  assert.deepEqual(open(storage).removeAll(), { status: "ok" });
  assert.deepEqual([0, 1, 2, 3].map((index) => storage.key(index)), [...others, null]);
});

test("このサイトのものを、すべての点検について消す", () => {
  const storage = new MemoryStorage();
  storage.setItem("kyogikai:handbook:other:r-1", "x");
  storage.setItem("kyogikai:handbook2:other:r-1", "x");
  assert.deepEqual(removeSite(() => storage, "handbook"), { status: "ok" });
  assert.equal(storage.key(0), "kyogikai:handbook2:other:r-1");
  assert.equal(storage.length, 1);
});

test("消せないときは forbidden と言う", () => {
  const storage = new DyingStorage();
  const store = open(storage);
  store.save("r-1", empty(), 0);
  storage.writesLeft = 0;
  assert.deepEqual(store.remove("r-1"), { status: "forbidden" });
  assert.deepEqual(store.removeAll(), { status: "forbidden" });
});

test("ほかのタブの出来事を読み分ける", () => {
  const storage = new MemoryStorage();
  open(storage, "tab-2").save("r-1", empty(), 0);
  const newValue = storage.getItem(KEY);
  const parse = (event: { key: string | null; newValue: string | null }) => parseStorageEvent(event, PLACE, "tab-1");
  assert.deepEqual(parse({ key: KEY, newValue }), { type: "saved", id: "r-1", revision: 1, tab: "tab-2" });
  assert.deepEqual(parse({ key: KEY, newValue: null }), { type: "removed", id: "r-1" });
  assert.deepEqual(parse({ key: null, newValue: null }), { type: "cleared" });
  assert.equal(parse({ key: spareKey(PLACE, "r-1"), newValue }), null);
  assert.equal(parse({ key: indexKey(PLACE), newValue: "{}" }), null);
  assert.equal(parse({ key: "kyogikai:handbook:other:r-1", newValue }), null);
  assert.equal(parseStorageEvent({ key: KEY, newValue }, PLACE, "tab-2"), null);
});

test("保存先に置かれた悪いキーは、プロトタイプに届かない", () => {
  const storage = new MemoryStorage();
  open(storage).save("r-1", empty(), 0);
  const text = (storage.getItem(KEY) ?? "").replace('"answers":{}', '"answers":{"it-a1":{"__proto__":{"polluted":1}}},"__proto__":{"polluted":1}');
  storage.setItem(KEY, text);
  open(storage).load("r-1");
  assert.equal(({} as { polluted?: unknown }).polluted, undefined);
});
