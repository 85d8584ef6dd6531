"""`make bench`: 1,741 files of 60 items each into the workbench, in real Chromium.

The measure: read, checked and shown within four times what JSON.parse alone takes on the same bytes plus one
second, under 500 MB, the page answering all the while.
"""

from __future__ import annotations

import json
import random
import re
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, Route

from .figures import Figure, within

COUNCILS = 1741
ITEMS = 60
RUNS = 5
"""One run says little: how long the browser takes to hand the files over varies by half."""
PAGE = "block-meeting/workbench.html"
CATALOGUE = re.compile(r"(<script[^>]*data-js-catalogue[^>]*>)(.*?)(</script>)", re.S)
_PARSE = "texts => { const start = performance.now(); for (const text of texts) JSON.parse(text); return performance.now() - start }"
_HAND_OVER = """
async () => {
  const files = [...document.querySelector("#all").files], start = performance.now();
  for (let at = 0; at < files.length; at += 64) await Promise.all(files.slice(at, at + 64).map((file) => file.arrayBuffer()));
  return performance.now() - start;
}"""
_LONGEST = """
() => { window.longest = 0; let last = performance.now();
  // The browser itself pauses before it hands over what was chosen: counted is from then on.
  const tick = () => { const now = performance.now(); if (last >= window.began) window.longest = Math.max(window.longest, now - last); last = now;
    setTimeout(tick, 0); };
  tick(); }
"""


@dataclass(frozen=True)
class _Run:
    """Seconds to the matrix, of JSON.parse and of handing the files over; milliseconds of the longest pause; bytes."""

    taken: float
    parse: float
    handed: float
    longest: float
    heap: float


def rows(browser: Browser, address: str, site: Path) -> Iterator[Figure]:
    """Time, longest pause and memory, each with its limit, and what JSON.parse, the disk and the browser alone take."""
    html = (site / PAGE).read_text(encoding="utf-8")
    catalogue = _sixty(json.loads(CATALOGUE.search(html)[2]))
    changed = CATALOGUE.sub(lambda found: found[1] + json.dumps(catalogue, ensure_ascii=False).replace("<", "\\u003c") + found[3], html)
    with tempfile.TemporaryDirectory() as folder:
        paths = write_files(Path(folder), catalogue[0])
        start = time.perf_counter()
        texts = [path.read_text(encoding="utf-8") for path in paths]
        read = time.perf_counter() - start
        size = sum(path.stat().st_size for path in paths) / 1e6
        runs = [_run(browser, address, changed, Path(folder), texts) for _ in range(RUNS)]
    middle = _Run(*(statistics.median(values) for values in zip(*map(astuple, runs), strict=True)))
    alone = f"JSON.parse だけで {middle.parse:.2f} 秒、ディスクから読むだけで {read:.2f} 秒、ブラウザーがファイルを渡すだけで {middle.handed:.2f} 秒"
    yield within(f"市町村{COUNCILS:,}件×{ITEMS}項目（{size:.1f} MB）を読み、表が出るまで", middle.taken, 4 * middle.parse + 1, "秒", alone, 2)
    yield within("そのあいだ、画面がいちばん長く止まった時間", max(run.longest for run in runs), 1000, "ミリ秒")
    yield within("そのときに使う記憶（スクリプトの分）", max(run.heap for run in runs) / 1e6, 500, "MB")


def _run(browser: Browser, address: str, html: str, folder: Path, texts: list[str]) -> _Run:
    """One drop of all files, in a profile of its own."""
    context = browser.new_context()
    page = context.new_page()
    page.route(f"**/{PAGE}", lambda route: _give(route, html))
    page.goto(f"{address}/{PAGE}")
    parse = page.evaluate(_PARSE, texts) / 1000
    page.reload()
    taken, longest = time_to_matrix(page, folder)
    heap = memory(context.new_cdp_session(page))
    handed = time_to_hand_over(page, folder)
    context.close()
    return _Run(taken / 1000, parse, handed, longest, heap)


def _sixty(catalogue: list[dict]) -> list[dict]:
    """The first checklist with exactly sixty items."""
    domain = catalogue[0]["domains"][-1]
    missing = ITEMS - sum(len(one["items"]) for one in catalogue[0]["domains"])
    domain["items"] += [{**domain["items"][0], "id": f"it-bench-{number}"} for number in range(missing)]
    return catalogue


def write_files(folder: Path, checklist: dict, councils: int = COUNCILS) -> list[Path]:
    """Result files as councils would send them: notes at some items, a plan."""
    paths = []
    for number in range(councils):
        path = folder / f"{number:04}.json"
        path.write_text(json.dumps(record_of(number, checklist), ensure_ascii=False), encoding="utf-8")
        paths.append(path)
    return paths


def record_of(number: int, checklist: dict) -> dict:
    """The result of one invented council: every item answered, notes at some, a request."""
    dice = random.Random(number)
    levels = [level["id"] for level in checklist["scale"]["levels"]]
    items = [item["id"] for domain in checklist["domains"] for item in domain["items"]]
    answers = {item: {"state": "answered", "level": dice.choice(levels)} for item in items}
    for item in dice.sample(items, 12):
        answers[item]["note_shared"] = "担当が一人で、会議の準備に時間が取れていません。" * 2
    return {
        "format": "kyogikai-check/1",
        "checklist": {"id": checklist["id"], "version": checklist["version"], "items_digest": checklist["items_digest"]},
        "subject": {"prefecture": "架空県", "name": f"架空{number}町", "kind": "municipality"},
        "respondent": {"label": "", "role": "市町村の担当"}, "date": "2026-11-21", "saved_at": "2026-11-21T01:00:00.000Z",
        "answers": answers, "agreed": {},
        "plan": {"goals": [], "actions": [], "requests": [{"text": "研修を開いてほしい", "to": "架空県", "items": [items[number % len(items)]]}]},
        "snapshots": [],
    }


def _give(route: Route, html: str) -> None:
    route.fulfill(body=html, content_type="text/html; charset=utf-8")


def time_to_matrix(page: Page, folder: Path) -> tuple[float, float]:
    """Milliseconds from the choice to the matrix, and the longest pause between two turns of the event loop."""
    page.evaluate(
        """() => { window.shown = new Promise((resolve) => {
          const choose = document.querySelector("[data-js-folder]");
          choose.addEventListener("change", () => { window.began = performance.now(); }, { capture: true });
          const seen = new MutationObserver(() => {
            if (document.querySelector("[data-js-panel=check]:not([hidden])")) document.querySelector("[data-js-step=look]").click();
            if (document.querySelector("[data-js-matrix] td")) requestAnimationFrame(() => resolve(performance.now() - window.began));
          });
          seen.observe(document.querySelector("[data-js-workbench]"), { subtree: true, childList: true, attributes: true });
        }); }"""
    )
    page.evaluate(_LONGEST)
    page.locator("[data-js-folder]").set_input_files(folder)
    taken = page.evaluate("window.shown")
    return taken, page.evaluate("window.longest")


def time_to_hand_over(page: Page, folder: Path) -> float:
    """Seconds that the browser takes to give a page the bytes of the same files, with nothing done to them."""
    page.goto(page.url.rsplit("/", 2)[0] + "/404.html")
    page.evaluate("""() => document.body.append(Object.assign(document.createElement("input"), { type: "file", webkitdirectory: true, id: "all" }))""")
    page.locator("#all").set_input_files(folder)
    return page.evaluate(_HAND_OVER) / 1000


def memory(session: object) -> float:
    """Bytes on the JavaScript heap, garbage taken away."""
    session.send("HeapProfiler.collectGarbage")  # type: ignore[attr-defined]
    session.send("Performance.enable")  # type: ignore[attr-defined]
    metrics = session.send("Performance.getMetrics")["metrics"]  # type: ignore[attr-defined]
    return next(metric["value"] for metric in metrics if metric["name"] == "JSHeapUsedSize")
