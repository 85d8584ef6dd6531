"""データで見る and the figures, by keyboard, on http and from file://."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .axe import faults

MAP = "data/services-by-prefecture.html"
SERIES = "data/consultation-offices.html"
LONG = "data/members-plenary.html"
FIGURES = (
    "handbook/meetings/meetings.html", "handbook/meetings/individual-to-community.html", "handbook/functions/elements.html",
    "handbook/basics/council-law.html", "handbook/meetings/secretariat.html", "handbook/base/base-functions.html",
    "handbook/base/base-transition.html", "handbook/consultation/consultation-system.html", "handbook/meetings/council-year.html",
)
TEXT_SIZES = """() => [...document.querySelectorAll("svg.picture__image, svg.map__image")]
  .filter((image) => image.getBoundingClientRect().width > 0)
  .flatMap((image) => [...image.querySelectorAll("text")].map((text) =>
    parseFloat(getComputedStyle(text).fontSize) * image.getBoundingClientRect().width / image.viewBox.baseVal.width))"""


@pytest.fixture(params=["http", "file"])
def at(request: pytest.FixtureRequest, address: Callable[[str, str], str]) -> Callable[[str], str]:
    """Address of a page over http and from file://."""
    return lambda path: address(request.param, path)


def _column(page: Page, number: int) -> list[str]:
    return page.locator(f"[data-js-table] tbody tr:not([hidden]) > :nth-child({number})").all_inner_texts()


def test_a_table_sorts_by_keyboard_says_so_and_keeps_the_sum_where_it_was(page: Page, at) -> None:
    page.goto(at(MAP))
    before = _column(page, 1)
    button = page.get_by_role("button", name="地域移行支援：算定の割合")
    head = page.get_by_role("columnheader", name="地域移行支援：算定の割合")
    expect(head).to_have_attribute("aria-sort", "none")
    button.focus()
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    expect(page.locator("[data-js-said]")).to_have_text("「地域移行支援：算定の割合」の大きい順に並べました。")
    shares = [float(text) for text in _column(page, 4)]
    assert shares[1:] == sorted(shares[1:], reverse=True)
    assert _column(page, 1)[0] == before[0] == "全国（合計）"
    page.keyboard.press("Space")
    expect(head).to_have_attribute("aria-sort", "ascending")
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "none")
    assert _column(page, 1) == before
    expect(button).to_be_focused()


def test_sorting_one_column_ends_the_order_of_another(page: Page, at) -> None:
    page.goto(at(SERIES))
    heads = page.locator("[data-js-table] thead th")
    heads.nth(1).get_by_role("button").press("Enter")
    heads.nth(0).get_by_role("button").press("Enter")
    assert [heads.nth(i).get_attribute("aria-sort") for i in range(3)] == ["ascending", "none", "none"]


def test_a_missing_figure_comes_last_in_both_orders(page: Page, at) -> None:
    page.goto(at("data/fee-cooperation.html"))
    button = page.locator("[data-js-table] thead th").nth(1).get_by_role("button")
    for _ in range(2):
        button.press("Enter")
        values = _column(page, 2)
        assert values[0] != "―" and values[-1] == "―"


def test_a_long_table_is_filtered_by_words(page: Page, at) -> None:
    page.goto(at(LONG))
    words = page.get_by_label("表の中をさがす")
    words.focus()
    page.keyboard.insert_text("相談　支援")
    names = _column(page, 1)
    assert names and all("相談" in name and "支援" in name for name in names)
    expect(page.locator("[data-js-said]")).to_have_text(re.compile(rf"^\d+行のうち{len(names)}行を表示しています。$"))
    words.fill("")
    assert len(_column(page, 1)) > len(names)


def test_a_short_table_has_no_filter(page: Page, at) -> None:
    page.goto(at(SERIES))
    expect(page.get_by_label("表の中をさがす")).to_have_count(0)


def test_the_map_is_chosen_by_keyboard(page: Page, at) -> None:
    page.goto(at(MAP))
    expect(page.get_by_role("img", name="地図：地域移行支援")).to_be_visible()
    page.get_by_role("radio", name="地域移行支援").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("img", name="地図：自立生活援助")).to_be_visible()
    expect(page.get_by_role("img", name="地図：地域移行支援")).to_be_hidden()


def test_the_own_prefecture_stands_beside_the_country_and_is_kept(page: Page, at) -> None:
    page.goto(at(MAP))
    choice = page.get_by_label("都道府県をえらぶ")
    choice.focus()
    choice.select_option("新潟県")
    expect(page.locator("[data-js-said]")).to_have_text("新潟県を表示しています。")
    result = page.locator("[data-js-own-result]")
    row = page.locator("tr[data-row=niigata]")
    expect(result).to_contain_text(row.locator("td").nth(2).inner_text())
    expect(row).to_have_attribute("aria-current", "true")
    assert page.evaluate("localStorage.getItem('kyogikai:handbook:_prefecture')") == "新潟県"
    page.reload()
    expect(choice).to_have_value("新潟県")
    expect(result).to_be_visible()
    expect(page.locator(".tile--own").first).to_be_attached()
    choice.select_option("")
    expect(result).to_be_hidden()
    assert page.evaluate("localStorage.getItem('kyogikai:handbook:_prefecture')") is None


def test_where_nothing_can_be_kept_the_choice_works_and_says_so(page: Page, at) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };")
    page.goto(at(MAP))
    page.get_by_label("都道府県をえらぶ").select_option("沖縄県")
    expect(page.locator("[data-js-own-result]")).to_be_visible()
    expect(page.get_by_text("この端末には残せませんでした。")).to_be_visible()


def test_without_script_all_maps_and_the_table_are_there(new_context, at) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(at(MAP))
    for name in ("地域移行支援", "地域定着支援", "自立生活援助"):
        expect(page.get_by_role("img", name=f"地図：{name}")).to_be_visible()
    assert len(_column(page, 1)) == 48
    expect(page.get_by_role("button", name="地域移行支援：算定の割合")).to_have_count(0)


def test_the_csv_is_there_and_says_of_when_it_is(page: Page, at) -> None:
    page.goto(at(MAP))
    with page.expect_download() as download:
        page.get_by_role("link", name="CSVで保存する").click()
    content = download.value.path().read_bytes()
    assert content.startswith(b"\xef\xbb\xbf") and "時点".encode() in content and "新潟県".encode() in content


@pytest.mark.parametrize("path", FIGURES)
def test_a_figure_has_a_name_a_description_and_the_same_in_words(page: Page, address, path) -> None:
    page.goto(address("file", path))
    image = page.locator(".picture").get_by_role("img")
    expect(image).to_have_count(1)  # the other form is hidden from everybody
    expect(image).to_have_accessible_name(re.compile("^図：.+"))
    expect(image).to_have_accessible_description(re.compile(".{30,}"))
    summary = page.locator(".picture summary")
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator(".picture__words li").count() >= 5
    assert page.locator(".picture__words a").count() >= 1


@pytest.mark.parametrize("path", [*FIGURES, MAP])
def test_text_in_drawings_is_16_px_or_more_and_no_page_scrolls_sideways(page: Page, address, path) -> None:
    page.goto(address("http", path))
    for width in (360, 390, 700, 900, 1300):
        page.set_viewport_size({"width": width, "height": 900})
        sizes = page.evaluate(TEXT_SIZES)
        assert sizes and min(sizes) >= 16, width
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", [*FIGURES, MAP, SERIES])
def test_everybody_can_use_figures_and_data(page: Page, address, path) -> None:
    page.goto(address("http", path))
    if path == MAP:
        page.get_by_label("都道府県をえらぶ").select_option("新潟県")
    for summary in page.locator(".picture summary").all():
        summary.click()
    assert faults(page, "main") == []
