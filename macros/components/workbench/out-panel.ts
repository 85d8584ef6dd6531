/** Step 5: what is seen now, as files. */

import { writeAnonymousManifest, writeManifest } from "../../client/aggregate/manifest";
import { agendaTable, fileTable, matrixTable, requestTable, spreadTable } from "../../client/aggregate/tables";
import { toIsoDate } from "../../client/dates";
import { formatCsv } from "../../client/files/csv";
import type { Table } from "../../client/files/table";
import { safeFileName } from "../../client/filename";
import { personalHints } from "../../client/personal";
import { closestHook, hook, listItem, setText, show, valueOf } from "../self-check/dom";
import { download } from "../self-check/download";
import type { Context, Panel } from "./context";
import { showFilled } from "./panel";
import { stateOf } from "./states";

const TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
  json: "application/json",
} as const;
type Kind = keyof typeof TYPES;

const MOST_HINTS = 20;

export class OutPanel implements Panel {
  readonly #panel: HTMLElement;

  constructor(private readonly context: Context) {
    const { root, signal } = context;
    this.#panel = hook(root, "panel", "out");
    const onClick = (event: Event) => {
      const button = closestHook(event.target, "export");
      if (button) void this.#export(valueOf(button, "export") as Kind);
    };
    this.#panel.addEventListener("click", onClick, { signal });
  }

  render(): void {
    const { bench, words } = this.context;
    const filled = bench.desk.entries.length > 0;
    showFilled(this.#panel, filled);
    show(hook(this.#panel, "out-trouble"), false);
    setText(hook(this.#panel, "out-said"), "");
    const box = hook(this.#panel, "leaving-box");
    box.classList.toggle("callout--caution", !bench.anonymous);
    box.classList.toggle("callout--done", bench.anonymous);
    setText(hook(box, "leaving-title"), words.say(bench.anonymous ? "leaving.anonymous" : "leaving.open"));
    const lines = bench.anonymous ? ["numbers", "requests", "agenda", "never"] : ["names", "notes", "never"];
    hook(box, "leaving").replaceChildren(...lines.map((line) => listItem(words.say(`leaving.${line}`))));
    this.#renderPersonal(filled && !this.#panel.hidden && !bench.anonymous);
  }

  /** A reminder, not a judge: texts that seem to tell who somebody is. */
  #renderPersonal(look: boolean): void {
    const { words } = this.context;
    const found = look ? this.#texts().filter(({ text }) => personalHints(text).length > 0) : [];
    const lines = found.slice(0, MOST_HINTS).map((one) => listItem(words.say("personal.line", one)));
    if (found.length > MOST_HINTS) lines.push(listItem(words.say("personal.more", { count: found.length - MOST_HINTS })));
    hook(this.#panel, "personal-list").replaceChildren(...lines);
    show(hook(this.#panel, "personal"), found.length > 0);
  }

  #texts(): readonly { readonly where: string; readonly text: string }[] {
    const { bench, words } = this.context;
    const ofCouncils = bench.sight.columns.flatMap((column) => [
      ...column.requests.map(({ text }) => ({ where: `${column.label}・${words.say("personal.request")}`, text })),
      ...bench.checklist.domains.flatMap(({ items }) => items).flatMap((item) => {
        return column.notes(item.id).map(({ text, kind }) => ({ where: `${column.label}・${words.say(`note.${kind}`)}`, text }));
      }),
    ]);
    const ofAgenda = bench.agenda.map(({ title, memo }) => ({ where: words.say("personal.agenda"), text: `${title} ${memo}` }));
    return [...ofCouncils, ...ofAgenda];
  }

  async #export(kind: Kind): Promise<void> {
    const { bench, words } = this.context;
    const bytes = await this.#bytes(kind).catch(() => null);
    const trouble = hook(this.#panel, "out-trouble");
    show(trouble, bytes === null);
    if (bytes === null) return setText(trouble, words.say("xlsx.missing"));
    const parts = [words.say("file.stem"), ...(bench.isSample ? [words.say("file.sample")] : []), ...(bench.anonymous ? [words.say("file.anonymous")] : []), toIsoDate(new Date())];
    const name = safeFileName(parts.join("_"), kind);
    download(name, TYPES[kind], bytes);
    if (kind === "json" && !bench.anonymous) bench.saved();
    setText(hook(this.#panel, "out-said"), words.say("exported", { name }));
  }

  async #bytes(kind: Kind): Promise<Uint8Array<ArrayBuffer>> {
    const { bench, loadXlsx } = this.context;
    if (kind === "xlsx") return (await loadXlsx()).exportTables(this.#tables());
    if (kind === "json") {
      return bench.anonymous ? writeAnonymousManifest(bench.sight, bench.agenda) : writeManifest(bench.desk, new Date().toISOString());
    }
    const { header, rows } = matrixTable(bench.sight, true);
    return new TextEncoder().encode(`\ufeff${formatCsv([header, ...rows.map((row) => row.map(String))])}`);
  }

  #tables(): readonly Table[] {
    const { bench } = this.context;
    const seen = [matrixTable(bench.sight), spreadTable(bench.sight), requestTable(bench.sight), agendaTable(bench.agenda)];
    if (bench.anonymous) return seen;
    const lines = bench.desk.entries.map((entry) => ({ entry, state: stateOf(this.context, bench.sorted, entry) }));
    return [...seen, fileTable(bench.desk, lines)];
  }
}
