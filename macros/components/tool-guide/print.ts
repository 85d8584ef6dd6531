/** Prints some parts of a page alone, below its heading and the tool's limits. The look is in style.css. */

export function printOnly(parts: readonly HTMLElement[], after?: () => void): void {
  for (const part of parts) part.classList.add("print-this");
  document.body.classList.add("print-only-this");
  // Not after print() returns: some browsers return before the page has been drawn.
  window.addEventListener("afterprint", () => {
    for (const part of parts) part.classList.remove("print-this");
    document.body.classList.remove("print-only-this");
    after?.();
  }, { once: true });
  window.print();
}
