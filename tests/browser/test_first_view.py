"""What a real browser fetches for the first view is what the budget counts (tests/first_view.py)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page

from ..first_view import first_view
from .axe import EVERYTHING
from .self_check import PATH

KINDS = (
    PATH, "handbook/meetings/meetings.html", "glossary/index.html", "index.html", "faq/index.html", "self-check/own.html",
    "self-check/compare.html", "block-meeting/workbench.html", "block-meeting/index.html", "tools/sort-issues.html", "kit/index.html",
)


def test_the_budget_counts_what_a_browser_fetches(new_context: Callable, address, server: str, site_dir: Path) -> None:
    """Nothing more before anybody acts: neither the search index, nor readings, nor what deals with files."""
    for path in KINDS if EVERYTHING else KINDS[::3]:
        page = new_context().new_page()
        asked = _fetched(page, address("http", path), server)
        # Without a window the browser may leave the icon out.
        assert {name for name in asked ^ set(first_view(site_dir, path)) if "favicon" not in name} == set(), path


def _fetched(page: Page, url: str, base: str) -> set[str]:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(url)
    page.wait_for_load_state("networkidle")
    return {unquote(urlsplit(one).path).lstrip("/") for one in asked if one.startswith(base)}
