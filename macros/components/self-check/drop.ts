/** A place that takes dropped files. */

/** `take` is called within the drop event: what the transfer holds is gone afterwards. */
export function onDrop(place: HTMLElement, take: (transfer: DataTransfer | null) => void, signal?: AbortSignal): void {
  const over = (event: DragEvent, is: boolean) => {
    event.preventDefault();
    place.classList.toggle("is-over", is);
  };
  const options = signal ? { signal } : {};
  place.addEventListener("dragover", (event) => over(event, true), options);
  place.addEventListener("dragleave", (event) => over(event, false), options);
  const onEnd = (event: DragEvent) => {
    over(event, false);
    take(event.dataTransfer);
  };
  place.addEventListener("drop", onEnd, options);
}

export function filesOf(transfer: DataTransfer | null): readonly File[] {
  return [...(transfer?.files ?? [])];
}
