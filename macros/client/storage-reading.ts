/** Reads the envelopes of a storage; a text that is as it was the last time is not parsed again. */

import { decodeEnvelope } from "./storage-keys";
import type { Envelope, StorageLike } from "./storage-keys";

export class EnvelopeReader {
  readonly #known = new Map<string, { readonly text: string; readonly envelope: Envelope }>();

  constructor(private readonly storage: StorageLike) {}

  /** The envelope under `key`; null where none can be read. */
  read(key: string): Envelope | null {
    const text = this.storage.getItem(key);
    const known = this.#known.get(key);
    if (known?.text === text) return known.envelope;
    const envelope = decodeEnvelope(text);
    if (envelope) this.wrote(key, text ?? "", envelope);
    return envelope;
  }

  /** Takes note of what was written under `key`. */
  wrote(key: string, text: string, envelope: Envelope): void {
    this.#known.set(key, { text, envelope });
  }
}
