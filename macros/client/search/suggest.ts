/** Words to choose from while typing, and near words where nothing was found. */

import { fold } from "./spelling";
import { leastEdits } from "./edits";
import type { Library } from "./unpack";

const MOST = 5;
const LONGEST = 30;

interface Name {
  readonly word: string;
  /** What it may begin with: its own spelling, other names and readings. */
  readonly spellings: readonly string[];
}

export interface Suggest {
  /** Terms that begin with what was typed (or its last word), the shortest first. */
  beginning(typed: string): string[];
  /** Terms that are spelled nearly as what was typed. */
  near(typed: string): string[];
}

export function makeSuggest(library: Library): Suggest {
  const names: Name[] = library.documents
    .filter(({ kind }) => library.kinds[kind]?.[0] === "term")
    .map(({ title, also }) => ({ word: title, spellings: [title, ...also.split(" ")].map(fold) }))
    .sort((a, b) => a.word.length - b.word.length);
  return {
    beginning(typed) {
      const words = typed.trim().split(/\s+/);
      const last = words.pop() ?? "";
      const start = fold(last);
      if (!start || start.length > LONGEST) return [];
      const before = words.length ? `${words.join(" ")} ` : "";
      return names
        .filter(({ spellings }) => spellings.some((spelling) => spelling.startsWith(start) && spelling !== start) && !spellings.includes(start))
        .slice(0, MOST).map(({ word }) => before + word);
    },
    near(typed) {
      const word = fold(typed).slice(0, LONGEST);
      const distance = (name: Name): number => Math.min(...name.spellings.map((spelling) => leastEdits(word, spelling, LONGEST) / Math.max(spelling.length, word.length)));
      return names
        .map((name) => ({ name, far: distance(name) })).filter(({ far }) => far < 0.85)
        .sort((a, b) => a.far - b.far).slice(0, MOST).map(({ name }) => name.word);
    },
  };
}
