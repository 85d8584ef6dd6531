/** What was chosen or dropped, as one list of files; folders are walked through. */

export interface Source {
  /** With the folder, as the user knows it. */
  readonly path: string;
  /** Null for what cannot be opened. */
  readonly file: File | null;
}

/** Files that systems and office programs leave behind. */
const WORKING = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini|~\$[^/]*|\.~lock[^/]*#|\._[^/]*)$|(?:^|\/)__MACOSX\//i;

export function isWorkingFile(path: string): boolean {
  return WORKING.test(path);
}

export function chosen(files: FileList | null): readonly Source[] {
  return [...(files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/** Must be called within the drop event: its items are gone afterwards. */
export function dropped(transfer: DataTransfer | null): Promise<readonly Source[]> {
  const items = [...(transfer?.items ?? [])].filter((item) => item.kind === "file");
  const parts = items.map((item) => {
    const entry = item.webkitGetAsEntry?.() ?? null;
    if (entry?.isDirectory) return walk(entry as FileSystemDirectoryEntry);
    const file = item.getAsFile();
    return Promise.resolve<readonly Source[]>(file ? [{ path: file.name, file }] : []);
  });
  return Promise.all(parts).then((lists) => lists.flat());
}

async function walk(folder: FileSystemDirectoryEntry): Promise<readonly Source[]> {
  const path = folder.fullPath.replace(/^\//, "");
  try {
    const entries = await children(folder);
    const lists = await Promise.all(entries.map((entry) => {
      return entry.isDirectory ? walk(entry as FileSystemDirectoryEntry) : one(entry as FileSystemFileEntry);
    }));
    return lists.flat();
  } catch {
    return [{ path, file: null }];
  }
}

/** A browser hands out a folder in pieces (Chromium: 100 at a time) until it gives an empty one. */
async function children(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const piece = await new Promise<readonly FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (piece.length === 0) return all;
    all.push(...piece);
  }
}

function one(entry: FileSystemFileEntry): Promise<readonly Source[]> {
  const path = entry.fullPath.replace(/^\//, "");
  return new Promise((resolve) => {
    entry.file((file) => resolve([{ path, file }]), () => resolve([{ path, file: null }]));
  });
}
