/**
 * The list of issues in this browser. Each deed reads the list anew and writes it back, so that two tabs
 * do not undo each other; where nothing can be written, the list lives as long as the page.
 */

import { SITE } from "../../client/site-id";
import { encodeIssues, parseIssues } from "../../client/tools/issues";
import type { Issue } from "../../client/tools/issues";

export const ISSUES_KEY = `kyogikai:${SITE}:_issues`;

export class IssueStore {
  #memory: readonly Issue[] = [];
  /** False: what is shown is not on the device. */
  kept = true;

  /** The list; null if something is stored that cannot be read. */
  read(): readonly Issue[] | null {
    if (!this.kept) return this.#memory;
    try {
      return parseIssues(localStorage.getItem(ISSUES_KEY));
    } catch {
      this.kept = false;
      return this.#memory;
    }
  }

  /** Changes the list and returns it as it is now. */
  change(change: (issues: readonly Issue[]) => readonly Issue[]): readonly Issue[] {
    const issues = change(this.read() ?? []);
    this.#memory = issues;
    try {
      if (issues.length === 0) localStorage.removeItem(ISSUES_KEY);
      else localStorage.setItem(ISSUES_KEY, encodeIssues(issues));
      this.kept = true;
    } catch {
      this.kept = false;
    }
    return issues;
  }
}
