/** Dates as people read them and as files keep them. A date is a local calendar day, never an instant. */

const WEEKDAYS = ["日", "月", "火", "水", "木", "金", "土"] as const;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const LOOSE_DATE = /^(\d{4})[年\/.\-](\d{1,2})[月\/.\-](\d{1,2})日?(?:[（(].[）)])?$/;
const REIWA_DATE = /^(?:令和|R)(元|\d{1,2})[年.\/](\d{1,2})[月.\/](\d{1,2})日?(?:[（(].[）)])?$/;
/** Reiwa 1 is 2019. */
const REIWA_OFFSET = 2018;

function two(value: number): string {
  return String(value).padStart(2, "0");
}

function isoOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900;
  return exists ? `${year}-${two(month)}-${two(day)}` : null;
}

/** True for an existing day written as 2026-11-21. */
export function isIsoDate(text: string): boolean {
  const parts = ISO_DATE.exec(text);
  return parts !== null && isoOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) === text;
}

/** The local day of `date`: 2026-11-21. `toISOString` would give yesterday until nine in the morning. */
export function toIsoDate(date: Date): string {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The day of a spreadsheet's date cell, which readers give as midnight UTC; "" if it is no date. */
export function toIsoDateUtc(date: Date): string {
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}

/** 2026-11-21 → 2026年11月21日（土）. A text that is no such date comes back as it is. */
export function formatDate(iso: string): string {
  const parts = ISO_DATE.exec(iso);
  if (!parts || !isIsoDate(iso)) return iso;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const weekday = WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? "";
  return `${year}年${month}月${day}日（${weekday}）`;
}

/** The local time of an instant: 10:32. */
export function formatTime(date: Date): string {
  return `${date.getHours()}:${two(date.getMinutes())}`;
}

/** Reads a date as people and Excel write it (2026/11/21, 令和8年11月21日 …); null if it is none. */
export function parseLooseDate(text: string): string | null {
  const plain = text.normalize("NFKC").replace(/\s/g, "");
  const common = LOOSE_DATE.exec(plain);
  if (common) return isoOf(Number(common[1]), Number(common[2]), Number(common[3]));
  const reiwa = REIWA_DATE.exec(plain);
  if (!reiwa) return null;
  const year = REIWA_OFFSET + (reiwa[1] === "元" ? 1 : Number(reiwa[1]));
  return isoOf(year, Number(reiwa[2]), Number(reiwa[3]));
}
