/** The cover and contents as a page of its own: contents.html with its ⟦marks⟧ filled in; what was typed is only ever text. */

import { factsOf } from "../../client/kit/contents";
import type { Chapter, ContentsWords } from "../../client/kit/contents";
import type { Cover, Manifest } from "../../client/kit/types";
import { formatDate } from "../../client/dates";
import { hook, setText } from "../self-check/dom";
import type { Words } from "../self-check/words";

/** The page as a file's text. `frame`: contents.html, with a style sheet of its own, since it leaves the site. */
export function contentsPage(
  words: Words, cover: Cover, chapters: readonly Chapter[], manifest: Manifest, said: ContentsWords, frame: string,
): string {
  const pieces: Readonly<Record<string, string>> = {
    title: escaped(cover.title || said.title),
    host: escaped(cover.host),
    date: escaped(formatDate(cover.date)),
    heading: escaped(said.heading),
    origin: escaped(said.origin),
    chapters: chapters.map((chapter) => chapterPiece(words, chapter, manifest).outerHTML).join("\n"),
  };
  // What a function gives back is taken as it is, `$` and all.
  return frame.replace(/⟦(\w+)⟧/g, (mark, name: string) => pieces[name] ?? mark);
}

function chapterPiece(words: Words, { title, parts }: Chapter, manifest: Manifest): HTMLElement {
  const piece = words.piece("chapter");
  setText(hook(piece, "title"), title);
  hook(piece, "parts").append(...parts.map((part) => {
    const entry = words.piece("entry");
    const link = hook<HTMLAnchorElement>(entry, "link");
    setText(link, part.title);
    link.setAttribute("href", part.path);
    setText(hook(entry, "facts"), factsOf(part, manifest));
    return entry;
  }));
  return piece;
}

function escaped(text: string): string {
  return Object.assign(document.createElement("p"), { textContent: text }).innerHTML;
}
