/** A record as a file for an audience: name, type and bytes. */

import { forAudience } from "../audience";
import type { Audience } from "../audience";
import { resultFileName } from "../filename";
import * as MESSAGES from "../messages";
import type { ChecklistData, Result, ResultFile } from "../types";
import { exportCsv } from "./csv";
import type { LoadXlsx } from "./engine";
import type { Cover, GridOptions } from "./grids";
import { exportJson } from "./json";
import { refused } from "./refuse";

export const FILE_KINDS = ["xlsx", "csv", "json"] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export interface ExportedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export const FILE_TYPES: Readonly<Record<FileKind, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
  json: "application/json",
};

/** What a file for `audience` shows of its own: the mark at the top, and the column 手元メモ or not. */
export function gridOptions(audience: Audience): GridOptions {
  return { withPrivate: audience === "self", mark: MESSAGES.audience.marks[audience] };
}

/** The file's name: a backup holds 手元メモ, so it must not be taken for the file that is handed round. */
export function exportName(record: ResultFile, kind: FileKind, audience: Audience, mark = ""): string {
  const backup = audience === "self" ? MESSAGES.file.backup : "";
  return resultFileName(forAudience(record, audience), kind, [mark, backup].filter(Boolean).join("_"));
}

export interface ExportExtras {
  /** What the file is, for its name: 引継ぎ. */
  readonly mark?: string;
  /** A sheet before the others, for people to read; a workbook only. */
  readonly cover?: Cover;
}

/** Makes the file. Refused only if the XLSX script cannot be loaded. */
export async function exportFile(
  record: ResultFile,
  checklist: ChecklistData,
  kind: FileKind,
  audience: Audience,
  loadXlsx: LoadXlsx,
  extras: ExportExtras = {},
): Promise<Result<ExportedFile>> {
  const leaving = forAudience(record, audience);
  const options = { ...gridOptions(audience), ...(extras.cover ? { cover: extras.cover } : {}) };
  const done = (bytes: Uint8Array<ArrayBuffer>): Result<ExportedFile> => {
    return { ok: true, value: { name: exportName(record, kind, audience, extras.mark), type: FILE_TYPES[kind], bytes } };
  };
  if (kind === "json") return done(exportJson(leaving));
  if (kind === "csv") return done(exportCsv(leaving, checklist, options));
  const engine = await loadXlsx().catch(() => null);
  return engine ? done(await engine.exportXlsx(leaving, checklist, options)) : refused("noEngine");
}
