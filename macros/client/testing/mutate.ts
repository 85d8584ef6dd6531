/** Mistaken and hostile files, made from real ones by a seed: bytes, JSON, CSV and YAML. */

import type { Dice } from "./random";

export type Bytes = Uint8Array<ArrayBuffer>;

const encode = (text: string): Bytes => new TextEncoder().encode(text);
const decode = (bytes: Bytes): string => new TextDecoder().decode(bytes);

/** Names that a careless program would look up in a prototype, run, or take for markup. */
export const HOSTILE = [
  "__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "length", "then", "own-000000000000",
  '<img src=x onerror="window.hacked=1">', "<script>window.hacked=1</script>", "javascript:window.hacked=1", "${7*7}", "{{7*7}}",
  "=cmd|' /C calc'!A0", "../../etc/passwd", "&xxe;", "\u0000", "\ud800", "\u202e", "a\r\nb", "9".repeat(400), "-0", "1e999", "NaN", "あ".repeat(3000),
] as const;

/** Bytes lost, changed, doubled or cut off, as disks, lines and programs do it. */
export function mutateBytes(bytes: Bytes, dice: Dice): Bytes {
  const at = dice.below(bytes.length);
  const to = Math.min(bytes.length, at + 1 + dice.below(dice.pick([1, 8, 200])));
  const noise = Uint8Array.from({ length: dice.pick([1, 4, 64]) }, () => dice.below(256));
  const kinds: readonly (() => readonly Uint8Array[])[] = [
    () => [bytes.subarray(0, at)],
    () => [bytes.subarray(0, at), bytes.subarray(to)],
    () => [bytes.subarray(0, at), noise, bytes.subarray(at)],
    () => [bytes.subarray(0, at), bytes.subarray(at, to), bytes.subarray(at)],
    () => [bytes.subarray(0, at), new Uint8Array(to - at), bytes.subarray(to)],
    () => [bytes.subarray(0, at), Uint8Array.of((bytes[at] ?? 0) ^ (1 << dice.below(8))), bytes.subarray(at + 1)],
    () => [bytes.subarray(to), bytes.subarray(0, to)],
    () => [dice.pick([Uint8Array.of(0xff, 0xfe), Uint8Array.of(0xfe, 0xff), Uint8Array.of(0xef, 0xbb, 0xbf), Uint8Array.of(0x1f, 0x8b)]), bytes],
  ];
  return joined(dice.pick(kinds)());
}

/** A copy of the list with `remove` entries at `at` replaced. */
export function spliced<Value>(list: readonly Value[], at: number, remove: number, ...news: readonly Value[]): Value[] {
  return [...list.slice(0, at), ...news, ...list.slice(at + remove)];
}

export function joined(parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

type Tree = { [key: string]: unknown };

/** One place of the JSON tree replaced, renamed, removed, or filled with what a program may trip over. */
export function mutateJson(bytes: Bytes, dice: Dice): Bytes {
  const root = JSON.parse(decode(bytes)) as Tree;
  const places = placesOf(root);
  const [holder, key] = dice.pick(places);
  const kind = dice.below(7);
  if (kind < 4) holder[key] = oddValue(dice, root);
  else if (kind === 4) delete holder[key];
  else holder[PLACEHOLDER] = kind === 5 ? holder[key] : oddValue(dice, root);
  // A key such as __proto__ cannot be set by assignment: it is written into the text.
  return encode(JSON.stringify(root).replaceAll(PLACEHOLDER, escaped(dice.pick(HOSTILE))));
}

const PLACEHOLDER = "mutated-key";

function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function placesOf(root: Tree): readonly (readonly [Tree, string])[] {
  const places: (readonly [Tree, string])[] = [];
  const waiting: Tree[] = [root];
  for (let holder = waiting.pop(); holder; holder = waiting.pop()) {
    for (const [key, value] of Object.entries(holder)) {
      places.push([holder, key]);
      if (typeof value === "object" && value !== null) waiting.push(value as Tree);
    }
  }
  return places;
}

function oddValue(dice: Dice, root: Tree): unknown {
  const deep = (depth: number): unknown => (depth === 0 ? 1 : [deep(depth - 1)]);
  return dice.pick<() => unknown>([
    () => null, () => true, () => -1e308, () => 1.5, () => [], () => ({}), () => "", () => dice.pick(HOSTILE), () => dice.text(),
    () => deep(dice.pick([3, 63, 200])), () => Array.from({ length: 3000 }, () => dice.pick(HOSTILE)), () => structuredClone(root),
    () => Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`it-${at}`, { state: "answered", level: "done" }])),
  ])();
}

/** Cells, quotes, separators and rows of a CSV file, as spreadsheets and people leave them. */
export function mutateCsv(bytes: Bytes, dice: Dice): Bytes {
  const text = decode(bytes);
  const lines = text.split("\r\n");
  const at = dice.below(lines.length);
  const cells = (lines[at] ?? "").split('","');
  const cell = dice.below(cells.length);
  const withCell = (value: string) => spliced(lines, at, 1, spliced(cells, cell, 1, value).join('","')).join("\r\n");
  return encode(dice.pick<() => string>([
    () => withCell(dice.pick(HOSTILE)), () => withCell(dice.text().replaceAll('"', '""')), () => withCell(cells[dice.below(cells.length)] ?? ""),
    () => withCell(`${cells[cell] ?? ""}","${cells[cell] ?? ""}`),
    () => spliced(lines, at, 1).join("\r\n"), () => spliced(lines, at, 0, lines[dice.below(lines.length)] ?? "").join("\r\n"),
    () => text.replaceAll('","', '";"'), () => text.replaceAll('","', '"\t"'), () => text.replaceAll('"', ""), () => text.replaceAll("\r\n", dice.pick(["\r", "\n", "\n\r", ""])),
    () => text.replace('"', ""), () => `${text}"`, () => text + ",".repeat(dice.pick([10, 250_000])), () => text + "\r\n".repeat(300_000),
    () => text + `${lines[at] ?? ""}\r\n`.repeat(2000), () => [...lines].reverse().join("\r\n"),
  ])());
}

/** Lines, signs, anchors and nesting of a YAML file. */
export function mutateYaml(bytes: Bytes, dice: Dice): Bytes {
  const text = decode(bytes);
  const lines = text.split("\n");
  const at = dice.below(lines.length);
  const line = lines[at] ?? "";
  const put = (...news: readonly string[]) => spliced(lines, at, 1, ...news).join("\n");
  const value = (other: string) => put(line.replace(/(: |- ).*$/, `$1${other}`));
  const depth = dice.pick([30, 2000, 20_000]);
  const bomb = `[&a0 [爆], ${Array.from({ length: 12 }, (_, n) => `&a${n + 1} [${Array.from({ length: 9 }, () => `*a${n}`).join(",")}]`).join(", ")}]`;
  return encode(dice.pick<() => string>([
    () => value(JSON.stringify(dice.pick(HOSTILE))), () => value(dice.text()), () => value(bomb), () => value("[".repeat(depth)),
    () => value("[".repeat(depth) + "]".repeat(depth)), () => value("{a: ".repeat(depth)), () => value("- ".repeat(depth) + "x"),
    () => value("&own [*own]"), () => value("*nowhere"), () => value("!!js/function 'x'"), () => value("!!binary aGk="), () => value("{__proto__: {polluted: 1}}"),
    () => value("{constructor: {prototype: {polluted: 1}}}"), () => put(line.replace(/[A-Za-z_]+(?=:)/, "__proto__")), () => put(`  ${line}`), () => put(line.replace(/^ +/, "")),
    () => put(`\t${line}`), () => put(line, line), () => put(), () => put("<<: *a"), () => put("---", line), () => put("? [a, b]", line), () => put("%YAML 9.9", line),
    () => put(line.replace(":", "")), () => put(line.replace(/["'[\]{}]/, "")), () => put(`${line}"`), () => put(line.replace(/\w+/, (word) => `${word}s`)),
    () => put(Array.from({ length: Math.min(depth, 2000) }, (_, n) => `${" ".repeat(n)}a:`).join("\n")), () => text + `${line}\n`.repeat(5000),
  ])());
}
