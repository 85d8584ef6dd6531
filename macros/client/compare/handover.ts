/** What the next official in charge needs to know: made from a record, told on paper and on a workbook's first sheet. */

import { discuss } from "../discuss";
import type { Pick } from "../discuss";
import type { Basis } from "../scoring";
import type { Action, ChecklistData, Goal, Request, ResultFile } from "../types";
import { byDate, columnsOf, compareYears } from "./years";
import type { Column, ItemYears } from "./years";
import { isOpen, latestActions } from "./year-turn";

export interface Handover {
  /** What to do first: the items to talk about. */
  readonly first: readonly Pick[];
  readonly goals: readonly Goal[];
  readonly open: readonly Action[];
  readonly closed: readonly Action[];
  readonly requests: readonly Request[];
  /** The snapshot that `changes` are measured from; null where there is none. */
  readonly since: Column | null;
  /** What rose, fell or was answered otherwise since then, in the checklist's order. */
  readonly changes: readonly ItemYears[];
}

const TOLD: readonly string[] = ["rose", "fell", "new", "open", "other"];

/** What a meeting agreed on counts where there is any, else the respondent's answer. */
const BASIS: Basis = "agreed";
/** The pack of `record`. */
export function handover(record: ResultFile, checklist: ChecklistData): Handover {
  const columns = columnsOf("now", record, record.checklist.version, checklist);
  const now = columns.at(-1);
  const since = byDate(columns.slice(0, -1).filter(({ safety }) => !safety)).at(-1) ?? null;
  const items = since && now ? compareYears([since, now], checklist, BASIS) : [];
  const { goals, actions, requests } = record.plan;
  return {
    first: discuss(record, checklist, 5, BASIS),
    goals,
    open: actions.filter(isOpen),
    // At the turn of a year closed actions stay behind with the snapshot.
    closed: latestActions([...(since?.record.plan.actions ?? []), ...actions]).filter((action) => !isOpen(action)),
    requests,
    since,
    changes: items.filter(({ change }) => TOLD.includes(change)),
  };
}
