/** A wide table or figure is a scroll region and takes the focus; one that fits is no stop for the Tab key. */
export function frameTables(): void {
  const frames = document.querySelectorAll<HTMLElement>(".table-scroll, [data-js-scroll]");
  const check = (frame: HTMLElement): void => {
    const wide = frame.scrollWidth > frame.clientWidth + 1;
    frame.classList.toggle("table-scroll--wide", wide);
    if (wide) frame.tabIndex = 0;
    else frame.removeAttribute("tabindex");
  };
  const observer = new ResizeObserver((entries) => {
    for (const entry of entries) check(entry.target as HTMLElement);
  });
  for (const frame of frames) observer.observe(frame);
}
