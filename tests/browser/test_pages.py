"""Every page: accessible, readable, and quiet, in light and dark, on a phone and on a desk.

`make test` looks at one page of each kind; `make axe` (ALL_PAGES=1) at all of them.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from .axe import EVERYTHING, WITH_READINGS, faults
from .probes import MOVING, faults_of_looks, scrolls_sideways

ROOT = Path(__file__).parents[2]
SITE = Path(os.environ.get("SITE_DIR", ROOT / "site"))
SAMPLE = [
    "index.html", "404.html", "handbook/index.html", "handbook/basics/index.html", "handbook/basics/what-is-council.html",
    "handbook/functions/municipal-functions.html", "handbook/meetings/meetings.html", "easy/index.html", "easy/what-is-council.html", "easy/words.html", "self-check/index.html",
    "self-check/municipal-council.html", "self-check/compare.html", "block-meeting/index.html", "block-meeting/workbench.html", "data/index.html", "data/members-plenary.html", "data/kikan-municipalities.html", "learn/index.html", "trouble/index.html", "glossary/index.html",
    "faq/index.html", "cases/index.html", "calendar/index.html", "laws/index.html", "laws/differences.html",
    "about/index.html", "about/sources.html", "templates/index.html", "templates/sharing-record.html", "kit/guides/newcomers.html", "kit/index.html",
]
ALL = sorted(path.relative_to(SITE).as_posix() for path in SITE.rglob("*.html"))
PAGES = ALL if EVERYTHING else SAMPLE
RUBY_SAMPLE = ["index.html", "handbook/basics/what-is-council.html", "self-check/index.html", "data/members-plenary.html"]


@pytest.mark.parametrize("path", PAGES)
def test_everybody_can_use_a_page(page, address, path) -> None:
    page.goto(address("http", path))
    assert faults_of_looks(page) == []
    assert faults(page) == []
    assert page.evaluate("matchMedia('(prefers-reduced-motion)').matches")  # as axe left it
    assert page.evaluate(MOVING) == []
    assert not scrolls_sideways(page)


@pytest.mark.parametrize("path", ALL if EVERYTHING else RUBY_SAMPLE)
def test_everybody_can_use_a_page_with_furigana(page, address, path) -> None:
    page.goto(address("http", path))
    for state in WITH_READINGS:
        assert faults(page, states=[state]) == []
        assert faults_of_looks(page) == []
    assert not scrolls_sideways(page)


def test_a_term_is_explained_by_keyboard_and_the_focus_comes_back(page, address) -> None:
    page.goto(address("file", "handbook/basics/what-is-council.html"))
    term = page.locator("[data-js-term=term-individual-to-community]").first
    card = page.get_by_role("complementary", name="用語の意味")
    term.focus()
    page.keyboard.press("Enter")
    assert "その人だけの課題で終わらせず" in card.inner_text()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.jsTerm") == "term-individual-to-community"

    # With plain words on, the card speaks plainly too.
    page.evaluate("document.documentElement.toggleAttribute('data-look-easy', true)")
    page.keyboard.press("Enter")
    assert "みんなの 課題として" in card.inner_text()
    assert "終わらせず" not in card.inner_text()


def test_a_page_and_its_plain_version_lead_to_each_other(page, address) -> None:
    page.goto(address("file", "handbook/privacy/privacy-confidentiality.html"))
    page.get_by_role("link", name="わかりやすい版：話して よいこと・いけないこと").click()
    assert page.url.endswith("easy/secret.html")
    pictures = page.locator(".easy-picture")
    assert pictures.count() == 6
    assert all(picture.bounding_box()["height"] > 60 for picture in pictures.all())
    page.get_by_text("この ページの もとに なった 文").click()
    assert page.locator(".easy__sources a[href*=sources]").first.is_visible()
    page.get_by_role("link", name="くわしい ページを 読む").click()
    assert page.url.endswith("handbook/privacy/privacy-confidentiality.html")


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_a_list_is_filtered_by_keyboard_and_the_choice_stands_in_the_address(page, address, scheme) -> None:
    page.goto(address(scheme, "faq/index.html"))
    page.get_by_label("ことばでさがす").fill("全体会")
    shown = page.locator("[data-js-filter-entry]:visible").count()
    assert 0 < shown < page.locator("[data-js-filter-entry]").count()
    assert page.get_by_role("main").get_by_role("status").inner_text() == f"質問を{shown}件 表示しています"
    page.reload()
    assert page.locator("[data-js-filter-entry]:visible").count() == shown


def test_a_link_to_a_hidden_entry_shows_it(page, address, handbook) -> None:
    faq = handbook.faqs[0]
    page.goto(address("file", f"faq/index.html?q=zzzz#{faq.id}"))
    assert page.locator(f"#{faq.id}").is_visible()


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_a_page_shows_what_concerns_one_role_by_keyboard_and_in_its_address(page, address, scheme) -> None:
    page.goto(address(scheme, "handbook/kikan/kikan-center.html"))
    statements = page.locator(".statement")
    everything = page.locator(".statement:visible").count()
    page.get_by_role("radio", name="すべて").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    assert page.get_by_role("radio", name="都道府県").is_checked()
    shown = [statement.get_attribute("data-roles") for statement in statements.all() if statement.is_visible()]
    assert 0 < len(shown) < everything
    assert all(roles is None or "prefecture" in roles.split() for roles in shown)
    assert f"{everything - len(shown)}件を隠しています" in page.get_by_role("main").get_by_role("status").inner_text()
    page.reload()
    assert page.locator(".statement:visible").count() == len(shown)
    hidden = page.evaluate("document.querySelector('.statement[hidden]').id")
    page.evaluate("id => { location.hash = id; }", hidden)
    page.locator(f"#{hidden}").wait_for()
    assert page.locator(".statement:visible").count() == everything
