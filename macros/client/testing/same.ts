/** Comparing long texts without printing them whole. */

import assert from "node:assert/strict";

/** Fails with the first place where two texts part, and a little around it. */
export function assertSame(actual: string, expected: string, label: string): void {
  if (actual === expected) return;
  let at = 0;
  while (at < actual.length && actual[at] === expected[at]) at += 1;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 60));
  assert.fail(`${label}: ${at} 文字目で分かれる\n  結果 ${around(actual)}\n  期待 ${around(expected)}`);
}
