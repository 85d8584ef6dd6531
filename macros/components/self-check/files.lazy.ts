/** What deals with files, as a script of its own: giving out, taking in, handing over (files.ts loads it). */

import { ExportDialog } from "./export-dialog";
import type { FileScript } from "./files";
import { HandoverView } from "./handover-view";
import { ImportDialog } from "./import-dialog";
import { xlsxLoader } from "./load-xlsx";
import { valueOf } from "./dom";

const script: FileScript = {
  partsFor: (context, numbers, deeds) => {
    const loadXlsx = xlsxLoader(valueOf(context.root, "xlsx"));
    return {
      exports: new ExportDialog(context, numbers, loadXlsx),
      imports: new ImportDialog(context, loadXlsx, deeds),
      handover: new HandoverView(context, numbers, loadXlsx),
    };
  },
};
(globalThis as { KyogikaiFiles?: FileScript }).KyogikaiFiles = script;
