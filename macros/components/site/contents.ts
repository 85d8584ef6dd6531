/** Marks the heading being read in the contents at the side, and shows the current page in the side navigation. */
export function followContents(): void {
  showCurrentPage();
  const toc = document.querySelector<HTMLElement>("[data-js-toc]");
  if (!toc) return;
  const links = new Map<Element, HTMLAnchorElement>();
  for (const link of toc.querySelectorAll<HTMLAnchorElement>("a[href^='#']")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  const mark = (): void => {
    const line = window.innerHeight * 0.3;
    const passed = [...links].filter(([heading]) => heading.getBoundingClientRect().top < line);
    const current = passed[passed.length - 1]?.[1];
    for (const link of links.values()) {
      if (link === current) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
    if (current) scrollInside(toc, current);
  };
  let waiting = false;
  const later = (): void => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  };
  addEventListener("scroll", later, { passive: true });
  mark();
}

function showCurrentPage(): void {
  const nav = document.querySelector<HTMLElement>("[data-js-side-nav]");
  const current = nav?.querySelector<HTMLElement>("[aria-current=page]");
  if (nav && current) scrollInside(nav, current);
}

/** Scroll only `box` (scrollIntoView would move the page too). */
function scrollInside(box: HTMLElement, child: HTMLElement): void {
  const frame = box.getBoundingClientRect();
  const place = child.getBoundingClientRect();
  if (place.top < frame.top || place.bottom > frame.bottom) {
    box.scrollTop += place.top - frame.top - frame.height / 3;
  }
}
