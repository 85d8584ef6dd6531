/** Gives a file to the reader. A link with a blob: works from http and file:// alike. */

export function download(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Firefox reads the blob after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
