/**
 * The ways to files: each leads into a script of its own, which comes once a record is open or a file is at hand.
 * Who only looks at the page does not load it. Paper and the plain backup need no other script (printer.ts, backup.ts).
 */

import type { Context } from "./context";
import { hook, hooks, valueOf } from "./dom";
import { filesOf, onDrop } from "./drop";
import type { ExportDialog } from "./export-dialog";
import type { HandoverFile, HandoverView } from "./handover-view";
import type { ImportDeeds, ImportDialog } from "./import-dialog";
import { scriptLoader } from "./load-script";
import type { Numbers } from "./numbers";

interface FileParts {
  readonly exports: ExportDialog;
  readonly imports: ImportDialog;
  readonly handover: HandoverView;
}

/** What files.lazy.ts leaves for this page. */
export interface FileScript {
  readonly partsFor: (context: Context, numbers: Numbers, deeds: ImportDeeds) => FileParts;
}

export interface FileDeeds extends ImportDeeds {
  /** The script cannot be loaded. */
  readonly missing: () => void;
}

export class Files {
  readonly #load: () => Promise<FileScript>;
  #parts: FileParts | null = null;

  constructor(private readonly context: Context, private readonly numbers: Numbers, private readonly deeds: FileDeeds) {
    const { root, session } = context;
    this.#load = scriptLoader<FileScript>(valueOf(root, "files"), "KyogikaiFiles");
    session.onChange((_, before) => {
      if (before === null) void this.#ready();
      if (root.dataset["view"] === "result") this.renderHandover();
    });
    this.#listen();
  }

  /** What looks personal in the pack for who takes over; nothing while the script is not here. */
  renderHandover(): void {
    void this.#ready().then((parts) => parts?.handover.render());
  }

  #listen(): void {
    const { root, signal } = this.context;
    hook(root, "export-open").addEventListener("click", () => this.#use(({ exports }) => exports.open()), { signal });
    for (const button of hooks(root, "handover")) {
      const kind = valueOf(button, "handover") as HandoverFile;
      button.addEventListener("click", () => this.#use(({ handover }) => void handover.deliver(kind)), { signal });
    }
    hook(root, "handover-private").addEventListener("change", () => this.renderHandover(), { signal });
    const input = hook<HTMLInputElement>(root, "import-file");
    const onPick = () => {
      const files = [...(input.files ?? [])];
      input.value = ""; // the same file can be chosen again
      this.#use(({ imports }) => void imports.open(files));
    };
    input.addEventListener("change", onPick, { signal });
    const onFiles = (files: readonly File[]) => this.#use(({ imports }) => void imports.open(files));
    onDrop(hook(root, "drop"), (transfer) => onFiles(filesOf(transfer)), signal);
  }

  /** Does it at once where the script is here; else as soon as it has come. */
  #use(deed: (parts: FileParts) => void): void {
    if (this.#parts) return deed(this.#parts);
    void this.#ready().then((parts) => (parts ? deed(parts) : this.deeds.missing()));
  }

  async #ready(): Promise<FileParts | null> {
    const script = await this.#load().catch(() => null);
    if (script) this.#parts ??= script.partsFor(this.context, this.numbers, this.deeds);
    return this.#parts;
  }
}
