/** The parts of a plain workbook (`xlsx-plain.ts`) that hold no cells. Whatever is unusual throws. */

import { isDateFormat } from "hucre";
import type { Merge } from "./grids";

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const TEXT = String.raw`<t(?: xml:space="preserve")?>([^<]*)<\/t>`;
const ANY_TEXT = TEXT.replace("([^<]*)", "[^<]*");
/** Readings, which Japanese Excel keeps beside a text. They are no part of it. */
const READINGS = String.raw`(?:<rPh [^<>]*>${ANY_TEXT}<\/rPh>)*(?:<phoneticPr[^<>]*\/>)?`;
const RUN_HEAD = String.raw`<r>(?:<rPr>(?:<[^<>]*\/>)*<\/rPr>)?`;
const ONE_TEXT = new RegExp(`^${TEXT}${READINGS}$`);
const RUNS = new RegExp(`^(?:${RUN_HEAD}${ANY_TEXT}</r>)+${READINGS}$`);
const EACH_RUN = new RegExp(`${RUN_HEAD}${TEXT}</r>`, "g");
const MERGE = /^([A-Z]{1,3})([1-9]\d{0,6}):([A-Z]{1,3})([1-9]\d{0,6})$/;
/** Formats that come with the format itself: dates and times, and those that depend on the country. */
const DATES = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22]);
const NO_DATES = new Set([0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 37, 38, 39, 40, 48, 49]);

/** Says that the library has to read this workbook. */
export function unusual(): never {
  throw new Error("not a plain workbook");
}

/** What stands between the first opening tag that begins with `start` and the last `end`. Both have to be there. */
export function between(xml: string, start: string, end: string): string {
  const from = xml.indexOf(">", at(xml.indexOf(start)));
  const to = xml.lastIndexOf(end);
  return from < to ? xml.slice(from + 1, to) : unusual();
}

function at(place: number): number {
  return place < 0 ? unusual() : place;
}

/** The tags `name` of a list that holds nothing else. */
export function listed(xml: string, name: string): readonly string[] {
  const list = xml.trim();
  const tags = list.match(/<[^<>]*\/>\s*/g) ?? [];
  return tags.join("") === list && tags.every((tag) => tag.startsWith(`<${name} `)) ? tags : unusual();
}

/** An attribute that has to be there, with something in it. */
export function attribute(tag: string, name: string): string {
  const from = at(tag.indexOf(` ${name}="`)) + name.length + 3;
  return plainText(tag.slice(from, at(tag.indexOf('"', from)))) || unusual();
}

/** A text as XML and the format write it: &amp; and _x0041_. */
export function plainText(raw: string): string {
  const text = raw.includes("&") ? raw.replace(/&(#?\w+);/g, (_, name: string) => NAMED[name] ?? numbered(name)) : raw;
  return text.includes("_x") ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text;
}

function numbered(name: string): string {
  const code = /^#\d+$/.test(name) ? Number(name.slice(1)) : /^#x[0-9a-fA-F]+$/.test(name) ? parseInt(name.slice(2), 16) : unusual();
  return String.fromCodePoint(code);
}

/** The shared texts by their number; each is made out when it is asked for. */
export function sharedTexts(xml: string): (index: number) => string {
  const raw = between(xml, "<sst ", "</sst>").split("<si>");
  const texts: string[] = [];
  return (index) => (texts[index] ??= sharedText(raw[index + 1] ?? unusual()));
}

function sharedText(raw: string): string {
  const item = raw.endsWith("</si>") ? raw.slice(0, -"</si>".length) : unusual();
  const one = ONE_TEXT.exec(item)?.[1];
  if (one !== undefined) return plainText(one);
  return RUNS.test(item) ? [...item.matchAll(EACH_RUN)].map(([, text = ""]) => plainText(text)).join("") : unusual();
}

/** Which of the cell styles shows a number as a date. */
export function dateStyles(xml: string): (style: number) => boolean {
  const tags = xml.includes("<numFmts ") ? listed(between(xml, "<numFmts ", "</numFmts>"), "numFmt") : [];
  const own = new Map(tags.map((tag) => [Number(attribute(tag, "numFmtId")), attribute(tag, "formatCode")]));
  const ids = [...between(xml, "<cellXfs ", "</cellXfs>").matchAll(/<xf [^<>]*>/g)].map(([tag]) => Number(attribute(tag, "numFmtId")));
  return (style) => {
    const id = ids[style] ?? unusual();
    const format = own.get(id);
    if (format !== undefined) return isDateFormat(format);
    return DATES.has(id) || (NO_DATES.has(id) ? false : unusual());
  };
}

export function mergesOf(xml: string): readonly Merge[] {
  if (!xml.includes("mergeCell")) return [];
  return listed(between(xml, "<mergeCells", "</mergeCells>"), "mergeCell").map((tag) => {
    const [, left = "", top, right = "", bottom] = MERGE.exec(attribute(tag, "ref")) ?? unusual();
    return { startRow: Number(top) - 1, endRow: Number(bottom) - 1, startCol: columnOf(left), endCol: columnOf(right) };
  });
}

/** A → 0, AA → 26. */
export function columnOf(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - 64;
  return column - 1;
}
