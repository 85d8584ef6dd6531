/**
 * XLSX out and in. A separate entry (`xlsx-entry.ts`): loaded only when somebody needs it.
 *
 * ## The workbook's contract (the blank sheet of macros/exports/xlsx.py follows it too)
 * Names are in `sheet.ts`. Nothing is found by position; sheets, columns and rows are found by name.
 *
 * 1. Sheet 「点検シート」, visible, first.
 *    - Above the table: cells with a label of INFO_LABELS, the value in the next cell to the right.
 *      Other text there (title, how to fill in) is free. The date may be a real date cell,
 *      2026-11-21, 2026/11/21 or 令和8年11月21日.
 *    - The header row is the first row (of the first 50) that has 「項目ID」, 「項目」 and 「答え」 as cells.
 *      Columns are those of ANSWER_COLUMNS in any order; only 「項目ID」 and 「答え」 have to be filled in;
 *      others may be missing, be hidden or stand among columns of one's own, which are ignored.
 *      Each header name stands once.
 *    - Below it one row for each item. 「項目ID」 holds the item's id; rows without one are skipped
 *      (headings of domains). 「答え」 holds a label of the scale, a label of STATE_LABELS, 「未回答」 or
 *      nothing. 「目標の段階」 and 「合意した答え」 hold a label of the scale or nothing.
 *    - A text longer than a cell may be goes on in the row below, with the same 「項目ID」 and
 *      「（続き）」 under 「答え」.
 * 2. Sheet 「計画」, visible, optional. The header row is the first row whose first cell is 「計画の種類」;
 *    columns of PLAN_COLUMNS; kinds 目標・取組・要望; item ids separated by spaces.
 * 3. Sheet `_meta`, hidden. Column A a key of META_KEYS, column B its value; a value too long for a cell
 *    goes on in the next row under the same key. A blank sheet needs format ("kyogikai-check/1"),
 *    checklist.id, checklist.version, checklist.items_digest, subject.kind.
 *
 * Every cell is text (a string cell, never a formula). No answer's text is in `_meta`: who deletes a
 * column or a row before handing the file on must be able to rely on its being gone.
 */
export {};
