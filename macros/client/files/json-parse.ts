/** Parsing JSON text from outside, judged before and after. */

import type { Result } from "../types";
import { judgeJsonText, judgeTree, refused } from "./refuse";

/** The value in `text`; refused if it is broken, too deep, too large or carries prototype keys. */
export function parseJson(text: string): Result<unknown> {
  const before = judgeJsonText(text);
  if (before) return { ok: false, refusal: before };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused("damaged");
  }
  const after = judgeTree(value);
  return after ? { ok: false, refusal: after } : { ok: true, value };
}
