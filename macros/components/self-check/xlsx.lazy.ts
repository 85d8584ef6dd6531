/** The XLSX code as a script of its own: loaded when the first workbook is written or read. */

import "../../client/files/xlsx-entry";
