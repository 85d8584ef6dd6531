/** What the fixtures saved-by-libreoffice.xlsx and reworked-in-libreoffice.xlsx were made of. */

import { setAgreed, setNote, setReason } from "../answers";
import { addSnapshot, stampRecord } from "../record";
import type { ResultFile } from "../types";
import { answered } from "./records";

export function savedRecord(): ResultFile {
  let record = answered({ "it-a1": "done", "it-a2": "not", "it-a3": "unknown", "it-b1": "not_applicable", "it-c2": "deferred" });
  record = setNote(setNote(record, "it-a1", "note_shared", "一行目\n  二行目"), "it-a1", "evidence", "=1+1");
  record = setReason(setAgreed(record, "it-a1", "mostly", "みんなで決めた"), "it-b1", "対象者がいない");
  record = addSnapshot(record, "昨年", "2025-11-20");
  record = {
    ...record,
    plan: {
      goals: [{ text: "部会をひらく", due: "2027-03-31" }],
      actions: [{ text: "担当を決める", owner: "係長", due: "年度末", status: "doing", items: ["it-a1", "it-a2"] }],
      requests: [{ text: "研修をひらいてほしい", to: "県", items: ["it-b1"] }],
    },
  };
  return stampRecord(record, new Date("2026-11-21T01:00:00Z"));
}
