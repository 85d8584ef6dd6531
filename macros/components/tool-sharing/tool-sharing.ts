/** 個人情報の共有判断: the questions, and the record of the answers as text. Nothing is kept and nothing is sent. */

import { toIsoDate } from "../../client/dates";
import { safeFileName } from "../../client/filename";
import { sharingRecord } from "../../client/tools/sharing";
import { hook, setText } from "../self-check/dom";
import { download } from "../self-check/download";
import { GuideForm } from "../tool-guide/form";
import { printOnly } from "../tool-guide/print";

const root = document.querySelector<HTMLElement>("[data-js-guide]");
if (root) start(root);

function start(root: HTMLElement): void {
  const record = hook<HTMLTextAreaElement>(root, "record");
  const said = hook(root, "said");
  const form = new GuideForm(root, (way, guide) => {
    setText(said, "");
    const head = { date: toIsoDate(new Date()), site: record.dataset["site"] ?? "" };
    record.value = way.outcome ? sharingRecord(guide, way, head).replaceAll("\r\n", "\n") : "";
  });

  function tell(key: string, name = ""): void {
    setText(said, (said.dataset[key] ?? "").replace("{name}", name));
  }

  hook(root, "copy").addEventListener("click", async () => {
    tell((await copied(record)) ? "copied" : "failed");
  });
  hook(root, "save").addEventListener("click", () => {
    const name = safeFileName(`${record.dataset["stem"] ?? ""}_${toIsoDate(new Date())}`, "txt");
    // With a byte order mark, so that older editors do not take it for Shift_JIS.
    download(name, "text/plain;charset=utf-8", `\ufeff${record.value.replaceAll("\n", "\r\n")}`);
    tell("saved", name);
  });
  hook(root, "print").addEventListener("click", () => printResult(root));
  hook(root, "reset").addEventListener("click", () => {
    form.load({});
    form.focus();
  });
}

/** The small numbers in the result need the list of sources on paper too. */
function printResult(root: HTMLElement): void {
  const sources = document.querySelector<HTMLDetailsElement>("details.sources");
  const open = sources?.open ?? false;
  if (sources) sources.open = true;
  printOnly(sources ? [root, sources] : [root], () => {
    if (sources) sources.open = open;
  });
}

/** The clipboard may be forbidden: then the text is selected, and the browser's own copying is tried. */
async function copied(area: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(area.value);
    return true;
  } catch {
    area.select();
    return document.execCommand("copy");
  }
}
