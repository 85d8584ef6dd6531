/** assets/app/search-index.js (macros/search/pack.py) → documents and tables. */

import { restored } from "./transform";

/** The index as the script leaves it (transform.ts). */
export interface Packed {
  readonly format: number;
  readonly kinds: readonly (readonly [name: string, label: string])[];
  /** Empty where `codes` is the text as it is (while the site is served to its author). */
  readonly symbols: string;
  readonly end: number;
  /** Tables of places, readings, synonyms and variants, then the columns of the documents: kind, place, anchor, title, also, asked, text. */
  readonly codes: string;
}

/** One thing that can be found. */
export interface Document {
  /** Index of its kind. */
  readonly kind: number;
  /** Page from the site's root, with the anchor. */
  readonly url: string;
  readonly title: string;
  /** Other names, readings and places, apart by spaces. */
  readonly also: string;
  /** Sentences that it answers, apart by spaces: searched, never shown. */
  readonly asked: string;
  readonly text: string;
  /** Where it stands: 「ハンドブック › 会議」. */
  readonly place: string;
}

/** What the engine works with. */
export interface Library {
  readonly kinds: Packed["kinds"];
  readonly documents: readonly Document[];
  /** Reading and the words that are read so. */
  readonly readings: readonly (readonly string[])[];
  /** What somebody may type, and the words of the site for it. */
  readonly synonyms: readonly (readonly string[])[];
  /** Another spelling of a word, and the word. */
  readonly variants: readonly (readonly string[])[];
}

export const FORMAT = 4;

/** Reverse the packing. Throws if the index is of another release than this script. */
export function unpack(packed: Packed): Library {
  if (packed.format !== FORMAT) throw new Error(`search index format ${packed.format}, expected ${FORMAT}`);
  const text = packed.symbols === "" ? packed.codes : restored(packed.symbols, packed.end, packed.codes);
  return libraryOf(packed.kinds, text);
}

/** The text of the index, its parts parted by U+E000, as documents and tables. */
export function libraryOf(of: Packed["kinds"], text: string): Library {
  const [places = "", readings = "", synonyms = "", variants = "", ...columns] = text.split("\ue000");
  const table = (part: string): string[][] => (part ? part.split("\n").map((line) => line.split("\t")) : []);
  const where = table(places);
  const [kinds = [], numbers = [], anchors = [], titles = [], others = [], asked = [], texts = []] = columns.map((column) => column.split("\n"));
  const documents = titles.map((title, i): Document => {
    const [path = "", place = ""] = where[Number(numbers[i])] ?? [];
    // * is the name of the page.
    const anchor = anchors[i]?.replace("*", path.replace(/^.*\/|\.html$/g, ""));
    return {
      kind: Number(kinds[i]), url: anchor ? `${path}#${anchor}` : path,
      title, also: others[i] ?? "", asked: asked[i] ?? "", text: texts[i] ?? "", place,
    };
  });
  return {
    kinds: of, documents, readings: table(readings),
    synonyms: [...typedFirst(table(synonyms)), ...otherNames(of, documents)], variants: table(variants),
  };
}

/** Rows of a word and what may be typed for it → a row for each that may be typed, then the word. */
function typedFirst(rows: readonly (readonly string[])[]): string[][] {
  return rows.flatMap(([word = "", ...typed]) => typed.map((other) => [other, word]));
}

/** Terms are typed by their other names, and the other way round; the last name beside a term is its reading. */
function otherNames(kinds: Packed["kinds"], documents: readonly Document[]): string[][] {
  return documents.filter(({ kind }) => kinds[kind]?.[0] === "term").flatMap(({ title, also }) => {
    const others = also.split(" ").slice(0, -1);
    return others.length ? [...others.map((other) => [other, title]), [title, ...others]] : [];
  });
}
