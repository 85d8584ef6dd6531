/** The sheets of one's own that this device keeps: kyogikai:<site>:_own:<id>. Every access is guarded. */

import { isBag } from "../guards";
import { failureOf } from "../storage-memory";
import { keysWith } from "../storage-keys";
import type { StorageLike } from "../storage-keys";
import { compareUnits } from "../text";
import type { OwnChecklist } from "./types";

const ID = /^own-[0-9a-f]{12}$/;

export class OwnStore {
  readonly #prefix: string;

  /** `getStorage`: a function, because reading `window.localStorage` itself may throw. */
  constructor(private readonly getStorage: () => StorageLike, site: string) {
    this.#prefix = `kyogikai:${site}:_own:`;
  }

  /** By title; what cannot be read is left out. */
  list(): readonly OwnChecklist[] {
    try {
      const storage = this.getStorage();
      const found = keysWith(storage, this.#prefix).flatMap((key) => parse(storage.getItem(key)) ?? []);
      return found.sort((a, b) => compareUnits(a.title, b.title) || compareUnits(a.id, b.id));
    } catch {
      return [];
    }
  }

  load(id: string): OwnChecklist | null {
    try {
      return ID.test(id) ? parse(this.getStorage().getItem(this.#prefix + id)) : null;
    } catch {
      return null;
    }
  }

  save(checklist: OwnChecklist): "ok" | "quota" | "forbidden" {
    try {
      this.getStorage().setItem(this.#prefix + checklist.id, JSON.stringify(checklist));
      return "ok";
    } catch (error) {
      return failureOf(error);
    }
  }

  remove(id: string): boolean {
    try {
      this.getStorage().removeItem(this.#prefix + id);
      return true;
    } catch {
      return false;
    }
  }
}

function parse(text: string | null): OwnChecklist | null {
  try {
    const value: unknown = JSON.parse(text ?? "null");
    return isOwn(value) ? value : null;
  } catch {
    return null;
  }
}

/** We wrote it, but anybody can change what lies there: only as far as the page would break. */
function isOwn(value: unknown): value is OwnChecklist {
  if (!isBag(value) || typeof value["id"] !== "string" || !ID.test(value["id"])) return false;
  const { scale, domains, changes } = value;
  const texts = ["title", "version", "items_digest", "publisher", "purpose", "audience", "when", "subject_kind"];
  if (texts.some((key) => typeof value[key] !== "string") || !Array.isArray(changes)) return false;
  if (!isBag(scale) || !Array.isArray(scale["levels"]) || !scale["levels"].every((one) => hasTexts(one, ["id", "label", "easy"]))) return false;
  return Array.isArray(domains) && domains.length > 0 && domains.every(isDomain);
}

function isDomain(value: unknown): boolean {
  if (!isBag(value) || !hasTexts(value, ["id", "title"]) || !Array.isArray(value["items"])) return false;
  return value["items"].every((item: unknown) => {
    if (!isBag(item) || !hasTexts(item, ["id", "text", "easy", "ask_prefecture"])) return false;
    return Array.isArray(item["links"]) && item["links"].length === 0 && Array.isArray(item["look_for"]) && isBag(item["next_steps"]);
  });
}

function hasTexts(value: unknown, keys: readonly string[]): boolean {
  return isBag(value) && keys.every((key) => typeof value[key] === "string");
}
