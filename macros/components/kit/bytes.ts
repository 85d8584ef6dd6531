/**
 * A file of the kit as bytes. A site fetches it; the offline edition, where nothing can be fetched from file://, has a
 * script beside each file that leaves the bytes as base64 in a global of its own (macros/kit/manifest.py).
 */

import type { KitPart, Manifest } from "../../client/kit/types";
import { scriptLoader } from "../self-check/load-script";

/** The bytes of a part. Rejects where they cannot be had or are not as many as the manifest says. */
export async function bytesOf(part: KitPart, folder: string, manifest: Manifest): Promise<Uint8Array<ArrayBuffer>> {
  const address = `${folder}${part.path}`;
  const bytes = manifest.wrapped ? await unwrapped(`${address}.js`, `KyogikaiKit:${part.id}`) : await fetched(address);
  if (bytes.length !== manifest.files[part.id]?.bytes) throw new Error(`${address} is not whole`);
  return bytes;
}

async function fetched(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

async function unwrapped(source: string, name: string): Promise<Uint8Array<ArrayBuffer>> {
  const text = await scriptLoader<string>(source, name)();
  delete (globalThis as unknown as Record<string, unknown>)[name]; // a kit has many megabytes
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
