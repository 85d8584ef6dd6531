/** Reads a drop, file by file, while the page goes on answering. One bad file never spoils the rest. */

import { extract, openArchive } from "../../client/aggregate/archive";
import type { Entry } from "../../client/aggregate/entry";
import { openManifest } from "../../client/aggregate/manifest";
import type { Desk } from "../../client/aggregate/manifest";
import type { Left } from "../../client/aggregate/manifest-format";
import { readAny } from "../../client/aggregate/read-any";
import { toIsoDate } from "../../client/dates";
import type { LoadXlsx } from "../../client/files/engine";
import type { Manifest } from "../../client/aggregate/manifest-format";
import type { Catalogue } from "../../client/own/catalogue";
import type { ChecklistData, Refusal } from "../../client/types";
import { asChecklist } from "../own-checklist/reader";
import type { ReadOwn } from "../own-checklist/reader";
import type { Words } from "../self-check/words";
import { isWorkingFile } from "./gather";
import type { Source } from "./gather";

/** Files read from the disk at one time: waiting for one after the other would take longer than judging them. */
const AT_ONCE = 64;
/** How long the page may be kept from answering. */
const SLICE_MS = 12;
/** Asking for a file's size stops the page (Chromium 156: half a millisecond each): only asked where a surprise is likely. */
const OURS = /\.(?:json|csv|xlsx)$/i;
const LARGEST_ZIP = 200 * 1024 * 1024;

export interface Intake {
  readonly entries: readonly Entry[];
  readonly refused: readonly Left[];
  /** Desks that manifests brought back. */
  readonly desks: readonly Desk[];
  /** Checklists of somebody's own that came with the files. */
  readonly checklists: readonly ChecklistData[];
}

export interface IntakeOptions {
  /** Learns the checklists that come with the files. */
  readonly catalogue: Catalogue;
  readonly loadXlsx: LoadXlsx;
  readonly readOwn: ReadOwn;
  readonly words: Words;
  /** Asked between the files. */
  readonly isCancelled: () => boolean;
  readonly onProgress: (done: number, total: number) => void;
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

export async function takeIn(sources: readonly Source[], options: IntakeOptions): Promise<Intake> {
  const taker = new Taker(options);
  let next = load(sources.slice(0, AT_ONCE));
  for (let at = 0; at < sources.length && !options.isCancelled(); at += AT_ONCE) {
    const slice = sources.slice(at, at + AT_ONCE);
    const buffers = await next;
    // The disk works while these are judged.
    next = load(sources.slice(at + AT_ONCE, at + 2 * AT_ONCE));
    for (const [index, source] of slice.entries()) {
      if (options.isCancelled()) break;
      await taker.take(source, buffers[index] ?? null);
      await taker.breathe(at + index + 1, sources.length);
    }
  }
  await taker.finish();
  options.onProgress(sources.length, sources.length);
  return taker;
}

/** What could not be read, or is far too large, is null. */
function load(sources: readonly Source[]): Promise<readonly (ArrayBuffer | null)[]> {
  return Promise.all(sources.map(({ file, path }) => {
    if (!file || isWorkingFile(path) || (!OURS.test(path) && file.size > LARGEST_ZIP)) return null;
    return file.arrayBuffer().catch(() => null);
  }));
}

class Taker implements Intake {
  readonly entries: Entry[] = [];
  readonly refused: Left[] = [];
  readonly desks: Desk[] = [];
  readonly checklists: ChecklistData[] = [];
  #known: readonly ChecklistData[];
  /** Answers to a checklist that may still come. */
  readonly #waiting: { readonly file: string; readonly bytes: Uint8Array<ArrayBuffer>; readonly refusal: Refusal }[] = [];
  readonly #manifests: { readonly file: string; readonly manifest: Manifest }[] = [];
  readonly #today = toIsoDate(new Date());
  #since = performance.now();

  constructor(private readonly options: IntakeOptions) {
    this.#known = options.catalogue.all;
  }

  async take({ path, file }: Source, buffer: ArrayBuffer | null): Promise<void> {
    if (isWorkingFile(path)) return this.#refuse(path, "reason.working", "reason.skip");
    if (!file) return this.#refuse(path, "reason.folder", "reason.folder.todo");
    if (!buffer) return this.#refuse(path, "reason.gone", "reason.gone.todo");
    const bytes = new Uint8Array(buffer);
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
    const archive = isZip ? openArchive(bytes) : null;
    if (archive?.kind === "refused") this.refused.push({ file: path, ...archive.trouble });
    else if (archive?.kind === "files") await this.#unpack(path, bytes, archive.files);
    else await this.#read(path, bytes);
  }

  /** Lets the page answer whenever it has been kept busy for a while. */
  async breathe(done: number, total: number): Promise<void> {
    if (performance.now() - this.#since < SLICE_MS) return;
    this.options.onProgress(done, total);
    await nextTask();
    this.#since = performance.now();
  }

  async #unpack(path: string, zip: Uint8Array, files: Extract<ReturnType<typeof openArchive>, { kind: "files" }>["files"]): Promise<void> {
    for (const [index, inner] of files.entries()) {
      if (this.options.isCancelled()) return;
      const name = `${path}/${inner.name}`;
      if (isWorkingFile(name)) continue;
      const bytes = await extract(zip, inner);
      if (bytes instanceof Uint8Array) await this.#read(name, bytes);
      else this.refused.push({ file: name, ...bytes });
      await this.breathe(index + 1, files.length);
    }
  }

  async #read(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const found = await readAny(bytes, this.#known, this.#today, this.options.loadXlsx);
    if (!found.ok && found.refusal.code === "otherChecklist") this.#waiting.push({ file, bytes, refusal: found.refusal });
    else if (!found.ok) await this.#readChecklist(file, bytes, found.refusal);
    else if (found.value.kind === "record") this.entries.push({ ...found.value.draft, id: freshId(), file });
    else this.#manifests.push({ file, manifest: found.value.manifest });
  }

  async #readChecklist(file: string, bytes: Uint8Array<ArrayBuffer>, refusal: Refusal): Promise<void> {
    const own = await asChecklist(this.options.readOwn, new File([bytes], file), refusal);
    if (own?.ok) {
      this.options.catalogue.add(own.value);
      this.#known = this.options.catalogue.all;
      this.checklists.push(own.value);
    } else this.refused.push({ file, what: own ? own.faults.join("") : refusal.what, todo: own ? "" : refusal.todo });
  }

  /** What needed a checklist that came after it. */
  async finish(): Promise<void> {
    const waiting = this.#waiting.splice(0);
    for (const [at, { file, bytes, refusal: { what, todo } }] of waiting.entries()) {
      if (this.checklists.length === 0) this.refused.push({ file, what, todo });
      else await this.#read(file, bytes);
      await this.breathe(at, waiting.length);
    }
    for (const { file, refusal: { what, todo } } of this.#waiting) this.refused.push({ file, what, todo });
    for (const { file, manifest } of this.#manifests) {
      const desk = openManifest(manifest, this.#known, this.#today);
      if (desk.ok) this.desks.push(desk.value);
      else this.refused.push({ file, what: desk.refusal.what, todo: desk.refusal.todo });
    }
  }

  #refuse(file: string, what: string, todo: string): void {
    const { words } = this.options;
    this.refused.push({ file, what: words.say(what), todo: words.say(todo) });
  }
}

/** The desk with what was taken in. A file that a manifest brings a second time is left where it is. */
export function withIntake(desk: Desk, intake: Intake): Desk {
  const grown: Mutable<Desk> = { ...desk, entries: [...desk.entries, ...intake.entries], refused: [...desk.refused, ...intake.refused] };
  for (const more of intake.desks) {
    const known = new Set(grown.entries.map((entry) => entry.id));
    grown.entries = [...grown.entries, ...more.entries.filter((entry) => !known.has(entry.id))];
    grown.refused = [...grown.refused, ...more.refused];
    grown.choices = { ...more.choices, ...grown.choices };
    grown.sizes = { ...more.sizes, ...grown.sizes };
    grown.agenda = [...grown.agenda, ...more.agenda];
  }
  return grown;
}

/** setTimeout would wait four milliseconds each time. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

let issued = 0;
let series = "";

/** Unlike any other, here and in another window. The series is drawn once: drawing takes longer than judging a small file. */
export function freshId(): string {
  series ||= Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  issued += 1;
  return `e${series}-${issued.toString(36)}`;
}
