import assert from "node:assert/strict";
import { test } from "node:test";

import { restored } from "./transform";

test("a transformed text is restored", () => {
  // Both are computed by hand in tests/test_search.py.
  assert.equal(restored("abn", 4, " $ $$ "), "banana");
  assert.equal(restored("a", 5, " !"), "aaaaa");
  assert.equal(restored("", 0, ""), "");
});
