const FRAMES = ".table-scroll, [data-js-scroll]";

/** A wide table or figure is a scroll region and takes the focus; one that fits is no stop for the Tab key. */
export function frameTables(): void {
  const frames = document.querySelectorAll<HTMLElement>(FRAMES);
  const check = (frame: HTMLElement): void => {
    const wide = frame.scrollWidth > frame.clientWidth + 1;
    frame.classList.toggle("table-scroll--wide", wide);
    if (wide) frame.tabIndex = 0;
    else frame.removeAttribute("tabindex");
  };
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const frame = target.closest<HTMLElement>(FRAMES);
      if (frame) check(frame);
    }
  });
  for (const frame of frames) {
    observer.observe(frame);
    // A table that a script fills later grows without a change of its frame.
    for (const content of frame.children) observer.observe(content);
  }
}
