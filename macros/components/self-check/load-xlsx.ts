/** The script that reads and writes workbooks, loaded when the first one is needed. */

import type { LoadXlsx, XlsxEngine } from "../../client/files/engine";
import { scriptLoader } from "./load-script";

export function xlsxLoader(source: string): LoadXlsx {
  return scriptLoader<XlsxEngine>(source, "KyogikaiXlsx");
}
