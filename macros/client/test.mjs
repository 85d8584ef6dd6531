/**
 * Runs the unit tests of the browser code: bundles each *.test.ts under macros/ into build/ and hands
 * them to Node's own test runner. `npm test -- storage` runs those with "storage" in their path.
 */

import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const outdir = join(root, "build", "unit-tests");
const wanted = process.argv[2] ?? "";

const tests = readdirSync(join(root, "macros"), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".test.ts") && path.includes(wanted))
  .map((path) => join(root, "macros", path))
  .sort();
if (tests.length === 0) {
  console.error(`「${wanted}」を含むテストがありません。`);
  process.exit(1);
}

rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: tests,
  outdir,
  outbase: join(root, "macros"),
  bundle: true,
  platform: "node",
  target: "node20",
  external: ["yaml"], // its Node build is CommonJS, which cannot stand in a module; the browser tests run the other
  format: "esm",
  outExtension: { ".js": ".mjs" },
  sourcemap: "inline",
  logLevel: "warning",
});

const bundles = tests.map((path) => join(outdir, relative(join(root, "macros"), path)).replace(/\.ts$/, ".mjs"));
const run = spawnSync(process.execPath, ["--enable-source-maps", "--test", ...bundles], { cwd: root, stdio: "inherit" });
process.exit(run.status ?? 1);
