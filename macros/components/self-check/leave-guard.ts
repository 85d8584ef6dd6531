/** Nothing is lost by leaving: writes before the page goes away, and asks where only memory has the work. */

import type { Context } from "./context";
import { closeOnButtons } from "./dialogs";
import { hook } from "./dom";

export class LeaveGuard {
  readonly #dialog: HTMLDialogElement;
  #run: () => void = () => {};

  constructor(private readonly context: Context, backup: () => void) {
    const { root, signal } = context;
    this.#dialog = hook<HTMLDialogElement>(root, "leave-dialog");
    closeOnButtons(this.#dialog, signal);
    hook(root, "leave-backup").addEventListener("click", backup, { signal });
    const leave = () => {
      this.#dialog.close();
      context.session.discard();
      this.#run();
    };
    hook(root, "leave-run").addEventListener("click", leave, { signal });
    this.#listen();
  }

  /** Does `run` at once, or after a question where the open record would be lost. */
  unlessAtRisk(run: () => void): void {
    if (!this.context.session.isAtRisk) return run();
    this.#run = run;
    this.#dialog.showModal();
  }

  /** A tab can be killed without a word once it is hidden. */
  #listen(): void {
    const { session, signal } = this.context;
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && session.flush(), { signal });
    window.addEventListener("pagehide", () => session.flush(), { signal });
    const warn = (event: BeforeUnloadEvent) => {
      session.flush();
      if (session.isAtRisk) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn, { signal });
  }
}
