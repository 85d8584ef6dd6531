/**
 * The XLSX code as the page sees it. It is a script of its own (`xlsx-entry.ts`), loaded when the first
 * workbook is written or read: a classic script, since `import()` does not work from file://.
 */

import type { ChecklistData, Result, ResultFile } from "../types";
import type { GridOptions, NamedGrid } from "./grids";
import type { Picked } from "./grids-read";
import type { Table } from "./table";

export interface XlsxEngine {
  exportXlsx(record: ResultFile, checklist: ChecklistData, options: GridOptions): Promise<Uint8Array<ArrayBuffer>>;
  exportTables(tables: readonly Table[]): Promise<Uint8Array<ArrayBuffer>>;
  /** The sheets of any workbook as texts. */
  readTables(bytes: Uint8Array): Promise<Result<readonly NamedGrid[]>>;
  /** The tables of a result file. */
  readGrids(bytes: Uint8Array): Promise<Result<Picked>>;
}

/** Loads the script and gives what it left in `globalThis.KyogikaiXlsx`. May reject. */
export type LoadXlsx = () => Promise<XlsxEngine>;
