/** What records of this device are called in lists; without the respondent where nobody is to be known. */

import { formatDate } from "../../client/dates";
import type { RecordSummary } from "../../client/storage";
import type { Words } from "../self-check/words";

export function recordTitle(words: Words, { prefecture, name, respondent, role, date }: RecordSummary, hidden: boolean): string {
  const who = hidden ? "" : respondent || role;
  return [prefecture + name || words.say("noname"), who, date && formatDate(date)].filter(Boolean).join("・");
}
