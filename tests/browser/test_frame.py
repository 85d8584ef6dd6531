"""The frame of every page: search, skip link, scheme, menu, contents, tables; by keyboard, on http and from file://."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

PAGE = "handbook/functions/municipal-functions.html"
PHONE = {"width": 390, "height": 844}


@pytest.fixture(params=["http", "file"])
def at(request: pytest.FixtureRequest, address: Callable[[str, str], str]) -> Callable[[str], str]:
    """Address of a page over http and from file://."""
    return lambda path: address(request.param, path)


def test_the_skip_link_comes_first_and_leads_into_the_text(page: Page, at) -> None:
    page.goto(at(PAGE))
    page.keyboard.press("Tab")
    expect(page.locator(".skip-link")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#content') !== null")


def test_the_one_search_of_the_start_page_stands_in_the_middle(page: Page, at) -> None:
    page.goto(at("index.html"))
    query, opener = page.get_by_role("textbox", name="さがす言葉"), page.get_by_role("button", name="さがす", exact=True)
    expect(page.get_by_role("search")).to_have_count(1)
    expect(page.locator(".hero").get_by_role("textbox", name="さがす言葉")).to_be_in_viewport()
    for key in ("/", "Control+k"):
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.keyboard.press(key)
        expect(query).to_be_focused()
        expect(query).to_be_in_viewport()
        page.keyboard.press("Escape")
        expect(page.locator("#search-panel")).to_be_hidden()
        page.evaluate("document.activeElement.blur()")
    opener.click()
    page.keyboard.insert_text("全体会")
    expect(page.locator("[data-js-search-hit]").first).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.querySelector('#search-panel').getBoundingClientRect().bottom <= innerHeight")
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()


@pytest.mark.parametrize(("path", "opener"), [(PAGE, "button"), ("index.html", "textbox")])
def test_a_search_on_a_phone_closes_back_to_its_button(new_context: Callable[..., BrowserContext], at, path: str, opener: str) -> None:
    page = new_context(viewport=PHONE).new_page()
    page.goto(at(path))
    page.get_by_role(opener, name=re.compile("^さがす(言葉)?$")).click()
    expect(page.get_by_role("textbox", name="さがす言葉")).to_be_focused()
    assert page.locator("[data-js-search]").bounding_box() == {"x": 0, "y": 0, **PHONE}
    page.get_by_role("button", name="とじる").click()
    expect(page.get_by_role("button", name="さがす", exact=True)).to_be_focused()


def test_bare_keys_do_nothing(page: Page, at) -> None:
    page.goto(at(PAGE))
    before = page.url
    for key in "fspn,.":
        page.keyboard.press(key)
    assert page.url == before
    expect(page.locator("#search-panel")).to_be_hidden()


def test_the_scheme_is_kept_and_the_focus_stays(page: Page, at) -> None:
    page.goto(at(PAGE))
    page.get_by_role("button", name="表示").click()
    page.get_by_role("radio", name="端末に合わせる").press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="暗い", exact=True)).to_be_focused()
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-dark", "")
    page.emulate_media(color_scheme="light")
    expect(page.locator("html")).to_have_attribute("data-dark", "")
    page.get_by_role("button", name="表示").click()
    page.get_by_role("radio", name="端末に合わせる").check()
    expect(page.locator("html")).not_to_have_attribute("data-dark", "")
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-dark", "")


def test_the_menu_on_a_phone_closes_on_escape(new_context: Callable[..., BrowserContext], at) -> None:
    page = new_context(viewport=PHONE).new_page()
    page.goto(at(PAGE))
    page.locator(".menu > summary").press("Enter")
    expect(page.locator(".menu__panel")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.locator(".menu__panel")).to_be_hidden()
    expect(page.locator(".menu > summary")).to_be_focused()


def test_a_source_mark_opens_the_folded_sources(page: Page, at) -> None:
    page.goto(at(PAGE))
    page.locator(".source-mark").first.click()
    expect(page.locator("#source-1")).to_be_in_viewport()


def test_home_shows_one_month_and_turns_it(page: Page, at) -> None:
    page.goto(at("index.html"))
    shown = page.locator("[data-js-month]:visible")
    expect(shown).to_have_count(1)
    before = shown.get_attribute("data-js-month")
    page.get_by_role("button", name="次の月").click()
    expect(shown).to_have_attribute("data-js-month", str(int(before) % 12 + 1))


def test_without_script_the_menu_the_text_and_a_way_to_the_year_are_there(new_context: Callable[..., BrowserContext], at) -> None:
    page = new_context(viewport=PHONE, java_script_enabled=False).new_page()
    page.goto(at("index.html"))
    page.locator(".menu > summary").click()
    expect(page.locator(".menu__panel")).to_be_visible()
    expect(page.get_by_role("link", name="一年の流れを見る")).to_be_visible()
    expect(page.get_by_role("search")).to_be_hidden()
