/** Storages that misbehave, as browsers do. */

import { MemoryStorage } from "../storage-memory";

/** A full storage: writing throws as browsers do when `room` characters are used up. */
export class FullStorage extends MemoryStorage {
  room = Number.POSITIVE_INFINITY;

  override setItem(key: string, value: string): void {
    let used = 0;
    for (let index = 0; index < this.length; index += 1) {
      const other = this.key(index) ?? "";
      if (other !== key) used += other.length + (this.getItem(other)?.length ?? 0);
    }
    if (used + key.length + value.length > this.room) {
      throw Object.assign(new Error("full"), { name: "QuotaExceededError" });
    }
    super.setItem(key, value);
  }
}

/** A storage whose browser dies, or refuses, at the n-th write. */
export class DyingStorage extends MemoryStorage {
  writesLeft = Number.POSITIVE_INFINITY;

  override setItem(key: string, value: string): void {
    this.#spend();
    super.setItem(key, value);
  }

  override removeItem(key: string): void {
    this.#spend();
    super.removeItem(key);
  }

  #spend(): void {
    if (this.writesLeft <= 0) throw Object.assign(new Error("denied"), { name: "SecurityError" });
    this.writesLeft -= 1;
  }
}
