"""Ours against stock Material: the same page bodies, in Japanese, with its own search."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from playwright.sync_api import sync_playwright

from .figures import Figure, against
from .live import rebuilds
from .measuring import ROOT, SITE, in_turn, launched, python
from .serving import first_view, served

PAGES = {
    "ホーム": "index.html", "ハンドブックのページ": "handbook/basics/what-is-council.html",
    "自己点検（答える画面）": "self-check/municipal-council.html",
}
SOURCES = ("data", "docs", "macros", "overrides", "mkdocs.yml")
# A word of a statement of the handbook, in our data and in the page that stock Material gets.
CHANGED = ("data/guidelines/topics/meetings/meetings.yml", "docs/handbook/meetings/meetings.md")
WORDS = ("会議", "会合")
MOST_BUILD, MOST_REBUILD, REBUILD_SECONDS = 2.0, 1.2, 3.0


def versions() -> dict[str, str]:
    """What is compared."""
    return {name: version(name) for name in ("mkdocs", "mkdocs-material")}


def rows(runs: int) -> Iterator[Figure]:
    """Build, rebuild and first views."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stock = make_stock(folder / "stock")
        yield from _builds(folder, stock, runs)
        yield from _rebuilds(_copy(folder / "ours"), stock, runs)
        yield from _views(stock / "site")


def make_stock(folder: Path) -> Path:
    """A project of plain Material with the bodies of our pages, as they are after our macros."""
    config = ROOT / "mkdocs-stock-pages.yml"  # mkdocs-macros looks for its module beside the configuration
    config.write_text("INHERIT: mkdocs.yml\nhooks: [macros/hooks.py, tests/bench/stock_pages.py]\n", encoding="utf-8")
    try:
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(config), "-d", str(folder / "unused")]
        subprocess.run(command, cwd=ROOT, check=True, env={**os.environ, "STOCK": str(folder)})
    finally:
        config.unlink()
    shutil.rmtree(folder / "unused")
    return folder


def _copy(folder: Path) -> Path:
    """Our project again, for its files to be changed."""
    for name in SOURCES:
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, _made(folder) / name)
    (folder / "node_modules").symlink_to((ROOT / "node_modules").resolve())
    return folder


def _made(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return folder


def _builds(folder: Path, stock: Path, runs: int) -> Iterator[Figure]:
    ours, other = in_turn(
        python("-m", "mkdocs", "build", "--quiet", "--clean", "-d", str(folder / "site")),
        python("-m", "mkdocs", "build", "--quiet", "--clean", folder=stock), runs=runs,
    )
    yield against("全部を組み立てる時間", ours.wall, other.wall, "秒", MOST_BUILD)
    yield against("そのうち、プロセッサーの時間", ours.cpu, other.cpu, "秒", MOST_BUILD)


def _rebuilds(ours: Path, stock: Path, runs: int) -> Iterator[Figure]:
    data, page = CHANGED
    mine, other = rebuilds(ours, data, *WORDS, runs), rebuilds(stock, page, *WORDS, runs)
    ratio = mine.wall / other.wall
    yield Figure(
        "一か所を直してから、画面に出るまで（make serve）", f"{mine.wall:.1f} 秒", f"{other.wall:.1f} 秒", round(ratio, 3),
        f"{REBUILD_SECONDS:g} 秒以下か、{MOST_REBUILD:g} 倍以下", mine.wall <= REBUILD_SECONDS or ratio <= MOST_REBUILD,
    )
    yield against("そのうち、プロセッサーの時間", mine.cpu, other.cpu, "秒")


def _views(stock: Path) -> Iterator[Figure]:
    with served(SITE) as mine, served(stock) as theirs, sync_playwright() as playwright:
        browser = launched(playwright)
        for name, path in PAGES.items():
            ours, other = first_view(browser, mine, path), first_view(browser, theirs, path)
            yield against(f"はじめて開いたときの通信の量：{name}", ours.bytes / 1024, other.bytes / 1024, "KB", digits=0)
            yield against(f"はじめて開いたときの通信の数：{name}", ours.requests, other.requests, "件", digits=0)
        browser.close()
