/**
 * Plainly fictional records to try the comparison with: made from the checklist itself, the same each time.
 * They are never stored.
 */

import { setLevel, setNote, setState } from "../answers";
import { addPlanEntry } from "../plan";
import { addSnapshot, createRecord } from "../record";
import { allItems } from "../scoring";
import type { ChecklistData, ResultFile } from "../types";

const COUNCIL = "A市（サンプル）";
const NOW = "2026-11-20";
const BEFORE = "2025-11-18";

interface Person {
  readonly label: string;
  readonly role: string;
  /** How far this person's answers lie from the council's, item by item, in turn: −1 is a level higher. */
  readonly leaning: readonly number[];
  readonly note: string;
}

const PEOPLE: readonly Person[] = [
  { label: "行政", role: "市町村の担当", leaning: [0, -1, 0, 0, -1, 0, 0], note: "年間の予定表には入れてあります。（サンプルの文）" },
  { label: "基幹", role: "基幹相談支援センター", leaning: [0, 0, 1, 0, 0], note: "準備が一つの機関に寄っています。（サンプルの文）" },
  { label: "委員", role: "協議会の委員", leaning: [1, 0, 0, 0, 2, 0], note: "会議のあと、どうなったかが届きません。（サンプルの文）" },
  { label: "当事者", role: "当事者・家族の委員", leaning: [0, 2, 0, 3, 0, 0, 0, 1], note: "資料が早く届くと、考える時間ができます。（サンプルの文）" },
];

/** Levels of the council over the items, in turn, as ranks from the highest. */
const THEN = [1, 2, 0, 3, 2, 1, 3, 0, 2, 1, 2];
const CHANGED = [0, -1, 0, -2, 0, 1, 0, 0, 0, -1, 0, 0, 0];

/** Four people of one council at one time. */
export function samplePeople(checklist: ChecklistData): readonly ResultFile[] {
  return PEOPLE.map((person, who) => {
    const blank = createRecord(checklist, NOW, subject(checklist), person);
    return allItems(checklist).reduce((record, { id }, at) => {
      // Now and then somebody does not know, or has not answered.
      if ((at + who * 5) % 17 === 4) return setState(record, id, who === 3 ? "unknown" : "not_applicable", who === 3 ? "" : "サンプルの理由です。");
      if ((at + who * 3) % 23 === 11) return record;
      const answered = setLevel(record, id, levelAt(checklist, rankNow(at) + turn(person.leaning, at)));
      return (at + who) % 9 === 3 ? setNote(answered, id, "note_shared", person.note) : answered;
    }, blank);
  });
}

/** One council over two years, with actions done and open. */
export function sampleYears(checklist: ChecklistData): readonly ResultFile[] {
  const items = allItems(checklist);
  const at = (record: ResultFile, rank: (at: number) => number, skip: number) => {
    return items.reduce((next, { id }, index) => (index % 19 === skip ? next : setLevel(next, id, levelAt(checklist, rank(index)))), record);
  };
  const blank = createRecord(checklist, BEFORE, subject(checklist), { label: "事務局", role: "市町村の担当" });
  const [one, two, three] = items;
  let record = at(blank, (index) => turn(THEN, index), 6);
  record = addPlanEntry(record, "actions", { text: "会議の日程を年度の初めに配る（サンプル）", owner: "行政", due: "2026-05-31", status: "done", items: one ? [one.id] : [] });
  record = addPlanEntry(record, "actions", { text: "部会の報告を全体会に出す（サンプル）", owner: "基幹", due: "2027-03-31", status: "doing", items: two ? [two.id] : [] });
  record = addPlanEntry(record, "actions", { text: "資料をやさしい言葉でも作る（サンプル）", owner: "事務局", due: "年度末", status: "todo", items: three ? [three.id] : [] });
  record = addSnapshot(record, "2025年度（サンプル）", BEFORE);
  return [at({ ...record, date: NOW, answers: {} }, rankNow, 13)];
}

function subject({ subject_kind }: ChecklistData) {
  return { prefecture: "", name: COUNCIL, kind: subject_kind };
}

function rankNow(at: number): number {
  return turn(THEN, at) + turn(CHANGED, at);
}

function turn(list: readonly number[], at: number): number {
  return list[at % list.length] ?? 0;
}

function levelAt({ scale }: ChecklistData, rank: number): string {
  return scale.levels[Math.min(Math.max(rank, 0), scale.levels.length - 1)]?.id ?? "";
}
