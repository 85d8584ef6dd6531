/** A file that somebody dropped → a checklist, or every reason why not. Nothing is kept here. */

import type { LoadXlsx } from "../files/engine";
import { decodeText } from "../files/decode";
import type { FileLike } from "../files/import";
import { sniff } from "../files/import";
import { judge, refusedFor } from "./judge";
import { LIMITS, OWN } from "./messages";
import { readGrids } from "./read-grids";
import type { Draft, OwnChecklist, OwnResult, Standards } from "./types";

/** What the lazily loaded YAML script leaves in `globalThis.KyogikaiYaml`. */
export interface YamlEngine {
  readYaml(text: string, standards: Standards): Draft;
}

export interface Engines {
  readonly xlsx: LoadXlsx;
  readonly yaml: () => Promise<YamlEngine>;
}

const BYTES = 1024 * 1024;

export async function readOwnFile(file: FileLike & { readonly name: string }, standards: Standards, engines: Engines): Promise<OwnResult<OwnChecklist>> {
  if (file.size === 0) return refusedFor([OWN.empty]);
  if (file.size > LIMITS.megabytes * BYTES) return refusedFor([OWN.tooLarge(Math.ceil(file.size / BYTES))]);
  const buffer = await file.arrayBuffer().catch(() => null);
  if (buffer === null) return refusedFor([OWN.unreadable]);
  const draft = await draftOf(new Uint8Array(buffer), standards, engines);
  return typeof draft === "string" ? refusedFor([draft]) : judge(draft, standards, file.name.replace(/\.[a-z]+$/i, ""));
}

/** The draft, or the one sentence that says why there is none. */
async function draftOf(bytes: Uint8Array, standards: Standards, engines: Engines): Promise<Draft | string> {
  const kind = sniff(bytes);
  if (kind === "oldExcel" || kind === "notOurs") return OWN[kind];
  if (kind === "json") return OWN.answers;
  if (kind === "xlsx") return fromWorkbook(bytes, engines);
  const text = decodeText(bytes);
  if (!text.ok) return OWN.notOurs;
  const yaml = await engines.yaml().catch(() => null);
  return yaml ? yaml.readYaml(text.value, standards) : OWN.noEngine;
}

async function fromWorkbook(bytes: Uint8Array, engines: Engines): Promise<Draft | string> {
  const engine = await engines.xlsx().catch(() => null);
  if (!engine) return OWN.noEngine;
  const sheets = await engine.readTables(bytes);
  return sheets.ok ? readGrids(sheets.value) : OWN.notWorkbook;
}
