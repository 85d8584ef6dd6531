/**
 * Runs the search engine without a browser: `node engine.mjs <search-index.js> < queries.json` reads a list of
 * queries and writes, for each, the addresses of the results in order.
 */

import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const MOST = 10;
const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const made = await build({
  stdin: {
    contents: 'export { makeEngine } from "./engine"; export { unpack } from "./unpack";',
    resolveDir: `${root}/macros/client/search`, loader: "ts",
  },
  bundle: true, format: "esm", platform: "node", target: "node20", write: false,
});
const { makeEngine, unpack } = await import(`data:text/javascript;base64,${Buffer.from(made.outputFiles[0].contents).toString("base64")}`);
const script = readFileSync(process.argv[2], "utf8");
const packed = new Function(`${script.replace("kyogikaiSearchIndex=", "return ")}`)();
const engine = await makeEngine(unpack(packed));
const queries = JSON.parse(readFileSync(0, "utf8"));
const results = queries.map((query) => engine.search(query).hits.slice(0, MOST).map(({ of }) => of.url));
process.stdout.write(JSON.stringify(results));
