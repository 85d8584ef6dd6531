import assert from "node:assert/strict";
import { test } from "node:test";

import { folded, holdsWords } from "./fold";

test("width, case and kana make no difference", () => {
  assert.equal(folded("ﾎｯｶｲﾄﾞｳ ＯＪＴ"), folded("ほっかいどう ojt"));
});

test("every word has to be there, in any order", () => {
  assert.ok(holdsWords("機能強化（Ⅰ）の事業所", "事業所　機能"));
  assert.ok(!holdsWords("機能強化（Ⅰ）の事業所", "事業所 加算"));
});

test("an empty query finds everything", () => {
  assert.ok(holdsWords("北海道", "  "));
});
