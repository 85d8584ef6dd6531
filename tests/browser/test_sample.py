"""「サンプルで試す」: a filled self-check to look around in, apart from every real record."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .axe import faults
from .self_check import PATH, SelfCheck, read_json, saved_file


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_the_sample_fills_the_self_check_and_leaves_nothing_behind(
    page: Page, address: Callable[[str, str], str], scheme: str, tmp_path,
) -> None:
    check = SelfCheck(page, address(scheme, PATH)).open()
    check.begin("白浜市")
    check.answer_some()
    check.saved()
    before = check.stored()
    check.hook("close").click()

    check.hook("sample").click()
    expect(check.view("result")).to_be_visible()
    expect(check.bar()).to_have_count(1)
    expect(check.bar()).to_contain_text("サンプルを表示しています")
    expect(check.hook("who")).to_have_text("A市（サンプル）")
    expect(check.hook("discuss").locator("li.sc-pick")).to_have_count(5)
    expect(check.hook("entries", "actions").locator("[data-js-entry]")).to_have_count(2)
    if scheme == "http":
        assert faults(page) == []
    check.go("answer")
    check.answer(check.item_ids()[0], "not")
    expect(check.hook("status")).to_have_attribute("data-state", "sample")
    # What leaves bears the name of the sample.
    result = read_json(saved_file(check.export("json"), tmp_path))
    assert result["subject"]["name"] == "A市（サンプル）"
    assert check.stored() == before

    check.hook("act", "endSample").click()
    expect(check.view("start")).to_be_visible()
    expect(check.bar()).to_have_count(0)
    expect(check.hook("records").locator("li")).to_have_count(1)
    check.hook("sample").click()
    page.reload()  # no question: there is nothing to lose
    check.ready()
    expect(check.view("start")).to_be_visible()
    assert check.stored() == before
