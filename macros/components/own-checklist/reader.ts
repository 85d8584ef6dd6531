/** Reading a checklist of somebody's own, on every page that takes one. Hooks: own-standards; own-yaml on the root. */

import type { LoadXlsx } from "../../client/files/engine";
import type { FileLike } from "../../client/files/import";
import { OWN } from "../../client/own/messages";
import { readOwnFile } from "../../client/own/read-file";
import type { YamlEngine } from "../../client/own/read-file";
import type { OwnChecklist, OwnResult, Standards } from "../../client/own/types";
import type { Refusal } from "../../client/types";
import { hook, valueOf } from "../self-check/dom";
import { scriptLoader } from "../self-check/load-script";

type NamedFile = FileLike & { readonly name: string };
export type ReadOwn = (file: NamedFile) => Promise<OwnResult<OwnChecklist>>;

const YAML = /\.ya?ml$/i;
const WORKBOOK = /\.xlsx$/i;
/** What a file that is no checklist either is refused with. */
const OTHER: ReadonlySet<string> = new Set([OWN.noTable, OWN.notWorkbook, OWN.noEngine]);

/** What the build wrote into the page (macros/client_data.py), so its shape is known. */
export function standardsIn(root: HTMLElement): Standards {
  return JSON.parse(hook(root, "own-standards").textContent) as Standards;
}

export function ownReader(root: HTMLElement, loadXlsx: LoadXlsx): ReadOwn {
  const standards = standardsIn(root);
  const yaml = scriptLoader<YamlEngine>(valueOf(root, "own-yaml"), "KyogikaiYaml");
  return (file) => readOwnFile(file, standards, { xlsx: loadXlsx, yaml });
}

/** What a file that was refused as answers gives as a checklist, its faults included; null where it is none. */
export async function asChecklist(read: ReadOwn, file: NamedFile, { code }: Refusal): Promise<OwnResult<OwnChecklist> | null> {
  const mayBe = YAML.test(file.name) || (WORKBOOK.test(file.name) && (code === "noTable" || code === "notOurs"));
  const result = mayBe ? await read(file) : null;
  return result && !result.ok && result.faults.some((fault) => OTHER.has(fault)) ? null : result;
}
