/** What can be done with the records of this device. */

import { tellVersions } from "../../client/compare/versions-told";
import { toIsoDate } from "../../client/dates";
import { migrate } from "../../client/migrate";
import { createRecord, newRecordId, setDate, setRespondent, setSubject } from "../../client/record";
import type { ResultFile } from "../../client/types";
import type { Bars } from "./bars";
import type { Context, ViewName } from "./context";
import type { DeleteDialog, Info, InfoDialog } from "./dialogs";
import { download } from "./download";
import { recordName } from "./status";

export interface RecordTools {
  readonly bars: Bars;
  readonly info: InfoDialog;
  readonly deletion: DeleteDialog;
  readonly backup: (record: ResultFile) => void;
  readonly refresh: () => void;
}

export class Records {
  constructor(private readonly context: Context, private readonly tools: RecordTools) {}

  begin(info: Info, kept: boolean, itemId?: string): void {
    const { checklist } = this.context;
    const record = createRecord(checklist, info.date, info.subject, info.respondent);
    this.#take(freshId(), record, 0, kept, true);
    this.context.go("answer", itemId);
  }

  /** A made-up record to look around in: in memory alone. It begins with the result, which has most to show. */
  beginSample(record: ResultFile): void {
    const { session, go } = this.context;
    this.tools.bars.clear();
    session.open({ id: freshId(), record, revision: 0, kept: false, changed: false, sample: true });
    go("result");
  }

  /** Opens a record of this device; false if there is none to open. */
  open(id: string, view: ViewName, itemId?: string): boolean {
    if (!this.#load(id)) return false;
    this.context.go(view, itemId);
    return true;
  }

  /** Takes an imported record over, as a new one or in place of another. */
  import(record: ResultFile, replaces: string): void {
    const found = replaces === "" ? null : this.context.session.store.load(replaces);
    const revision = found?.status === "ok" ? found.revision : 0;
    this.#take(replaces || freshId(), record, revision, true, true);
    this.context.go("answer");
  }

  rename(id: string): void {
    const loaded = this.context.session.store.load(id);
    if (loaded.status !== "ok") return this.tools.refresh();
    this.tools.info.ask(loaded.record, (info) => {
      if (!this.#load(id)) return this.tools.refresh();
      this.correct(info);
      this.#settle();
    });
  }

  /** Puts another name, respondent or date on the open record. */
  correct({ subject, respondent, date }: Info): void {
    this.context.session.change((record) => setDate(setRespondent(setSubject(record, subject), respondent), date));
  }

  duplicate(id: string): void {
    if (!this.#load(id)) return this.tools.refresh();
    const { session, words } = this.context;
    const record = session.record;
    const name = words.say("copy", { name: record.subject.name || words.say("noname") });
    const copyId = freshId();
    this.#take(copyId, setDate(setSubject(record, { name }), toIsoDate(new Date())), 0, true, true);
    this.#settle();
    if (!session.isOpen) this.rename(copyId);
  }

  delete(id: string): void {
    const { session, words } = this.context;
    const loaded = session.store.load(id);
    const name = loaded.status === "ok" ? recordName(loaded.record, words.say("noname")) : words.say("noname");
    const backup = () => (loaded.status === "ok" ? this.tools.backup(loaded.record) : this.raw(id));
    this.tools.deletion.ask(words.say("delete.one", { name }), backup, () => this.#removed(session.store.remove(id).status));
  }

  deleteAll(): void {
    const { session, words } = this.context;
    const records = session.store.list();
    const backup = () => {
      for (const { id } of records) {
        const loaded = session.store.load(id);
        if (loaded.status === "ok") this.tools.backup(loaded.record);
      }
    };
    const run = () => this.#removed(session.store.removeAll().status);
    this.tools.deletion.ask(words.say("delete.all", { count: records.length }), backup, run);
  }

  /** A record that cannot be read, as it lies there. */
  raw(id: string): void {
    const loaded = this.context.session.store.load(id);
    if (loaded.status === "damaged") download(`${id}.txt`, "text/plain", loaded.raw);
  }

  #removed(status: "ok" | "forbidden"): void {
    const { words, announce } = this.context;
    if (status === "ok") announce(words.say("live.deleted"));
    else this.tools.bars.tell("undeleted");
    this.tools.refresh();
  }

  #load(id: string): boolean {
    const { session, checklist } = this.context;
    const loaded = session.store.load(id);
    if (loaded.status !== "ok") return false;
    const migration = migrate(loaded.record, checklist, toIsoDate(new Date()));
    const changed = migration.direction === "upgraded" || loaded.from !== "device";
    this.#take(id, migration.record, loaded.revision, true, changed);
    if (loaded.from === "spare") this.tools.bars.tell("spare");
    const unplaced = migration.unplaced.map(({ id: item, message }) => this.context.words.say("unplaced", { id: item, message }));
    const lines = [...migration.notices.map((notice) => notice.message), ...unplaced, ...tellVersions(migration.from, checklist)];
    if (lines.length > 0) this.tools.bars.tell("migrated", lines);
    return true;
  }

  #take(id: string, record: ResultFile, revision: number, kept: boolean, changed: boolean): void {
    const { session } = this.context;
    this.tools.bars.clear();
    session.open({ id, record, revision, kept: kept && session.store.mode === "device", changed });
  }

  /** Back to the list if everything is on the device; else the work stays open, with the bar that says why. */
  #settle(): void {
    const { session, go } = this.context;
    if (session.isAtRisk) return go("answer");
    session.close();
    this.tools.bars.clear();
    this.tools.refresh();
  }
}

export function freshId(): string {
  return newRecordId(crypto.getRandomValues(new Uint8Array(8)));
}
