/** All of a record as one file, without a question: for when the storage fails. Needs nothing that is loaded later. */

import { resultFileName } from "../../client/filename";
import { exportJson } from "../../client/files/json";
import * as MESSAGES from "../../client/messages";
import type { ResultFile } from "../../client/types";
import type { Context } from "./context";
import { download } from "./download";

export function giveBackup({ words, announce }: Context, record: ResultFile): void {
  const name = resultFileName(record, "json", MESSAGES.file.backup);
  download(name, "application/json", exportJson(record));
  announce(words.say("live.exported", { name }));
}
