/** Entry of the lazily loaded script: leaves the XLSX engine where the page's loader finds it. */

import type { XlsxEngine } from "./engine";
import { exportTables, exportXlsx, readGrids, readTables } from "./xlsx";

const engine: XlsxEngine = { exportTables, exportXlsx, readGrids, readTables };
(globalThis as { KyogikaiXlsx?: XlsxEngine }).KyogikaiXlsx = engine;
