/** Prints one part of a page: the heading, and `part`. The look is in style.css. */

export function printOnly(part: HTMLElement, after?: () => void): void {
  part.classList.add("print-this");
  document.body.classList.add("print-only-this");
  // Not after print() returns: some browsers return before the page has been drawn.
  window.addEventListener("afterprint", () => {
    part.classList.remove("print-this");
    document.body.classList.remove("print-only-this");
    after?.();
  }, { once: true });
  window.print();
}
