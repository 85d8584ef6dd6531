/**
 * What a meeting agrees on is kept as it is written, before anybody says where it belongs: one draft for each
 * checklist and council. Each write reads the stored drafts anew, so that two tabs do not undo each other.
 */

import type { AgreedMap } from "../../client/compare/agreement";
import { isBag, isLooseResultFile } from "../../client/guards";
import { SITE } from "../../client/site-id";
import { FORMAT } from "../../client/types";
import type { Agreed, Subject } from "../../client/types";

const KEY = `kyogikai:${SITE}:_compare`;

type Stored = Record<string, AgreedMap>;

export class Drafts {
  /** What could not be written to the device. */
  #memory: Stored = {};
  /** False: the drafts are gone when the page is closed. */
  kept = true;

  load(checklist: string, subject: Subject): AgreedMap {
    return this.#read()[placeOf(checklist, subject)] ?? {};
  }

  /** Puts one item's agreement into the draft, or takes it out. Where nothing can be written it stays on the page. */
  put(checklist: string, subject: Subject, itemId: string, agreed: Agreed | undefined): void {
    const { [itemId]: _, ...others } = this.load(checklist, subject);
    this.#write(placeOf(checklist, subject), agreed ? { ...others, [itemId]: agreed } : others);
  }

  discard(checklist: string, subject: Subject): void {
    this.#write(placeOf(checklist, subject), {});
  }

  #read(): Stored {
    if (!this.kept) return this.#memory;
    try {
      const value: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? "{}");
      return isBag(value) ? Object.fromEntries(Object.entries(value).filter((entry): entry is [string, AgreedMap] => isAgreedMap(entry[1]))) : {};
    } catch {
      return {};
    }
  }

  #write(place: string, agreed: AgreedMap): void {
    const { [place]: _, ...others } = this.#read();
    const drafts = Object.keys(agreed).length > 0 ? { ...others, [place]: agreed } : others;
    this.#memory = drafts;
    try {
      if (Object.keys(drafts).length === 0) window.localStorage.removeItem(KEY);
      else window.localStorage.setItem(KEY, JSON.stringify(drafts));
      this.kept = true;
    } catch {
      this.kept = false; // leaving the page asks
    }
  }
}

/** Whose draft it is. */
export function placeOf(checklist: string, { prefecture, name }: Subject): string {
  return JSON.stringify([checklist, prefecture, name]);
}

/** As a record's `agreed` has to be. */
function isAgreedMap(value: unknown): boolean {
  return isLooseResultFile({ format: FORMAT, checklist: { id: "", version: "1.0.0" }, answers: {}, agreed: value });
}
