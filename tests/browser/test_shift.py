"""No script moves what somebody reads: no layout shift while a page comes up, whatever was kept on the device."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import cycle, product

from playwright.sync_api import BrowserContext, Page, Route

from .axe import EVERYTHING
from .self_check import PATH, SelfCheck

KINDS = (
    "index.html", "faq/index.html", "handbook/basics/what-is-council.html", "self-check/compare.html", "glossary/index.html?q=会議",
    "self-check/index.html", "kit/index.html", "cases/index.html?q=会議", PATH, "self-check/own.html", "block-meeting/index.html",
    "learn/path-municipality.html",
)
MORE = (
    "block-meeting/workbench.html", "data/kikan-method.html", "tools/sort-issues.html",
    "faq/index.html?q=会議", "faq/index.html#faq-council-duty", "handbook/basics/what-is-council.html?role=member", "self-check/index.html?time=10",
    "trouble/index.html", "calendar/index.html", "laws/index.html", "learn/index.html", "learn/quiz-basics.html", "templates/index.html",
    "easy/what-is-council.html", "about/sources.html", "about/updates.html", "tools/sharing.html", "tools/coordinator-costs.html", "data/index.html",
)
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1300, "height": 900}
STATES: tuple[tuple[dict[str, str], dict[str, int]], ...] = (
    ({}, PHONE), ({"text": "150"}, DESK), ({"furigana": "all"}, PHONE), ({}, DESK), ({"text": "150", "furigana": "all", "scheme": "dark"}, PHONE),
    ({"furigana": "all"}, DESK), ({"text": "150"}, PHONE), ({"text": "150", "furigana": "all", "scheme": "dark"}, DESK),
)
# Less is not seen (the web vitals call 0.1 good): at the lower edge a list with readings may still find its last line.
UNSEEN = 0.002
NOTE_SHIFTS = """
window.shifts = [];
new PerformanceObserver(list => shifts.push(...list.getEntries().filter(one => !one.hadRecentInput).map(one => [one.value, ...one.sources
  .map(({ node, previousRect: from, currentRect: to }) => `${node?.nodeName}.${node?.className} in ${node?.parentElement?.className}: ${from.x},${from.y} → ${to.x},${to.y}`)])))
  .observe({ type: 'layout-shift', buffered: true });
"""
# Until no part waits for its script and all readings are made; then two frames, so that all was painted, and told.
SHIFTS = """async () => {
  const frame = () => new Promise(done => requestAnimationFrame(done));
  const { classList, dataset } = document.documentElement;
  const noReadings = () => dataset.lookFurigana && (dataset.furiganaMade !== 'all' || classList.contains('awaits-readings'));
  while (noReadings() || document.querySelector('.waits:not(.is-live)')) await frame();
  await frame();
  await frame();
  await new Promise(done => setTimeout(done));
  return shifts;
}"""
PUSH = "() => document.body.prepend(Object.assign(document.createElement('p'), { textContent: 'x' }))"
PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))"


def test_nothing_moves_while_a_page_comes_up(new_context: Callable[..., BrowserContext], address: Callable[[str, str], str]) -> None:
    """Every kind of page in one of the states in turn; with ALL_PAGES more pages, in every state, and with work kept on the device."""
    context = new_context()
    page = context.new_page()
    page.goto(address("http", "404.html"))
    each = product(KINDS + MORE, STATES) if EVERYTHING else zip(KINDS, cycle(STATES), strict=False)
    if EVERYTHING:
        _work(page, address)
    context.add_init_script(NOTE_SHIFTS)
    _be_late(context, page)
    moved = []
    for path, (look, size) in each:
        page.set_viewport_size(size)
        page.evaluate("look => localStorage.setItem('kyogikai:handbook:_look', look)", json.dumps(look))
        page.goto(address("http", path))
        moved += [(path, look, size["width"], one) for one in page.evaluate(SHIFTS) if one[0] >= UNSEEN]
    assert not moved, "\n".join(map(str, moved))
    page.evaluate(PUSH)
    assert page.evaluate(SHIFTS), "the observer sees nothing"


def _work(page: Page, address: Callable[[str, str], str]) -> None:
    """What a page finds on the device of somebody who has worked with the site."""
    check = SelfCheck(page, address("http", PATH)).open()
    check.begin()
    check.answer_some()
    check.saved()
    page.goto(address("http", "learn/path-municipality.html"))
    page.locator("[data-js-path-step]").first.click()


def _be_late(context: BrowserContext, page: Page) -> None:
    """Scripts come only after the page was painted without them, and what waits for them waits as long as that takes."""
    def late(route: Route) -> None:
        page.evaluate(PAINTED)
        route.continue_()

    context.route(lambda url: url.endswith(".js") and not url.endswith(".head.js"), late)
    tab = context.new_cdp_session(page)
    tab.send("Animation.enable")
    tab.send("Animation.setPlaybackRate", {"playbackRate": 0})
