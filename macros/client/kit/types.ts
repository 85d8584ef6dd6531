/** What the page of the kit knows: the parts, from the build (macros/kit), and the files, from the manifest beside them. */

export interface KitPart {
  readonly id: string;
  /** Key of `KitData.kinds`. */
  readonly kind: string;
  readonly title: string;
  /** Below kit/files/. */
  readonly path: string;
}

export interface KitData {
  /** In the order of the page. */
  readonly parts: readonly KitPart[];
  /** Kind → its name. */
  readonly kinds: Readonly<Record<string, string>>;
  /** Occasion → ids of the parts that it needs. */
  readonly occasions: Readonly<Record<string, readonly string[]>>;
  /** The contents page with ⟦marks⟧ for what differs; it stands alone in the ZIP. */
  readonly frame: string;
}

export interface FileFacts {
  readonly bytes: number;
  readonly sha256: string;
}

/** Written by macros/kit/manifest.py. */
export interface Manifest {
  /** The edition's day, 2026-11-21; "" for a site that carries no files. */
  readonly date: string;
  readonly commit: string;
  /** Each file has a script with its bytes beside it: in the offline edition, where nothing can be fetched. */
  readonly wrapped: boolean;
  readonly files: Readonly<Record<string, FileFacts>>;
  /** Part → why it could not be made. */
  readonly missing: Readonly<Record<string, string>>;
  readonly offline: (FileFacts & { readonly path: string }) | null;
}

export const NO_FILES: Manifest = { date: "", commit: "", wrapped: false, files: {}, missing: {}, offline: null };

/** What stands on the cover. All of it may be empty. */
export interface Cover {
  readonly title: string;
  readonly host: string;
  /** 2026-11-21 */
  readonly date: string;
}
