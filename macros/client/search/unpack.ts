/** assets/app/search-index.js (macros/search/pack.py) → documents and tables. */

/** The index as the script leaves it: texts whose characters are codes of ranks in `symbols`. */
export interface Packed {
  readonly format: number;
  readonly kinds: readonly (readonly [name: string, label: string])[];
  /** What each code stands for, parted by U+E000. */
  readonly symbols: string;
  readonly places: string;
  /** Columns: kind, place, anchor, title, also, asked, text. */
  readonly documents: readonly string[];
  readonly readings: string;
  readonly synonyms: string;
  readonly variants: string;
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

export const FORMAT = 3;

/** Reverse the packing. Throws if the index is of another release than this script. */
export function unpack(packed: Packed): Library {
  if (packed.format !== FORMAT) throw new Error(`search index format ${packed.format}, expected ${FORMAT}`);
  const decode = decoder(packed.symbols.split("\ue000"));
  const table = (text: string): string[][] => (text ? decode(text).split("\n").map((line) => line.split("\t")) : []);
  const places = table(packed.places);
  const columns = packed.documents.map((column) => decode(column).split("\n"));
  const [kinds = [], numbers = [], anchors = [], titles = [], others = [], asked = [], texts = []] = columns;
  const documents = titles.map((title, i): Document => {
    const [path = "", place = ""] = places[Number(numbers[i])] ?? [];
    // * is the name of the page.
    const anchor = anchors[i]?.replace("*", path.replace(/^.*\/|\.html$/g, ""));
    return {
      kind: Number(kinds[i]), url: anchor ? `${path}#${anchor}` : path,
      title, also: others[i] ?? "", asked: asked[i] ?? "", text: texts[i] ?? "", place,
    };
  });
  return {
    kinds: packed.kinds, documents, readings: table(packed.readings),
    synonyms: [...typedFirst(table(packed.synonyms)), ...otherNames(packed.kinds, documents)], variants: table(packed.variants),
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

/** Codes in order: printable ASCII but for " \ <, then U+00A1–U+1FFF, then U+3000–U+D7FF. */
function decoder(symbols: readonly string[]): (text: string) => string {
  const meanings: string[] = [];
  let next = 0x20;
  for (const symbol of symbols) {
    while (next === 0x22 || next === 0x5c || next === 0x3c) next += 1;
    if (next === 0x7f) next = 0xa1;
    if (next === 0x2000) next = 0x3000;
    meanings[next] = symbol;
    next += 1;
  }
  return (text) => {
    const out = new Array<string>(text.length);
    for (let i = 0; i < text.length; i += 1) out[i] = meanings[text.charCodeAt(i)] ?? "";
    return out.join("");
  };
}
