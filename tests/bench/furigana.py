"""How long furigana take to come and go on the longest page."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from typing import NamedTuple

from playwright.sync_api import Browser, CDPSession, Page

from .figures import Figure, within

LIMIT_MS = 200
LONGEST = "glossary/index.html"
RUNS = 7

SWITCH = """
async (value) => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const isShown = () => [...document.querySelectorAll("main rt")].some((rt) => rt.checkVisibility({ contentVisibilityAuto: true }));
  const start = performance.now();
  document.querySelector(`[name=look-furigana][value=${value}]`).click();
  do await frame(); while (isShown() !== (value !== "off"));
  return performance.now() - start;
}
"""
"""Milliseconds from the press to the drawn frame that shows the readings in view, or shows them no more."""

LONGEST_TASK = """
async () => {
  let longest = 0;
  let last = performance.now();
  for (let quiet = 0, made = -1; quiet < 10;) {
    await new Promise((done) => setTimeout(done));
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    const count = document.getElementsByTagName("rt").length;
    quiet = count === made ? quiet + 1 : 0;
    made = count;
  }
  return longest;
}
"""
"""The longest wait for a press while the rest of the page is given its readings."""


class Switch(NamedTuple):
    """Milliseconds of one press: by the clock, and of the page's own thread, which other work on the machine does not lengthen."""

    clock: float
    thread: float


def press(page: Page, session: CDPSession, value: str) -> Switch:
    """Choose in the open panel."""
    def busy() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return 1000 * next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration")

    before = busy()
    clock = page.evaluate(SWITCH, value)
    return Switch(clock, busy() - before)


def switched(page: Page) -> tuple[Switch, Switch, Switch, float]:
    """The first time on, off, on again; and the longest wait for a press after the first."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.locator("[data-js-open-settings]").click()
    page.locator("[name=look-furigana]").first.hover()  # whoever presses has pointed before
    page.wait_for_timeout(300)
    first = press(page, session, "all")
    wait = page.evaluate(LONGEST_TASK)
    page.wait_for_timeout(200)
    off = press(page, session, "off")
    page.wait_for_timeout(200)
    return first, off, press(page, session, "all"), wait


def rows(browser: Browser, address: str) -> Iterator[Figure]:
    """Medians, with the limit for each press; `address` is the served site without a slash at its end."""
    runs = []
    for _ in range(RUNS):
        context = browser.new_context(viewport={"width": 1300, "height": 900})
        page = context.new_page()
        page.goto(f"{address}/{LONGEST}", wait_until="networkidle")
        runs.append(switched(page))
        context.close()
    *presses, waits = zip(*runs, strict=True)
    for name, taken in zip(("はじめて付ける", "付けたあと消す", "もう一度付ける"), presses, strict=True):
        clock, thread = (statistics.median(times) for times in zip(*taken, strict=True))
        yield within(f"用語集でふりがなを{name}", clock, LIMIT_MS, "ミリ秒", f"ページの仕事だけでは {thread:.0f} ミリ秒")
    yield Figure("残りの読みを付ける間の、いちばん長い待ち", f"{statistics.median(waits):.0f} ミリ秒")
