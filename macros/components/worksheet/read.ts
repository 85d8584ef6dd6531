/** A file of the worksheet's own, XLSX or JSON, back to a worksheet. */

import { decodeText } from "../../client/files/decode";
import type { LoadXlsx } from "../../client/files/engine";
import { sniff } from "../../client/files/import";
import { parseJson } from "../../client/files/json-parse";
import { refused } from "../../client/files/refuse";
import type { Result } from "../../client/types";
import { readWorksheet, readWorksheetRows } from "../../client/worksheet";
import type { Worksheet } from "../../client/worksheet";

export async function readWorksheetFile(bytes: Uint8Array, loadXlsx: LoadXlsx): Promise<Result<Worksheet>> {
  const kind = sniff(bytes);
  if (kind === "xlsx") {
    const engine = await loadXlsx().catch(() => null);
    const sheets = engine ? await engine.readTables(bytes) : refused("noEngine");
    if (!sheets.ok) return sheets;
    const read = sheets.value.map(({ grid }) => readWorksheetRows(grid));
    return read.find((one) => one.ok) ?? read[0] ?? refused("noTable");
  }
  if (kind !== "json") return refused(kind === "csv" ? "notOurs" : kind);
  const text = decodeText(bytes);
  const value = text.ok ? parseJson(text.value) : text;
  return value.ok ? readWorksheet(value.value) : value;
}
