"""Our self-check against SurveyJS: bytes, time to the first answer, and how soon an answer is drawn on a slow device."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from .figures import Figure, against
from .form_pages import ITEMS, write_ours, write_survey
from .measuring import SLOWER, launched, percentile, slowed
from .serving import Served, first_view, served

MOST_BYTES, MOST_DELAY = 0.25, 0.5
LETTERS = "kyogikai"
NOTES = 12
"""Items, spread over the form, whose note gets LETTERS."""
SLOW_NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1_638_400 / 8, "uploadThroughput": 768_000 / 8}
"""Lighthouse's slow line: 1.6 Mbit/s, 150 ms there and back."""

_FIRST_ANSWER = """
(() => {
  let begun = false;
  const look = () => {
    const begin = document.querySelector(".is-live [data-js-new-start]");
    if (begin && !begun) { begun = true; begin.click(); }
    const first = document.querySelector("[data-js-item] input, #surveyContainer input[type=radio]");
    if (first?.getClientRects().length && (begun || first.closest("#surveyContainer"))) window.firstAnswer = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()"""
_WATCH = """() => {
  window.delays = { click: [], keydown: [] };
  let waiting = false;
  for (const kind of ["click", "keydown"]) window.addEventListener(kind, (event) => {
    if (waiting || !event.isTrusted) return;
    waiting = true;
    // A frame begins, is drawn, and the next task runs.
    requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { window.delays[kind].push(performance.now() - event.timeStamp); waiting = false; };
      port2.postMessage(0); });
  }, { capture: true });
}"""
_TURN_TO = """
(at) => {
  if (window.survey) { const question = survey.getAllQuestions()[at]; if (survey.currentPage !== question.page) survey.currentPage = question.page; return; }
  const item = document.querySelectorAll("[data-js-sheet] [data-js-item]")[at];
  if (!item.checkVisibility()) document.querySelector(`[data-js-domain-link="${item.closest("[data-js-domain]").id}"]`).click();
}"""
_PLACE = """
async ([at, what]) => {
  const drawn = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
  const box = window.survey ? document.getElementById(survey.getAllQuestions()[at].id) : document.querySelectorAll("[data-js-sheet] [data-js-item]")[at];
  const radio = [...box.querySelectorAll("input[type=radio]")][at % 4];
  if (what === "note") box.querySelector("[data-js-note=note_shared]")?.setAttribute("open", "");
  const target = what === "note" ? box.querySelector("[data-js-field=note_shared], textarea") : radio.closest("label");
  target.scrollIntoView({ block: "center" });
  for (let frame = 0; frame < 6; frame += 1) await drawn();
  const { x, y, width, height } = target.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
}"""
_ANSWERED = """() => window.survey ? Object.keys(survey.data).filter((key) => !key.endsWith("-Comment")).length
  : document.querySelectorAll("[data-js-sheet] input[type=radio]:checked").length"""


@dataclass(frozen=True)
class Delays:
    """Milliseconds from input to the next drawn frame."""

    answers: list[float]
    letters: list[float]


def rows(runs: int) -> Iterator[Figure]:
    """Bytes, first answer, delays."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        paths = write_ours(folder / "ours"), write_survey(folder / "survey")
        browser = launched(playwright)
        with served(folder / "ours") as mine, served(folder / "survey") as theirs:
            sites = tuple(zip((mine, theirs), paths, strict=True))
            views = [first_view(browser, *site) for site in sites]
            yield against(f"{ITEMS}項目の画面を開く通信の量", *(view.bytes / 1024 for view in views), "KB", MOST_BYTES, digits=0)
            yield against("その通信の数", *(view.requests for view in views), "件", digits=0)
            firsts = [[_first_answer(browser, *site) for site in sites] for _ in range(runs)]
            yield against(
                f"最初の答えを選べるまで（遅い回線、CPU を{SLOWER}倍遅く）",
                *(statistics.median(times) / 1000 for times in zip(*firsts, strict=True)), "秒",
            )
            delays = [[_delays(browser, *site) for site in sites] for _ in range(runs)]
        browser.close()
    yield from _delay_rows(*(_joined(list(of_one)) for of_one in zip(*delays, strict=True)))


def _delay_rows(ours: Delays, theirs: Delays) -> Iterator[Figure]:
    for name, mine, other in (("答えを選んで", ours.answers, theirs.answers), ("メモに一文字打って", ours.letters, theirs.letters)):
        for share, percent in (("半分", 50), ("95%", 95)):
            yield against(
                f"{name}から画面に出るまで（CPU を{SLOWER}倍遅く）：{share}はこの時間以内",
                percentile(mine, percent), percentile(other, percent), "ミリ秒", MOST_DELAY, digits=0,
            )


def _joined(runs: list[Delays]) -> Delays:
    return Delays([time for run in runs for time in run.answers], [time for run in runs for time in run.letters])


def _first_answer(browser: Browser, site: Served, path: str) -> float:
    """Milliseconds from the address to an answer that can be chosen; nobody waits at the start view."""
    page = browser.new_context(locale="ja-JP").new_page()
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW_NETWORK)
    slowed(page)
    page.add_init_script(_FIRST_ANSWER)
    page.goto(f"{site.address}/{path}")
    page.wait_for_function("() => window.firstAnswer", timeout=120_000)
    taken = page.evaluate("window.firstAnswer")
    page.context.close()
    return taken


def _delays(browser: Browser, site: Served, path: str) -> Delays:
    """Answer every item with the mouse, and write into some notes, as a person does."""
    page = browser.new_context(locale="ja-JP", viewport={"width": 1300, "height": 900}).new_page()
    page.add_init_script(_FIRST_ANSWER)
    page.goto(f"{site.address}/{path}")
    page.wait_for_function("() => window.firstAnswer")
    slowed(page)
    page.evaluate(_WATCH)
    for at in range(ITEMS):
        page.evaluate(_TURN_TO, at)
        _press(page, at, "level")
        if at % (ITEMS // NOTES) == 0:
            _press(page, at, "note", counted=False)
            for letter in LETTERS:
                page.keyboard.press(letter)
                page.wait_for_timeout(50)
    if (answered := page.evaluate(_ANSWERED)) != ITEMS:
        raise RuntimeError(f"{site.address}/{path}: {ITEMS}項目のうち{answered}項目にしか答えられませんでした")
    delays = page.evaluate("window.delays")
    page.context.close()
    return Delays(delays["click"], delays["keydown"])


def _press(page: Page, at: int, what: str, *, counted: bool = True) -> None:
    """Click in the middle of a level or a note, and wait until it is drawn."""
    page.mouse.click(*page.evaluate(_PLACE, [at, what]))
    page.wait_for_timeout(100)
    if not counted:
        page.evaluate("() => void window.delays.click.pop()")
