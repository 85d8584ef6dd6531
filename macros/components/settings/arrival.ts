/** What waits for its script while a page comes up (`waits` in styles/base.css), and the end of the wait. */

const WAITING = ".waits:not(.is-live), .is-asked .waits-if-asked:not(.is-live)";

/** `part` is as it will be from now on. */
export function goLive(part: Element | null): void {
  part?.classList.add("is-live");
  endArrival();
}

/** The page has arrived once nothing of it waits. */
export function endArrival(): void {
  if (!document.querySelector(WAITING)) document.documentElement.classList.remove("is-arriving");
}
