/** Leads to a text of the open record, wherever it is written. */

import type { TextPlace } from "../../client/personal-places";
import type { PlanKind } from "../../client/types";
import { PLAN_KINDS } from "../../client/types";
import type { Context } from "./context";
import { hook } from "./dom";

export function toText({ root, session, go }: Context, { itemId, field }: TextPlace, at = 0): void {
  if (itemId !== "" && field === "agreed") {
    hook<HTMLInputElement>(root, "group-all").checked = true;
    go("group", itemId);
    return hook(root, "agreed-reason").focus();
  }
  if (itemId !== "") {
    go("answer", itemId);
    const place = root.querySelector<HTMLElement>(`#${CSS.escape(itemId)} [data-js-field="${CSS.escape(field)}"]`);
    const fold = place?.closest("details");
    if (fold) fold.open = true;
    return place?.focus();
  }
  const kind = PLAN_KINDS.find((one): one is PlanKind => one === field);
  if (!kind) return hook(root, "edit-info").click();
  go("result");
  const entries = hook(root, "entries", kind).querySelectorAll<HTMLElement>('[data-js-plan="text"]');
  if (session.isOpen) (entries[at] ?? entries[0])?.focus();
}
