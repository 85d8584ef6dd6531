/** What a record needs beyond answering, as a script of its own: result, agreement, papers, files (later.ts loads it). */

import { toIsoDate } from "../../client/dates";
import { sampleRecord } from "../../client/sample";
import { valueOf } from "./dom";
import { ExportDialog } from "./export-dialog";
import { GroupView } from "./group-view";
import { HandoverView } from "./handover-view";
import { ImportDialog } from "./import-dialog";
import type { LaterScript } from "./later";
import { xlsxLoader } from "./load-xlsx";
import { printHandover } from "./print-handover";
import { printResult } from "./print-result";
import { ResultView } from "./result-view";
import { YearView } from "./year-view";

const script: LaterScript = {
  partsFor: (context, numbers, deeds) => {
    const loadXlsx = xlsxLoader(valueOf(context.root, "xlsx"));
    const handover = new HandoverView(context, numbers, loadXlsx);
    const result = new ResultView(context, numbers, new YearView(context, deeds.deletion, deeds.backup), handover);
    return {
      exports: new ExportDialog(context, numbers, loadXlsx),
      imports: new ImportDialog(context, loadXlsx, deeds),
      handover, result,
      group: new GroupView(context, numbers),
      paper: {
        result: () => printResult(context, numbers, result.basis),
        handover: () => printHandover(context, numbers, handover.withPrivate),
      },
      sample: () => sampleRecord(context.checklist, (key) => context.words.say(`sample.${key}`), toIsoDate(new Date())),
    };
  },
};
(globalThis as { KyogikaiLater?: LaterScript }).KyogikaiLater = script;
