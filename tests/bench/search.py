"""`make bench-search`: our search, stock Material and Pagefind on the query log, same pages, in Chromium.

Stock Material and Pagefind are judged kindly: a result counts by its page and all sections listed
under it, and an entry that they cannot index by itself (a question in a list) counts by its page.
Ours counts by the very address. Pagefind is no dependency: where it cannot be fetched it is left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import material
from playwright.sync_api import Browser, Page, sync_playwright

from macros.addresses import Address, addresses
from macros.check import checked

from ..browser import chromium
from ..search.log import Query, queries, ranks, scores
from .measuring import ROOT, SITE
from .search_scripts import OURS, PAGEFIND_RUN, STOCK
from .serving import served

MATERIAL = Path(material.__file__).parent / "templates"
PAGEFIND = "pagefind@1.5.2"
MOST = 10


@dataclass
class Run:
    """What one search gave: groups of addresses for each query, times in ms, bytes that a first search loads."""

    name: str
    found: list[list[list[str]]]
    ready: float
    times: list[float]
    bytes: int
    anchors: frozenset[str] = field(default_factory=frozenset)
    """Addresses that it can lead to; empty: any."""


def main() -> None:
    """Print the tables as Markdown."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--half", choices=("tuning", "heldout"), default="heldout")
    parser.add_argument("--failures", action="store_true", help="list what the first result does not answer")
    options = parser.parse_args()
    log, places = queries(options.half), addresses(checked(ROOT))
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.FLAGS))
        runs = [run for run in _runs(browser, Path(folder), [query.query for query in log]) if run]
        browser.close()
    print(f"{options.half}: {len(log)} 件の質問\n\n| | hit@1 | hit@3 | hit@10 | 0件 | 大きさ（gzip） | 使えるまで | 検索 中央値 | 検索 95% |\n| --- |{' --- |' * 8}")
    for run in runs:
        print(_row(run, log, places))
    print(f"\n| hit@1（hit@3） | {' | '.join(run.name for run in runs)} |\n| --- |{' --- |' * len(runs)}")
    for line in _classes(runs, log, places):
        print(line)
    if options.failures:
        print("\n最初の結果が答えでなかったもの:\n")
        for line in _failures(runs[0], log, places):
            print(line)


def _runs(browser: Browser, folder: Path, words: list[str]) -> Iterator[Run | None]:
    yield _ours(browser, words)
    yield _stock(browser, folder, words)
    yield _pagefind(browser, folder, words)


def _ours(browser: Browser, words: list[str]) -> Run:
    with served(SITE) as site:
        page = _blank(browser, f"{site.address}/index.html")
        result = page.evaluate(OURS, words)
    files = [SITE / "assets/app" / name for name in ("search.lazy.js", "search-index.js")]
    return Run("このサイト", result["found"], result["ready"], result["times"], _sent(files))


def _stock(browser: Browser, folder: Path, words: list[str]) -> Run:
    config = folder / "stock.yml"
    config.write_text(
        f"INHERIT: {ROOT / 'mkdocs.yml'}\ndocs_dir: {ROOT / 'docs'}\ntheme: {{name: material, custom_dir: {ROOT / 'overrides'}}}\nhooks: [{ROOT / 'macros/hooks.py'}]\n"
        "plugins:\n  - search: {lang: ja}\n  - macros: {module_name: macros, on_error_fail: true, on_undefined: strict}\n", encoding="utf-8",
    )
    target = ROOT / "mkdocs-stock.yml"  # mkdocs-macros looks for its module beside the configuration
    target.write_text(config.read_text(encoding="utf-8"), encoding="utf-8")
    try:
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(target), "-d", str(folder / "stock")], cwd=ROOT, check=True, capture_output=True)
    finally:
        target.unlink()
    index = folder / "stock/search/search_index.json"
    workers = sorted((MATERIAL / "assets/javascripts/workers").glob("search.*.js"))
    with served(MATERIAL) as host:
        theme = host.address
        page = _blank(browser, f"{theme}/assets/javascripts/workers/")
        page.route("**/search_index.json", lambda route: route.fulfill(body=index.read_text(encoding="utf-8"), content_type="application/json"))
        result = page.evaluate(STOCK, [f"{theme}/assets/javascripts/workers/{workers[0].name}", f"{theme}/search_index.json", words])
    locations = frozenset(doc["location"] for doc in json.loads(index.read_text(encoding="utf-8"))["docs"])
    lunr = [MATERIAL / "assets/javascripts/lunr" / name for name in ("min/lunr.stemmer.support.min.js", "min/lunr.ja.min.js", "tinyseg.js")]
    return Run("Material 標準（ja）", result["found"], result["ready"], result["times"], _sent([index, workers[0], *lunr]), locations)


def _pagefind(browser: Browser, folder: Path, words: list[str]) -> Run | None:
    made = folder / "pagefind"
    done = subprocess.run(
        [str(ROOT / "tools/with-node"), "npx", "--yes", PAGEFIND, "--site", str(SITE), "--output-path", str(made)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )
    if done.returncode or not made.is_dir():
        print(f"Pagefind は測れませんでした: {(done.stderr or done.stdout).strip().splitlines()[-1:]}", file=sys.stderr)
        return None
    loaded: list[int] = []
    with served(made.parent) as site:
        page = _blank(browser, f"{site.address}/pagefind/")
        page.on("requestfinished", lambda request: loaded.append(len(request.response().body())))
        result = page.evaluate(PAGEFIND_RUN, words)
    known = frozenset(url for groups in result["found"] for group in groups for url in group)
    return Run("Pagefind", result["found"], result["ready"], result["times"], sum(loaded), known)


def _blank(browser: Browser, address: str) -> Page:
    page = browser.new_context(locale="ja-JP").new_page()
    page.goto(address)
    return page


def _sent(files: Sequence[Path]) -> int:
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in files if path.exists())


def _flat(run: Run, log: Sequence[Query], places: Mapping[str, Address]) -> list[list[str]]:
    """One address for each result: an answer that it leads to, or else what it leads to first."""
    rows = []
    for query, groups in zip(log, run.found, strict=True):
        answers = [places[own] for own in query.answers]
        rows.append([next((a.seen_from("") for a in answers if _leads(run, group, a)), group[0]) for group in groups])
    return rows


def _leads(run: Run, group: Sequence[str], answer: Address) -> bool:
    whole = answer.seen_from("")
    if whole in group:
        return True
    return bool(run.anchors) and whole not in run.anchors and any(url.partition("#")[0] == answer.path for url in group)


def _row(run: Run, log: Sequence[Query], places: Mapping[str, Address]) -> str:
    all_ = scores(log, _flat(run, log, places), places)[""]
    shares = (f"{count / all_.queries:.1%}" for count in (all_.first, all_.three, all_.ten))
    slow = statistics.quantiles(run.times, n=20)[-1]
    return (
        f"| {run.name} | {' | '.join(shares)} | {all_.nothing} | {run.bytes / 1024:.0f} KB | {run.ready:.0f} ms "
        f"| {statistics.median(run.times):.1f} ms | {slow:.1f} ms |"
    )


def _classes(runs: Sequence[Run], log: Sequence[Query], places: Mapping[str, Address]) -> Iterator[str]:
    tables = [scores(log, _flat(run, log, places), places) for run in runs]
    for name in tables[0]:
        cells = (f"{t[name].first / t[name].queries:.0%}（{t[name].three / t[name].queries:.0%}、0件 {t[name].nothing}）" for t in tables)
        yield f"| {name or '全体'} {tables[0][name].queries} | {' | '.join(cells)} |"


def _failures(run: Run, log: Sequence[Query], places: Mapping[str, Address]) -> Iterator[str]:
    flat = _flat(run, log, places)
    for query, rank, urls in zip(log, ranks(log, flat, places), flat, strict=True):
        if rank != 1:
            yield f"- {query.kind}: {query.query} — {f'{rank} 番目' if rank else '10 番目までにない'}（最初は {urls[0] if urls else 'なし'}）"


if __name__ == "__main__":
    main()
