"""`make bench`: a first table of speed and size. Medians of several runs; the machine decides the absolute values."""

from __future__ import annotations

import gzip
import http.server
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from .bench_answers import answer_rows
from .bench_furigana import furigana_rows
from .bench_workbench import workbench_rows
from .browser import chromium

ROOT = Path(__file__).parent.parent
SITE = ROOT / "site"
RUNS = 5
PAGES = ("index.html", "handbook/basics/what-is-council.html", "self-check/municipal-council.html")


def median_seconds(run: Callable[[], object], runs: int = RUNS) -> float:
    """Median wall-clock seconds of `run` after one warm-up."""
    run()
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def python(*arguments: str) -> Callable[[], object]:
    """A whole Python process as something to time."""
    return partial(subprocess.run, [sys.executable, *arguments], cwd=ROOT, check=True, capture_output=True)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free local port; yields its address."""
    handler = partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Print nothing."""


def first_view(browser: Browser, address: str) -> tuple[int, float]:
    """Requests and kilobytes (gzip) of the first view of a page, with nothing cached."""
    context = browser.new_context()
    page = context.new_page()
    bodies: list[bytes] = []
    page.on("requestfinished", lambda request: bodies.append(request.response().body()))
    page.goto(address, wait_until="networkidle")
    context.close()
    return len(bodies), sum(len(gzip.compress(body)) for body in bodies) / 1024


def rows() -> Iterator[tuple[str, str]]:
    """The table, row by row."""
    yield "データの決まりを確かめる（make check）", f"{median_seconds(python('-m', 'macros.check')):.2f} 秒"
    with tempfile.TemporaryDirectory() as folder:
        build = python("-m", "mkdocs", "build", "--quiet", "--site-dir", folder)
        yield "組み立て（make build）", f"{median_seconds(build, 3):.1f} 秒"
    files = [path for path in SITE.rglob("*") if path.is_file()]
    yield "ページの数", f"{sum(path.suffix == '.html' for path in files)}"
    yield "サイト全体の大きさ", f"{sum(path.stat().st_size for path in files) / 1e6:.1f} MB"
    for script in sorted((SITE / "assets/app").iterdir()):
        yield f"{script.name}（gzip）", f"{len(gzip.compress(script.read_bytes())) / 1024:.1f} KB"
    with served(SITE) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.FLAGS))
        for page in PAGES:
            requests, kilobytes = first_view(browser, f"{address}/{page}")
            yield f"最初の表示 {page}", f"{requests} 件、{kilobytes:.0f} KB（gzip）"
        yield from workbench_rows(browser, address, SITE)
        yield from answer_rows(browser, address)
        yield from furigana_rows(browser, address)
        browser.close()


def main() -> None:
    """Print the table as Markdown."""
    print("| 測ったもの | 値 |\n| --- | --- |")
    for name, value in rows():
        print(f"| {name} | {value} |", flush=True)


if __name__ == "__main__":
    main()
