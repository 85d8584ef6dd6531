/**
 * What a record needs beyond answering: its result, what a meeting agrees on, the papers of both, and files. This is a
 * script of its own, which comes once a record is open or a file is at hand. Who only looks at the page does not load it.
 * The sheet on paper and the plain backup need no other script (printer.ts, backup.ts).
 */

import type { ResultFile } from "../../client/types";
import type { Context, View, ViewName } from "./context";
import type { DeleteDialog } from "./dialogs";
import { hook, hooks, valueOf } from "./dom";
import { filesOf, onDrop } from "./drop";
import type { ExportDialog } from "./export-dialog";
import type { HandoverFile, HandoverView } from "./handover-view";
import type { ImportDeeds, ImportDialog } from "./import-dialog";
import { scriptLoader } from "./load-script";
import type { Numbers } from "./numbers";

export interface LaterParts {
  readonly exports: ExportDialog;
  readonly imports: ImportDialog;
  readonly handover: HandoverView;
  readonly result: View;
  readonly group: View;
  readonly paper: Readonly<Record<"result" | "handover", () => HTMLElement>>;
  /** A made-up record to look around in. */
  readonly sample: () => ResultFile;
}

/** What later.lazy.ts leaves for this page. */
export interface LaterScript {
  readonly partsFor: (context: Context, numbers: Numbers, deeds: LaterDeeds) => LaterParts;
}

export interface LaterDeeds extends ImportDeeds {
  readonly deletion: DeleteDialog;
  readonly backup: () => void;
  /** The script cannot be loaded. */
  readonly missing: () => void;
}

export class Later {
  readonly #load: () => Promise<LaterScript>;
  #parts: LaterParts | null = null;

  constructor(private readonly context: Context, private readonly numbers: Numbers, private readonly deeds: LaterDeeds) {
    const { root, session } = context;
    this.#load = scriptLoader<LaterScript>(valueOf(root, "later"), "KyogikaiLater");
    session.onChange((_, before) => {
      if (before === null) void this.#ready();
      if (root.dataset["view"] === "result") this.#renderHandover();
    });
    this.#listen();
  }

  /** The parts, if they are here. */
  get parts(): LaterParts | null {
    return this.#parts;
  }

  /** Does it at once where the script is here; else as soon as it has come. */
  use(deed: (parts: LaterParts) => void, missing = this.deeds.missing): void {
    if (this.#parts) return deed(this.#parts);
    void this.#ready().then((parts) => (parts ? deed(parts) : missing()));
  }

  /** A view that is filled once the script is here, if it is still the one that is shown. */
  view(name: ViewName & keyof LaterParts): View {
    const { root } = this.context;
    const section = hook(root, "view", name);
    const settle = () => section.removeAttribute("aria-busy");
    const show = (itemId?: string) => {
      if (!this.#parts) section.setAttribute("aria-busy", "true");
      const fill = (parts: LaterParts) => {
        settle();
        if (root.dataset["view"] === name) parts[name].show(itemId);
      };
      this.use(fill, () => {
        settle(); // or a screen reader would wait for ever
        this.deeds.missing();
      });
    };
    return { show };
  }

  /** What looks personal in the pack for who takes over; nothing while the script is not here. */
  #renderHandover(): void {
    this.#parts?.handover.render();
  }

  #listen(): void {
    const { root, signal } = this.context;
    hook(root, "export-open").addEventListener("click", () => this.use(({ exports }) => exports.open()), { signal });
    for (const button of hooks(root, "handover")) {
      const kind = valueOf(button, "handover") as HandoverFile;
      button.addEventListener("click", () => this.use(({ handover }) => void handover.deliver(kind)), { signal });
    }
    hook(root, "handover-private").addEventListener("change", () => this.#renderHandover(), { signal });
    const input = hook<HTMLInputElement>(root, "import-file");
    const onPick = () => {
      const files = [...(input.files ?? [])];
      input.value = ""; // the same file can be chosen again
      this.use(({ imports }) => void imports.open(files));
    };
    input.addEventListener("change", onPick, { signal });
    const onFiles = (files: readonly File[]) => this.use(({ imports }) => void imports.open(files));
    onDrop(hook(root, "drop"), (transfer) => onFiles(filesOf(transfer)), signal);
  }

  async #ready(): Promise<LaterParts | null> {
    const script = await this.#load().catch(() => null);
    if (script) this.#parts ??= script.partsFor(this.context, this.numbers, this.deeds);
    return this.#parts;
  }
}
