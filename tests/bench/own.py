"""The site by itself: the build's parts, sizes, and what its own limits ask of the browser."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import sync_playwright

from . import answers, furigana, workbench
from .figures import Figure
from .measuring import SITE, in_turn, launched, python
from .serving import packed, served


def rows(runs: int) -> Iterator[Figure]:
    """Sizes, then the parts that have limits of their own."""
    (check,) = in_turn(python("-m", "macros.check"), runs=runs)
    yield Figure("データの決まりを確かめる（make check）", f"{check.wall:.1f} 秒")
    files = [path for path in SITE.rglob("*") if path.is_file()]
    yield Figure("ページの数", f"{sum(path.suffix == '.html' for path in files)} ページ")
    yield Figure("サイト全体の大きさ", f"{sum(path.stat().st_size for path in files) / 1e6:.0f} MB")
    for script in sorted((SITE / "assets/app").iterdir()):
        yield Figure(f"{script.name}（gzip）", f"{len(packed(script)) / 1024:.1f} KB")
    with served(SITE) as site, sync_playwright() as playwright:
        browser = launched(playwright)
        yield from workbench.rows(browser, site.address, SITE)
        yield from answers.rows(browser, site.address)
        yield from furigana.rows(browser, site.address)
        browser.close()


def versions() -> dict[str, str]:
    """Nothing that the page does not say anyway."""
    return {}
