import assert from "node:assert/strict";
import { test } from "node:test";
import { CHECKLIST } from "../testing/checklist";
import { tellVersions } from "./versions-told";

test("版のちがいを、古い変更から順に言葉で", () => {
  assert.deepEqual(tellVersions("1.0.0", CHECKLIST), [
    "版 1.1.0：id を改めた",
    "場所や ID の変わった項目（答えは移ります）：「it-b1 をしていますか。」",
    "版 2.0.0：運営を見直した",
    "場所や ID の変わった項目（答えは移ります）：「it-b1 をしていますか。」",
    "なくなった項目（答えは消さずに残ります）：it-gone",
  ]);
});

test("同じ版や新しい版には、何も言わない", () => {
  assert.deepEqual([tellVersions("2.0.0", CHECKLIST), tellVersions("3.0.0", CHECKLIST)], [[], []]);
});
