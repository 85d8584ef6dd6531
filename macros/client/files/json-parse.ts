/** Parsing JSON text from outside, judged before and after. */

import type { Result } from "../types";
import { MOST_NODES, judgeJsonText, judgeTree, refused } from "./refuse";

/** The value in `text`; refused if it is broken, too deep, has more than `most` values or carries prototype keys. */
export function parseJson(text: string, most = MOST_NODES): Result<unknown> {
  // Every value takes a sign at least: a short text cannot hold too many, and its depth is judged below.
  const before = text.length > MOST_NODES ? judgeJsonText(text, most) : null;
  if (before) return { ok: false, refusal: before };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused("damaged");
  }
  const after = judgeTree(value, most);
  return after ? { ok: false, refusal: after } : { ok: true, value };
}
