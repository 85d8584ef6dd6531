"""What a page looks like, asked of the browser: scripts that return a list of faults in words, empty if all is well."""

from __future__ import annotations

from playwright.sync_api import Page

SMALL_TEXT = """
() => [...document.body.querySelectorAll("*")].filter((element) => {
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  return own && parseFloat(getComputedStyle(element).fontSize) < 16;
}).map((element) => `${element.tagName} ${element.className} ${getComputedStyle(element).fontSize}`)
"""
"""Text under 16 px. Readings are drawn from an attribute and are no text."""

SMALL_TARGETS = """
() => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")].filter((element) => {
  if (!element.checkVisibility({ visibilityProperty: true }) || element.closest(".visually-hidden, .sc-unseen, .skip-link")) return false;
  const boxes = [element, element.closest("label")].filter(Boolean).map((part) => part.getBoundingClientRect());
  if (boxes.some(({ width, height }) => width >= 24 && height >= 24) || boxes[0].width === 0) return false;
  const around = element.closest("p, li, dd, td, th, caption, figcaption, label");
  const isInSentence = getComputedStyle(element).display === "inline" && around && around.textContent.trim().length > element.textContent.trim().length + 1;
  return !isInSentence;
}).map((element) => `${element.tagName} ${element.className} ${Math.round(element.getBoundingClientRect().width)}×${Math.round(element.getBoundingClientRect().height)}`)
"""
"""Targets under 24 px (WCAG 2.2, 2.5.8), save links within a sentence, which the criterion leaves out."""

TOUCHING_READINGS = """
() => {
  const ROW = 40;
  const known = new Map([[document.body, true]]);
  const isDrawn = (element) => { // not for screen readers alone, nor in a drawing
    if (!known.has(element)) known.set(element, getComputedStyle(element).clipPath === "none" && element.tagName !== "svg" && isDrawn(element.parentElement));
    return known.get(element);
  };
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) && isDrawn(element);
  const layer = (element) => { for (; element; element = element.parentElement) if (["fixed", "sticky"].includes(getComputedStyle(element).position)) return element; return null; };
  const ink = (box, part) => ({ left: box.left + 1, right: box.right - 1, top: box.top + box.height * part, bottom: box.bottom - box.height * part });
  const rows = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.data.trim() || !isSeen(text.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) {
      const words = { ...ink(box, 0.22), text };
      if (box.width > 1) for (let row = Math.floor(words.top / ROW); row <= Math.floor(words.bottom / ROW); row += 1) {
        if (!rows.has(row)) rows.set(row, []);
        rows.get(row).push(words);
      }
    }
  }
  const faults = [];
  for (const rt of document.querySelectorAll("rt")) {
    if (!isSeen(rt)) continue;
    for (const box of rt.getClientRects()) { // a long word may go on in the next line, and its reading with it
      if (box.width < 1) continue;
      const reading = ink(box, 0.2);
      for (let row = Math.floor(reading.top / ROW); row <= Math.floor(reading.bottom / ROW); row += 1) for (const words of rows.get(row) ?? []) {
        const touch = reading.left < words.right && words.left < reading.right && reading.top < words.bottom && words.top < reading.bottom;
        if (touch && layer(rt) === layer(words.text.parentElement)) faults.push(`${rt.dataset.reading} touches ${words.text.data.trim().slice(0, 20)}`);
      }
      for (let frame = rt.parentElement; frame && frame !== document.body; frame = frame.parentElement) {
        const { display, overflowY, borderTopWidth } = getComputedStyle(frame);
        if (display.startsWith("ruby") || ["inline", "contents"].includes(display)) continue;
        if (overflowY === "visible" && parseFloat(borderTopWidth) === 0) continue;
        if (box.top + box.height * 0.2 + frame.scrollTop < frame.getBoundingClientRect().top) faults.push(`${rt.dataset.reading} sticks out of ${frame.tagName} ${frame.className}`);
        break;
      }
    }
  }
  return [...new Set(faults)];
}
"""
"""Readings over other words, or over the edge of a frame."""

LAY_OUT_EVERYTHING = """
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { content-visibility: visible !important }");
  document.adoptedStyleSheets = [sheet];
}
"""
"""What is out of view has no places of its own otherwise."""

MOVING = """
() => [...document.querySelectorAll("*")].flatMap((element) => ["", "::before", "::after"].filter((part) => {
  const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element, part || null);
  return /[1-9]/.test(transitionDuration) || animationName !== "none" || scrollBehavior !== "auto";
}).map((part) => `${element.tagName} ${element.className}${part}`))
"""
"""What would still move for a reader who has asked for less motion."""

_WIDTH = "document.documentElement.scrollWidth"


def faults_of_looks(page: Page) -> list[str]:
    """Text and targets that are too small, and readings that touch something, as the page stands."""
    page.evaluate(LAY_OUT_EVERYTHING)
    probes = {"text under 16 px": SMALL_TEXT, "target under 24 px": SMALL_TARGETS, "reading": TOUCHING_READINGS}
    return [f"{name}: {fault}" for name, probe in probes.items() for fault in page.evaluate(probe)]


def scrolls_sideways(page: Page, width: int = 320) -> bool:
    """Whether the page is wider than a window of `width` px (WCAG 2.2, 1.4.10)."""
    page.set_viewport_size({"width": width, "height": 800})
    return bool(page.evaluate(_WIDTH) > width)
