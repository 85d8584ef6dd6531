/** A plain table for XLSX and CSV, with what the eye needs. */

export interface Table {
  readonly name: string;
  /** In characters, by column; the last counts for all further columns. */
  readonly widths: readonly number[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Columns that stay in sight while one scrolls. */
  readonly fixed: number;
  /** Columns for machines (ids): there, but not shown. */
  readonly hidden?: readonly number[];
}
