/**
 * Readings of a text, from the dictionary that the build made (macros/furigana/dictionary.py).
 *
 * A text that the build knows and whose words the rule below would read wrongly has its words listed
 * under its hash. For every other text the longest word at each place wins, as in Python's `Guess`.
 */

export interface DictionaryFile {
  /** Lines "surface,reading"; the first `first` are what a surface is read as in most texts. */
  readonly words: string;
  readonly first: number;
  /** Hash of a text → numbers of its words in their order. */
  readonly texts: { readonly [hash: string]: string };
  /** Terms of the glossary, one a line. */
  readonly terms: string;
}

/** Characters from `start` to before `end` and their reading; `term` says that they are part of a term. */
export interface Group {
  readonly start: number;
  readonly end: number;
  readonly reading: string;
  readonly term: boolean;
}

const DIGIT = /[0-9０-９]/;

export class Readings {
  readonly #words: readonly (readonly [string, string])[];
  readonly #default: ReadonlyMap<string, string>;
  readonly #longest = new Map<string, number>();
  readonly #texts: DictionaryFile["texts"];
  readonly #term: RegExp | null;

  constructor(file: DictionaryFile) {
    this.#words = file.words.split("\n").map((line) => [line.slice(0, line.indexOf(",")), line.slice(line.indexOf(",") + 1)] as const);
    this.#default = new Map(this.#words.slice(0, file.first));
    for (const surface of this.#default.keys()) {
      const first = surface.charAt(0);
      this.#longest.set(first, Math.max(surface.length, this.#longest.get(first) ?? 0));
    }
    this.#texts = file.texts;
    const terms = file.terms.split("\n").filter(Boolean).sort((a, b) => b.length - a.length);
    this.#term = terms.length > 0 ? new RegExp(terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"), "g") : null;
  }

  /** The groups of a text in its order. */
  groups(text: string): readonly Group[] {
    const lead = text.length - text.trimStart().length;
    const trimmed = text.trim();
    const listed = this.#texts[textHash(trimmed)];
    const found = listed === undefined ? this.#guessed(trimmed) : this.#listed(trimmed, listed);
    if (found.length === 0) return [];
    const terms = this.#terms(trimmed);
    return found.map(([start, end, reading]) => ({
      start: start + lead,
      end: end + lead,
      reading,
      term: terms.some(([from, to]) => from <= start && end <= to),
    }));
  }

  #terms(text: string): readonly (readonly [number, number])[] {
    return this.#term ? [...text.matchAll(this.#term)].map((match) => [match.index, match.index + match[0].length] as const) : [];
  }

  #listed(text: string, listed: string): readonly (readonly [number, number, string])[] {
    const found: [number, number, string][] = [];
    let place = 0;
    for (const number of listed === "" ? [] : listed.split(" ")) {
      const [surface, reading] = this.#words[Number(number)] ?? ["", ""];
      const start = surface === "" ? -1 : text.indexOf(surface, place);
      if (start < 0) continue;
      place = start + surface.length;
      found.push([start, place, reading]);
    }
    return found;
  }

  #guessed(text: string): readonly (readonly [number, number, string])[] {
    const found: [number, number, string][] = [];
    let place = 0;
    while (place < text.length) {
      const surface = this.#wordAt(text, place);
      if (surface) found.push([place, place + surface.length, this.#default.get(surface) ?? ""]);
      place += surface.length || 1;
    }
    return found;
  }

  #wordAt(text: string, place: number): string {
    if (DIGIT.test(text.charAt(place)) && DIGIT.test(text.charAt(place - 1))) return "";
    for (let length = this.#longest.get(text.charAt(place)) ?? 0; length > 0; length -= 1) {
      const surface = text.slice(place, place + length);
      if (this.#default.has(surface)) return surface;
    }
    return "";
  }
}

/** FNV-1a over UTF-16 code units, 32 bits, in base 36; `text_hash` in Python gives the same. */
export function textHash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value.toString(36);
}
