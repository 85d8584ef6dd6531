/** Loads the XLSX script once, by a classic `<script src>`: `import()` does not work from file://. */

import type { LoadXlsx, XlsxEngine } from "../../client/files/engine";

export function xlsxLoader(source: string): LoadXlsx {
  let loading: Promise<XlsxEngine> | null = null;
  return () => {
    loading ??= load(source).catch((error: unknown) => {
      loading = null; // the next try may succeed
      throw error;
    });
    return loading;
  };
}

function load(source: string): Promise<XlsxEngine> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.addEventListener("load", () => {
      const engine = (globalThis as { KyogikaiXlsx?: XlsxEngine }).KyogikaiXlsx;
      if (engine) resolve(engine);
      else reject(new Error("the XLSX script left no engine"));
    });
    script.addEventListener("error", () => {
      script.remove();
      reject(new Error("the XLSX script cannot be loaded"));
    });
    document.head.append(script);
  });
}
