"""The names that a screen reader is given: self-check, search and filters. The workbench's are in test_workbench.py."""

from __future__ import annotations

from playwright.sync_api import Page

from .self_check import PATH, SelfCheck


def missing(page: Page, part: str, *names: str) -> list[str]:
    """What the accessibility tree of a part does not have."""
    tree = page.locator(part).first.aria_snapshot()
    return [f"{name}\n{tree}" for name in names if name not in tree]


def test_the_self_check_has_names(page: Page, address) -> None:
    check = SelfCheck(page, address("http", PATH)).open()
    assert missing(
        page, "[data-js-new-form]", 'combobox "都道府県"', 'textbox "市町村・協議会の名前"', 'textbox "回答者"', 'combobox "役割・立場"', 'button "この内容で始める"',
    ) == []
    check.begin()
    question = page.locator("[data-js-item]:visible .sc-item__q").first.inner_text()
    item = f"#{check.item_ids()[0]}"
    names = ('radio "できている"', 'radio "できていない"', 'radio "該当しない"', 'radio "わからない"')
    assert missing(page, item, *names, question) == []
    assert page.locator(f"{item} fieldset").first.aria_snapshot().startswith('- group "')
    assert missing(page, "[data-js-self-check]", 'button "ファイルに書き出す"', "status") == []


def test_search_and_filters_have_names(page: Page, address) -> None:
    page.goto(address("http", "cases/index.html"))
    page.locator("[data-js-filters] summary").click()
    page.get_by_label("ことばでさがす").fill("会議")
    assert missing(
        page, "[data-js-filters]", 'ことばでさがす"', 'combobox "都道府県"', 'combobox "種類"', 'combobox "協議会の機能"', 'button "しぼりこみをやめる"', "status",
    ) == []
    page.get_by_role("textbox", name="さがす言葉").fill("全体会")
    page.locator("[data-js-search-results] li").first.wait_for()
    names = ('search "サイトの中をさがす"', 'textbox "さがす言葉"', 'button "さがす言葉を消す"', 'group "さがした結果"', 'list "さがした結果"', 'group "種類でしぼる"')
    assert missing(page, "[data-js-search]", *names) == []
