"""The search box in the browser, on http and from file://: results, answer, kinds, keyboard, IME, bad input, loading."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .axe import WIDTHS_AND_SCHEMES, violations

PAGE = "handbook/meetings/meetings.html"
PHONE = {"width": 390, "height": 844}
BAD = [
    "協議会" * 700, "あ" * 2000, "\u0000\u0007\u200b全体", "<img src=x onerror=\"document.title='x'\">", "[(*+?.\\^$|", "？！、。…", "😀🎉", "\ud800",
    "__proto__", "javascript:alert(1)", "${7*7}{{7*7}}",
]


@pytest.fixture(params=["http", "file"])
def at(request: pytest.FixtureRequest, address: Callable[[str, str], str]) -> Callable[[str], str]:
    """Address of a page over http and from file://."""
    return lambda path: address(request.param, path)


def query(page: Page):
    """The search box."""
    return page.get_by_role("textbox", name="さがす言葉")


def hits(page: Page):
    """The results."""
    return page.get_by_role("list", name="さがした結果").get_by_role("listitem")


def test_a_question_is_answered_and_the_section_follows(page: Page, at) -> None:
    page.goto(at(PAGE))
    query(page).fill("全体会は年に何回？")
    first = hits(page).first
    expect(first).to_contain_text("年に2〜3回ほど")
    expect(first).to_contain_text("よくある質問")
    expect(first.locator("mark").first).to_have_text("全体会")
    expect(page.get_by_role("status").filter(has_text="全体会は年に何回？")).to_contain_text("いちばん上に答えがあります")
    # The place in the handbook stands above a section.
    expect(hits(page).filter(has_text="会議は一年に何回開きますか")).to_contain_text("会議の進め方 › 一年の流れ")
    first.get_by_role("link").click()
    expect(page.locator("#faq-plenary-frequency")).to_be_in_viewport()
    # Going back finds the results again.
    page.go_back()
    expect(hits(page).first).to_contain_text("年に2〜3回ほど")
    assert "q=" in page.url


@pytest.mark.parametrize(("words", "anchor", "kind"), [
    ("事務局会議を定期的に開いていますか", "it-mc-secretariat-regular", "点検項目"),
    ("ぜんたいかい", "term-plenary", "用語"),
    ("協議会の設置状況", "data/council-number.html", "統計"),
    ("８９条の３", "law-sogoshien-89-3", "法令"),
    ("守秘義務は誰に", "sec-privacy-confidentiality-who", "ハンドブック"),
])
def test_kinds_are_told_and_filter(page: Page, address, words: str, anchor: str, kind: str) -> None:
    page.goto(address("http", f"index.html?q={words}"))
    choice = page.get_by_role("group", name="種類でしぼる").get_by_role("button", name=kind)
    choice.click()
    expect(page.get_by_role("group", name="種類でしぼる").get_by_role("button", pressed=True)).to_contain_text(kind)
    expect(hits(page).locator(f'a[href$="{anchor}"]')).to_have_count(1)
    assert set(hits(page).locator(".hit__kind").all_inner_texts()) == {kind}


def test_the_index_is_loaded_on_approach_only(new_context: Callable[..., BrowserContext], at) -> None:
    page = new_context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(at(PAGE), wait_until="networkidle")
    assert not [name for name in asked if "search" in name]
    # No page may evaluate strings (its CSP), so the request itself is waited for.
    with page.expect_event("requestfinished", lambda request: request.url.endswith("search-index.js")):
        query(page).hover()
    assert sorted(name for name in asked if "search" in name) == ["search-index.js", "search.lazy.js"]


def test_by_keyboard_alone(page: Page, at) -> None:
    page.goto(at(PAGE))
    page.keyboard.press("/")
    expect(query(page)).to_be_focused()
    expect(query(page)).to_have_value("")
    page.keyboard.insert_text("守秘義務")
    expect(hits(page).first).to_contain_text("守秘義務")
    page.keyboard.press("Enter")
    expect(hits(page).first.get_by_role("link")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(hits(page).nth(1).get_by_role("link")).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Escape")
    expect(page.locator("#search-panel")).to_be_hidden()
    page.keyboard.press("Control+k")
    expect(query(page)).to_be_focused()
    page.get_by_label("「/」のキーでも開く").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("/")
    expect(query(page)).not_to_be_focused()


def test_suggestions_lead_on_and_words_in_conversion_are_not_searched(page: Page, at) -> None:
    page.goto(at(PAGE))
    query(page).fill("しゅひ")
    page.get_by_role("list", name="候補").get_by_role("button", name="守秘義務", exact=True).click()
    expect(query(page)).to_have_value("守秘義務")
    expect(page.locator("[data-js-search-count]")).to_contain_text("「守秘義務」の結果")
    query(page).dispatch_event("compositionstart")
    query(page).fill("ぜんたいか")
    expect(page.locator("[data-js-search-count]")).to_contain_text("「守秘義務」の結果")
    query(page).fill("全体会")
    query(page).dispatch_event("compositionend")
    expect(page.locator("[data-js-search-count]")).to_contain_text("「全体会」の結果")


def test_nothing_found_is_said_kindly_with_ways_on(page: Page, at) -> None:
    page.goto(at("index.html"))
    query(page).fill("ゔゔゔゔ")
    expect(page.locator("[data-js-search-count]")).to_have_text("「ゔゔゔゔ」は見つかりませんでした。")
    expect(page.get_by_text("短い言葉に分ける")).to_be_visible()
    expect(page.get_by_role("link", name="用語集を五十音で見る")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="見つかりませんでした")).to_have_count(1)


def test_bad_input_does_no_harm(page: Page, at) -> None:
    page.goto(at("index.html"))
    title = page.title()
    for words in BAD:
        query(page).fill(words)
        expect(page.locator("[data-js-search-count]")).to_contain_text("「")
    query(page).fill("全体会")
    expect(hits(page).first).to_contain_text("全体会")
    assert page.title() == title
    assert page.locator("#search-panel img").count() == 0


def test_a_list_keeps_its_own_words_in_the_address(page: Page, at) -> None:
    page.goto(at("faq/index.html?q=全体会"))
    expect(page.get_by_label("ことばでさがす")).to_have_value("全体会")
    expect(page.locator("#search-panel")).to_be_hidden()


def test_if_the_index_cannot_be_loaded_it_says_so_and_tries_again(new_context, address, watch) -> None:
    watch.allow("search-index.js")
    watch.allow("Failed to load resource")
    page = new_context().new_page()
    page.route("**/search-index.js", lambda route: route.abort())
    page.goto(address("http", PAGE))
    query(page).fill("全体会")
    expect(page.locator("[data-js-search-count]")).to_contain_text("読み込めませんでした")
    page.unroute("**/search-index.js")
    query(page).fill("全体会の")
    expect(hits(page).first).to_contain_text("全体会")


@pytest.mark.parametrize(("width", "scheme"), WIDTHS_AND_SCHEMES)
def test_the_open_panel_has_no_accessibility_fault(new_context, address, width: int, scheme: str) -> None:
    page = new_context(viewport={"width": width, "height": 844}, color_scheme=scheme).new_page()
    page.goto(address("http", "index.html?q=守秘義務"))
    expect(hits(page).first).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
