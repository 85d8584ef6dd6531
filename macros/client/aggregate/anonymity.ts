/**
 * Anonymous display. Whatever is shown, printed or written comes from a `Sight` (sight.ts); the rules of
 * what may be seen in it are here, and each of them fails closed: what cannot be judged is not shown.
 */

/** A group of fewer councils than this is not shown. */
export const SMALLEST_GROUP = 5;

/**
 * The groups of one division that may be shown beside their total. A group under five is not; nor may the
 * hidden ones together be under five, since they could be worked out as the total less the shown: then the
 * smallest shown group is hidden too, and so on.
 */
export function releasable(groups: ReadonlyMap<string, number>, smallest = SMALLEST_GROUP): ReadonlySet<string> {
  if (!(smallest >= 1) || [...groups.values()].some((size) => !Number.isInteger(size) || size < 0)) return new Set();
  const sizes = [...groups].filter(([, size]) => size > 0).sort(([a, left], [b, right]) => left - right || (a < b ? -1 : 1));
  const hidden = sizes.filter(([, size]) => size < smallest);
  const shown = sizes.filter(([, size]) => size >= smallest);
  let together = hidden.reduce((sum, [, size]) => sum + size, 0);
  while (together > 0 && together < smallest) {
    const next = shown.shift();
    if (!next) break;
    together += next[1];
  }
  return new Set(shown.map(([key]) => key));
}

/** Numbers for names: the same as long as the page is open, and telling nothing about the order of the files. */
export function pseudonyms(ids: readonly string[], random: (id: string) => number): ReadonlyMap<string, number> {
  const drawn = ids.map((id) => ({ id, lot: random(id) })).sort((a, b) => a.lot - b.lot || (a.id < b.id ? -1 : 1));
  return new Map(drawn.map(({ id }, at) => [id, at + 1]));
}

/** `text` with every one of `names` replaced. Longer names go first, so that no piece of one is left standing. */
export function redact(text: string, names: readonly string[], mark: string): string {
  const longest = [...new Set(names)].filter((name) => name !== "").sort((a, b) => b.length - a.length);
  return longest.reduce((left, name) => left.split(name).join(mark), text);
}

/** The forms in which a council's name may stand in a text: whole, with its prefecture, and without 市町村区. */
export function namesOf(prefecture: string, name: string): readonly string[] {
  const stem = name.replace(/(?:協議会|自立支援協議会)$/u, "").replace(/[市町村区]$/u, "");
  return [prefecture + name, name, prefecture, prefecture.replace(/[都府県]$/u, ""), ...(stem.length > 1 ? [stem] : [])];
}
