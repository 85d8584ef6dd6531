/** What the contents page and the contents text say. */

import { formatDate } from "../dates";
import type { Cover, KitData, KitPart, Manifest } from "./types";

export interface Chapter {
  readonly title: string;
  readonly parts: readonly KitPart[];
}

export interface ContentsWords {
  readonly title: string;
  readonly heading: string;
  readonly origin: string;
}

/** The picked parts by kind, both in the order of the page; kinds without any are left out. */
export function chaptersOf(data: KitData, picked: ReadonlySet<string>): readonly Chapter[] {
  return Object.entries(data.kinds)
    .map(([kind, title]) => ({ title, parts: data.parts.filter((part) => part.kind === kind && picked.has(part.id)) }))
    .filter(({ parts }) => parts.length > 0);
}

/** 1.2 MB, 340 KB. */
export function sizeOf(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}

/** PDF, PowerPoint …: what a file opens with. */
export function formatOf(path: string): string {
  const ending = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  return { pptx: "PowerPoint", docx: "Word", xlsx: "Excel", pdf: "PDF", txt: "テキスト", html: "HTML" }[ending] ?? ending.toUpperCase();
}

/** PDF、1.2 MB */
export function factsOf(part: KitPart, manifest: Manifest): string {
  return `${formatOf(part.path)}、${sizeOf(manifest.files[part.id]?.bytes ?? 0)}`;
}

/** The contents as plain lines. */
export function contentsText(cover: Cover, chapters: readonly Chapter[], manifest: Manifest, words: ContentsWords): readonly string[] {
  const head = [cover.title || words.title, cover.host, formatDate(cover.date)].filter((line) => line !== "");
  const lists = chapters.flatMap(({ title, parts }) => [
    "", `■ ${title}`, ...parts.flatMap((part) => [`・${part.title}（${factsOf(part, manifest)}）`, `　${part.path}`]),
  ]);
  return [...head, "", words.heading, ...lists, "", words.origin];
}
