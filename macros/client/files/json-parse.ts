/** Parsing JSON text from outside, judged before and after. */

import type { Result } from "../types";
import { MOST_NODES, judgeJsonText, judgeTree, refused } from "./refuse";

/** The value in `text`; refused if it is broken, too deep, has more than `most` values or carries prototype keys. */
export function parseJson(text: string, most = MOST_NODES): Result<unknown> {
  const before = judgeJsonText(text, most);
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
