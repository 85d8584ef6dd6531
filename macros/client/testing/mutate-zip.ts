/** Mistaken and hostile workbooks and archives: parts changed, added, renamed, and sizes that lie. */

import { inflateRawSync } from "node:zlib";
import { zipEntries } from "../files/zip";
import type { Dice } from "./random";
import { makeZip } from "./zip";
import type { Part } from "./zip";
import { HOSTILE, mutateBytes, spliced } from "./mutate";
import type { Bytes } from "./mutate";

const LAUGHS = `<!DOCTYPE x [<!ENTITY a0 "哈">${Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n + 1} "&a${n};&a${n};&a${n};&a${n};">`).join("")}]>`;
const OUTSIDE = '<!DOCTYPE x [<!ENTITY a30 SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd">%p;]>';

/** The parts of a ZIP file that was written honestly. */
export function partsOf(bytes: Bytes): Part[] {
  return (zipEntries(bytes) ?? []).map(({ name, offset, packed, method }) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    const raw = bytes.subarray(start, start + packed);
    return { name, data: method === 0 ? raw : new Uint8Array(inflateRawSync(raw)) };
  });
}

/** A workbook with one part mistaken. */
export function mutateXlsx(bytes: Bytes, dice: Dice): Bytes {
  const parts = partsOf(bytes);
  const at = dice.below(parts.length);
  const part = parts[at] as Part;
  const xml = new TextDecoder().decode(part.data as Uint8Array);
  return makeZip(spliced(parts, at, 1, { ...part, data: mutateXml(xml, dice) }));
}

function mutateXml(xml: string, dice: Dice): string {
  const tags = [...xml.matchAll(/<[^>]+>/g)];
  const { 0: tag, index: at } = dice.pick(tags);
  const put = (other: string) => xml.slice(0, at) + other + xml.slice(at + tag.length);
  const head = (doctype: string) => xml.replace(/(<\?xml[^>]*\?>)?/, (found) => found + doctype);
  const inTexts = (value: string) => xml.replace(/(<t[^>]*>)[^<]*/, `$1${value}`);
  return dice.pick<() => string>([
    () => head(LAUGHS) + "&a30;", () => head(LAUGHS).replace(/(<t[^>]*>)[^<]*/g, "$1&a30;"), () => head(OUTSIDE).replace(/(<t[^>]*>)[^<]*/, "$1&a30;"),
    () => put(""), () => put(tag + tag), () => put(tag.replace(/"[^"]*"/, `"${dice.pick(["__proto__", "-1", "99999999", "ZZZ9999999", "", "constructor", "A0"])}"`)),
    () => put(tag.replace(/ [\w:]+="[^"]*"/, "")), () => put(tag.replace("/>", ">")), () => put(`<${dice.pick(["f", "script", "__proto__", "is", "v"])}>${tag}`),
    () => put("<!--".concat(tag)), () => put(`<![CDATA[${tag}`), () => put("<a>".repeat(50_000)), () => put(`<x ${'a="1" '.repeat(50_000)}/>`),
    () => inTexts(dice.pick(HOSTILE).replaceAll("<", "&lt;")), () => inTexts("&#x110000;&#0;&#xD800;&nowhere;"), () => inTexts("x".repeat(2_000_000)),
    () => xml.replace(/r="[A-Z]+\d+"/, `r="${dice.pick(["XFD1048576", "ZZZZZZ1", "A99999999999", "1A", ""])}"`), () => xml.replace(/t="s"/, 't="n"'),
    () => xml.replace(/<v>\d+<\/v>/g, "<v>99999999</v>"), () => xml.replace(/<row[^>]*>/, (row) => row.repeat(5000)),
    () => xml.replace("</sheetData>", `</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>`),
    () => xml.replace(/<v>[^<]*<\/v>/, "<f>HYPERLINK(&quot;http://127.0.0.1/&quot;)</f><v>1</v>"), () => xml.slice(0, at), () => "", () => "\u0000",
  ])();
}

/** An archive of result files, mistaken as a whole: sizes that lie, bombs, names that lead elsewhere. */
export function mutateArchive(bytes: Bytes, dice: Dice): Bytes {
  const parts = partsOf(bytes);
  const first = parts[0] as Part;
  const zeros = new Uint8Array(3 * 1024 * 1024);
  return dice.pick<() => Bytes>([
    () => makeZip([...parts, { name: "bomb.json", data: zeros }]), () => makeZip([...parts, { name: "bomb.json", data: zeros, claim: 10 }]),
    () => makeZip([...parts, { name: "bomb.json", data: zeros, claim: 0 }]), () => makeZip([...parts, { name: "big.json", data: "{}", claim: 0xffffffff }]),
    () => makeZip([...parts, { name: "inner.zip", data: bytes }]), () => makeZip([{ ...first, name: "../../evil.json" }, { ...first, name: "C:\\evil.json" }]),
    () => makeZip([{ ...first, name: dice.pick(HOSTILE) }]), () => makeZip(Array.from({ length: 6000 }, (_, at) => ({ name: `${at}.json`, data: "{}" }))),
    () => makeZip(parts.map((part) => ({ ...part, name: "same.json" }))), () => overlapping(first, 3000), () => withFlags(makeZip(parts), dice),
    () => makeZip([]), () => mutateBytes(bytes, dice), () => makeZip(parts.map((part) => ({ ...part, data: mutateBytes(new Uint8Array(part.data as Uint8Array), dice) }))),
  ])();
}

/** Thousands of entries that share the same packed bytes. */
function overlapping(part: Part, count: number): Bytes {
  const one = makeZip([{ ...part, name: "a.json" }]);
  const entries = zipEntries(one) ?? [];
  const view = new DataView(one.buffer);
  const start = view.getUint32(one.length - 6, true);
  const entry = one.subarray(start, one.length - 22);
  const whole = new Uint8Array(start + entry.length * count * entries.length + 22);
  whole.set(one.subarray(0, start));
  for (let at = 0; at < count; at += 1) whole.set(entry, start + at * entry.length);
  whole.set(one.subarray(one.length - 22), whole.length - 22);
  const end = new DataView(whole.buffer, whole.length - 22);
  end.setUint16(8, count, true);
  end.setUint16(10, count, true);
  end.setUint32(12, entry.length * count, true);
  return whole;
}

/** Flags and method of the first entry changed: encrypted, sizes after the data, a method nobody has. */
function withFlags(bytes: Bytes, dice: Dice): Bytes {
  const view = new DataView(bytes.buffer);
  const start = view.getUint32(bytes.length - 6, true);
  view.setUint16(start + dice.pick([8, 10]), dice.pick([1, 8, 9, 99, 0xffff]), true);
  return bytes;
}
