/** The list of issues, by the meeting they go to. Texts of readers are set as text, never as HTML. */

import { byMeeting, levelWord, termWord } from "../../client/tools/issues";
import type { Issue } from "../../client/tools/issues";
import { pointLine } from "../../client/tools/guide";
import type { Guide, GuidePoint, Walk } from "../../client/tools/guide";
import { hook, setText } from "../self-check/dom";

export function showIssues(root: HTMLElement, guide: Guide, issues: readonly Issue[]): void {
  const groups = byMeeting(guide, issues).map(({ label, issues: entries }) => {
    const group = piece(root, "group");
    setText(hook(group, "group-title"), label);
    setText(hook(group, "group-count"), `${entries.length}件`);
    group.querySelector("ul")?.append(...entries.map(({ issue, way }) => card(root, guide, issue, way)));
    return group;
  });
  hook(root, "groups").replaceChildren(...groups);
}

function card(root: HTMLElement, guide: Guide, issue: Issue, way: Walk): HTMLElement {
  const made = piece(root, "card");
  made.dataset["issue"] = issue.id;
  setText(hook(made, "issue-text"), issue.text);
  setText(hook(made, "issue-level"), `段階：${levelWord(guide, way)}`);
  setText(hook(made, "issue-term"), `時期：${termWord(guide, way)}`);
  hook(made, "issue-todo").append(...lines(way.todo, guide));
  hook(made, "issue-why").append(...lines(way.reasons, guide));
  // Several buttons of one name: each says to whom it belongs.
  for (const [name, word] of [["edit", "直す"], ["remove", "消す"]] as const) {
    hook(made, name).setAttribute("aria-label", `${word}：${issue.text}`);
  }
  return made;
}

function lines(points: readonly GuidePoint[], guide: Guide): readonly HTMLElement[] {
  return points.map((point) => {
    const line = document.createElement("li");
    line.textContent = pointLine(point, guide);
    return line;
  });
}

function piece(root: HTMLElement, name: string): HTMLElement {
  const template = hook<HTMLTemplateElement>(root, name);
  return (template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
}
