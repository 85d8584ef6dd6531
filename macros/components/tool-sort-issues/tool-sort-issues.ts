/** 課題の交通整理: an issue, the questions, and a list of issues that stays in this browser. */

import { toIsoDate } from "../../client/dates";
import { formatCsv } from "../../client/files/csv";
import { safeFileName } from "../../client/filename";
import { MOST_ISSUES, cleanIssue, issueRows, levelWord, termWord, withIssue, withoutIssue } from "../../client/tools/issues";
import type { Issue } from "../../client/tools/issues";
import { personalHints } from "../../client/personal";
import { closestHook, hook, hooks, setText, show, valueOf } from "../self-check/dom";
import { download } from "../self-check/download";
import { GuideForm } from "../tool-guide/form";
import { printOnly } from "../tool-guide/print";
import { showIssues } from "./list-view";
import { ISSUES_KEY, IssueStore } from "./store";

class SortIssues {
  readonly #store = new IssueStore();
  readonly #text: HTMLTextAreaElement;
  readonly #form: GuideForm;
  /** Id of the issue that is being changed; "" for a new one. */
  #editing = "";
  #undo: readonly Issue[] | null = null;

  constructor(private readonly root: HTMLElement, private readonly list: HTMLElement) {
    this.#text = hook<HTMLTextAreaElement>(root, "text");
    this.#form = new GuideForm(root, (way, guide) => {
      setText(hook(root, "result-level"), levelWord(guide, way));
      setText(hook(root, "result-term"), termWord(guide, way));
      setText(hook(root, "result-place"), way.outcome?.label ?? "");
    });
    this.#text.value = "";
    this.#listen();
    this.#show();
  }

  #listen(): void {
    const { root, list } = this;
    this.#text.addEventListener("input", () => this.#checkText());
    hook(root, "form").addEventListener("submit", (event) => event.preventDefault());
    hook(root, "add").addEventListener("click", () => this.#add());
    hook(root, "again").addEventListener("click", () => this.#begin());
    hook(list, "groups").addEventListener("click", ({ target }) => {
      const id = target instanceof Element ? (target.closest<HTMLElement>("[data-issue]")?.dataset["issue"] ?? "") : "";
      if (closestHook(target, "edit")) this.#edit(id);
      if (closestHook(target, "remove")) this.#remove(id);
    });
    hook(list, "undo").addEventListener("click", () => this.#undoLast());
    hook(list, "clear").addEventListener("click", () => this.#change(() => [], "cleared", true));
    hook(list, "discard").addEventListener("click", () => this.#change(() => [], "cleared"));
    hook(list, "csv").addEventListener("click", () => this.#export());
    hook(list, "print").addEventListener("click", () => this.#print());
    window.addEventListener("storage", ({ key }) => {
      if (key !== ISSUES_KEY && key !== null) return;
      this.#undo = null;
      this.#show();
      this.#say("elsewhere");
    });
  }

  #checkText(): void {
    const hints = personalHints(this.#text.value);
    for (const hint of hooks(this.root, "hint")) show(hint, (hints as readonly string[]).includes(valueOf(hint, "hint")));
    show(hook(this.root, "hints"), hints.length > 0);
    if (cleanIssue(this.#text.value) !== "") this.#fault(false);
  }

  #fault(missing: boolean): void {
    show(hook(this.root, "text-fault"), missing);
    this.#text.toggleAttribute("aria-invalid", missing);
    if (missing) this.#text.setAttribute("aria-invalid", "true");
  }

  #add(): void {
    const text = cleanIssue(this.#text.value);
    if (text === "") {
      this.#fault(true);
      this.#text.focus();
      return;
    }
    const stored = this.#store.read();
    if (stored === null) {
      hook(this.list, "discard").focus();
      return;
    }
    const known = this.#editing !== "";
    if (!known && stored.length >= MOST_ISSUES) {
      this.#say("full", String(MOST_ISSUES));
      return;
    }
    const id = this.#editing || `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
    const issue: Issue = { id, text, answers: this.#form.answers, added: toIsoDate(new Date()) };
    this.#change((issues) => withIssue(issues, issue), known ? "changed" : "added");
    this.#begin();
  }

  /** A clean sheet: no text, no answers, the focus on the text. */
  #begin(): void {
    this.#fill("", {}, "");
    this.#text.focus();
  }

  #fill(text: string, answers: Issue["answers"], editing: string): void {
    this.#editing = editing;
    this.#text.value = text;
    this.#form.load(answers);
    this.#checkText();
    const add = hook(this.root, "add");
    setText(add, (editing ? add.dataset["known"] : add.dataset["new"]) ?? "");
  }

  #edit(id: string): void {
    const issue = (this.#store.read() ?? []).find((one) => one.id === id);
    if (!issue) return;
    this.#fill(issue.text, issue.answers, id);
    this.#say("editing");
    this.#text.focus();
  }

  #remove(id: string): void {
    if (this.#editing === id) this.#fill("", {}, "");
    this.#change((issues) => withoutIssue(issues, id), "removed", true);
  }

  /** Where an issue or all of them went, one press brings them back as long as the page is open. */
  #undoLast(): void {
    const before = this.#undo;
    if (before) this.#change(() => before, "undone");
  }

  #change(change: (issues: readonly Issue[]) => readonly Issue[], said: string, undoable = false): void {
    const before = this.#store.read() ?? [];
    const issues = this.#store.change(change);
    const fromUndo = document.activeElement === hook(this.list, "undo");
    this.#undo = undoable ? before : null;
    this.#show();
    this.#say(said, String(issues.length));
    // The button that had the focus may be gone: the next thing to do takes it.
    if (undoable) hook(this.list, "undo").focus();
    else if (fromUndo) this.#text.focus();
  }

  #show(): void {
    const read = this.#store.read();
    const issues = read ?? [];
    showIssues(this.list, this.#form.guide, issues);
    show(hook(this.list, "damaged"), read === null);
    show(hook(this.list, "empty"), read !== null && issues.length === 0);
    show(hook(this.list, "unsaved"), !this.#store.kept);
    for (const name of ["csv", "print", "clear"]) show(hook(this.list, name), issues.length > 0);
    show(hook(this.list, "undo"), this.#undo !== null);
  }

  #say(key: string, value = ""): void {
    // Of the questions above and of the list below, one speaks at a time.
    for (const place of [hook(this.root, "noted"), hook(this.list, "said")]) {
      setText(place, (place.dataset[key] ?? "").replace(/\{(?:n|name)\}/, () => value));
    }
  }

  #export(): void {
    const name = safeFileName(`${this.list.dataset["stem"] ?? ""}_${toIsoDate(new Date())}`, "csv");
    download(name, "text/csv;charset=utf-8", `\ufeff${formatCsv(issueRows(this.#form.guide, this.#store.read() ?? []))}`);
    this.#say("saved", name);
  }

  /** On paper everything is open, and the questions above are left out. */
  #print(): void {
    const closed = [...hook(this.list, "groups").querySelectorAll("details")].filter((fold) => !fold.open);
    for (const fold of closed) fold.open = true;
    printOnly([this.list], () => {
      for (const fold of closed) fold.open = false;
    });
  }
}

const root = document.querySelector<HTMLElement>("[data-js-guide]");
const list = document.querySelector<HTMLElement>("[data-js-list]");
if (root && list) new SortIssues(root, list);
