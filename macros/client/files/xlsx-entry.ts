/** Entry of the lazily loaded script: leaves the XLSX engine where the page's loader finds it. */

import type { XlsxEngine } from "./engine";
import { exportXlsx, readSheets, readXlsxFile } from "./xlsx";

const engine: XlsxEngine = { exportXlsx, readXlsxFile, readSheets };
(globalThis as { KyogikaiXlsx?: XlsxEngine }).KyogikaiXlsx = engine;
