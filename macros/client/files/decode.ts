/** Bytes of a text file to text: UTF-8, UTF-16 with its mark, or Shift_JIS as Japanese Excel saves CSV. */

import type { Result } from "../types";
import { refused } from "./refuse";

/** Decodes strictly: a replacement character in somebody's notes would be a silent loss. */
export function decodeText(bytes: Uint8Array): Result<string> {
  for (const encoding of candidates(bytes)) {
    try {
      return { ok: true, value: decoderFor(encoding).decode(bytes) };
    } catch {
      /* the next one */
    }
  }
  return refused("damaged");
}

function candidates([first, second]: Uint8Array): readonly string[] {
  if (first === 0xff && second === 0xfe) return ["utf-16le"];
  if (first === 0xfe && second === 0xff) return ["utf-16be"];
  return ["utf-8", "shift_jis"];
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

/** Made once: with small files, making one takes longer than decoding. */
function decoderFor(encoding: string): InstanceType<typeof TextDecoder> {
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding, { fatal: true });
  decoders.set(encoding, decoder);
  return decoder;
}
