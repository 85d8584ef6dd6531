/** Where nothing can be kept on the device: a storage that lasts as long as the page. */

import type { StorageLike } from "./storage-keys";

export class MemoryStorage implements StorageLike {
  readonly #entries = new Map<string, string>();

  get length(): number {
    return this.#entries.size;
  }

  key(index: number): string | null {
    return [...this.#entries.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.#entries.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.#entries.set(key, value);
  }

  removeItem(key: string): void {
    this.#entries.delete(key);
  }
}

/** Browsers name a full storage in several ways; everything else counts as forbidden. */
export function failureOf(error: unknown): "quota" | "forbidden" {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  const full = name === "QuotaExceededError" || name === "NS_ERROR_DOM_QUOTA_REACHED" || code === 22 || code === 1014;
  return full ? "quota" : "forbidden";
}
