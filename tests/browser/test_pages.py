"""Every page: accessible, readable, and quiet, in light and dark, on a phone and on a desk.

`make test` looks at one page of each kind; `make axe` (ALL_PAGES=1) at all of them.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from .axe import violations

ROOT = Path(__file__).parents[2]
SITE = Path(os.environ.get("SITE_DIR", ROOT / "site"))
SAMPLE = [
    "index.html", "404.html", "handbook/index.html", "handbook/basics/index.html", "handbook/basics/what-is-council.html",
    "handbook/functions/municipal-functions.html", "handbook/meetings/meetings.html", "self-check/index.html",
    "self-check/municipal-council.html", "block-meeting/index.html", "block-meeting/workbench.html", "data/index.html", "data/members-plenary.html", "glossary/index.html",
    "faq/index.html", "cases/index.html", "calendar/index.html", "laws/index.html", "laws/differences.html",
    "about/index.html", "about/sources.html",
]
ALL = sorted(path.relative_to(SITE).as_posix() for path in SITE.rglob("*.html"))
PAGES = ALL if os.environ.get("ALL_PAGES") else SAMPLE
STATES = [(width, scheme) for width in (390, 1300) for scheme in ("light", "dark")]
SMALL_TEXT = """
() => [...document.body.querySelectorAll("*")].filter((element) => {
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  return own && parseFloat(getComputedStyle(element).fontSize) < 16;
}).map((element) => `${element.tagName} ${element.className} ${getComputedStyle(element).fontSize}`)
"""


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("width", "scheme"), STATES)
def test_a_page_has_no_accessibility_fault(new_context, address, path, width, scheme) -> None:
    page = new_context(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
    page.goto(address("http", path))
    assert violations(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_reads_at_320_px_without_scrolling_sideways(new_context, address, path) -> None:
    page = new_context(viewport={"width": 320, "height": 800}).new_page()
    page.goto(address("http", path))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", PAGES)
def test_no_text_is_smaller_than_16_px(new_context, address, path) -> None:
    page = new_context().new_page()
    page.goto(address("http", path))
    assert page.evaluate(SMALL_TEXT) == []


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_the_search_finds_a_page(new_context, address, scheme) -> None:
    page = new_context().new_page()
    page.goto(address(scheme, "index.html"))
    page.get_by_label("さがす言葉", exact=True).fill("事務局会議")
    page.locator(".md-search-result__link").first.wait_for()
    assert page.locator(".md-search-result__link").count() > 0


def test_a_term_is_explained_by_keyboard_and_the_focus_comes_back(page, address) -> None:
    page.goto(address("file", "handbook/basics/what-is-council.html"))
    term = page.locator("[data-js-term=term-kikan-center]").first
    term.focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("complementary", name="用語の意味").is_visible()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.jsTerm") == "term-kikan-center"


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_a_list_is_filtered_by_keyboard_and_the_choice_stands_in_the_address(page, address, scheme) -> None:
    page.goto(address(scheme, "faq/index.html"))
    page.get_by_label("ことばでさがす").fill("全体会")
    shown = page.locator("[data-js-filter-entry]:visible").count()
    assert 0 < shown < page.locator("[data-js-filter-entry]").count()
    assert page.get_by_role("status").inner_text() == f"質問を{shown}件 表示しています"
    page.reload()
    assert page.locator("[data-js-filter-entry]:visible").count() == shown


def test_a_link_to_a_hidden_entry_shows_it(page, address, handbook) -> None:
    faq = handbook.faqs[0]
    page.goto(address("file", f"faq/index.html?q=zzzz#{faq.id}"))
    assert page.locator(f"#{faq.id}").is_visible()
