/** A checklist as the frames that fill the pattern: the marks are those of macros/own_checklists.py. */

import type { OwnChecklist, Standards } from "../../client/own/types";
import type { ChecklistDomain, ChecklistItem, ScaleLevel } from "../../client/types";
import type { Frame } from "./fill";

/** 該当しない, わからない, 今は取り組まない stand after the levels. */
const STATES = 3;

export function sheetFrame(checklist: OwnChecklist, standards: Standards, size: string): Frame {
  const { scale, domains, subject_kind: subject } = checklist;
  const upper = scale.levels.slice(0, Math.floor(scale.levels.length / 2));
  return {
    values: {
      "checklist.id": checklist.id,
      "checklist.title": checklist.title,
      "checklist.publisher": checklist.publisher,
      "checklist.purpose": checklist.purpose,
      "checklist.audience": checklist.audience,
      "checklist.when": checklist.when,
      "checklist.minutes": checklist.minutes > 0 ? String(checklist.minutes) : "",
      size,
      upper: upper.map((level) => level.label).join("」「"),
      lastKey: String(scale.levels.length + STATES),
      subjectLabel: standards.subjectLabels[subject],
      asked: standards.asked[subject],
    },
    lists: {
      level: scale.levels.map((level) => ({ values: levelValues(level), lists: {} })),
      domain: domains.map((domain, at) => domainFrame(domains, domain, at, scale.levels)),
    },
  };
}

function levelValues({ id, label, easy }: ScaleLevel): Frame["values"] {
  return { "level.id": id, "level.label": label, "level.easy": easy };
}

function domainFrame(domains: readonly ChecklistDomain[], domain: ChecklistDomain, at: number, levels: readonly ScaleLevel[]): Frame {
  const [previous, next] = [domains[at - 1], domains[at + 1]];
  return {
    values: {
      "domain.id": domain.id,
      "domain.title": domain.title,
      "domain.about": domain.about ?? "",
      "domain.number": String(at + 1),
      "previous.id": previous?.id ?? "",
      "previous.title": previous?.title ?? "",
      "next.id": next?.id ?? "",
      "next.title": next?.title ?? "",
      last: next ? "" : domain.id,
    },
    lists: { item: domain.items.map((item, index) => itemFrame(item, index, levels)) },
  };
}

function itemFrame(item: ChecklistItem, at: number, levels: readonly ScaleLevel[]): Frame {
  const looks = item.look_for ?? [];
  const steps = levels.filter((level) => item.next_steps[level.id]);
  const help = [item.why ?? "", ...looks, item.ask_prefecture, ...steps.map((level) => level.id)].join("");
  return {
    values: {
      "item.id": item.id,
      "item.text": item.text,
      "item.easy": item.easy,
      "item.number": String(at + 1),
      "item.why": item.why ?? "",
      "item.ask": item.ask_prefecture,
      "item.looks": looks.join(""),
      "item.steps": steps.map((level) => level.id).join(""),
      "item.bare": help === "" ? item.id : "",
    },
    lists: {
      look: looks.map((look) => ({ values: { look }, lists: {} })),
      step: steps.map((level) => ({ values: { ...levelValues(level), step: item.next_steps[level.id] ?? "" }, lists: {} })),
    },
  };
}
