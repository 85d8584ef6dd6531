"""The worksheet for a block meeting. Hooks: macros/components/worksheet/template.html."""

from __future__ import annotations

import json

import openpyxl
import pytest
from playwright.sync_api import expect

from .axe import violations
from .self_check import PATH as CHECK_PATH
from .self_check import SelfCheck, read_json, saved_file

PATH = "block-meeting/index.html"


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_a_record_becomes_a_worksheet_that_opens_again_from_every_file(page, address, tmp_path, scheme) -> None:
    check = SelfCheck(page, address(scheme, CHECK_PATH)).open()
    check.begin()
    check.answer_some()
    check.go("result")
    check.hook("add", "goals").click()
    check.hook("entries", "goals").locator("textarea").fill("部会を年に四回開く")
    check.saved()

    page.goto(address(scheme, PATH))
    for year in ("last", "now"):
        page.locator(f"[data-js-records={year}]").select_option(index=1)
        page.locator(f"[data-js-fill={year}]").click()
    assert page.locator("[data-js-text=last_goal]").input_value() == "部会を年に四回開く"
    assert "できている 1" in page.locator("[data-js-text=now]").input_value()
    assert page.locator("[data-js-head=name]").input_value() == "白浜市"

    # Written by keyboard, kept on the device.
    page.locator("[data-js-text=hinders]").focus()
    page.keyboard.insert_text("担当が替わると続かない")
    page.locator("[data-js-add=requests]").press("Enter")
    page.keyboard.insert_text("研修を開いてほしい")
    expect(page.locator("[data-js-status]")).to_contain_text("保存しました")
    page.reload()
    assert page.locator("[data-js-text=hinders]").input_value() == "担当が替わると続かない"

    files = {}
    for kind in ("json", "xlsx"):
        with page.expect_download() as download:
            page.locator(f"[data-js-export={kind}]").click()
        files[kind] = saved_file(download.value, tmp_path)
    sheet = read_json(files["json"])
    assert sheet["requests"][-1]["text"] == "研修を開いてほしい"
    book = openpyxl.load_workbook(files["xlsx"])
    assert ["hinders", "進めにくいこと", "担当が替わると続かない"] in [list(row[:3]) for row in book.active.iter_rows(values_only=True)]
    book.active.title = "持ってきたシート"
    book.active.insert_cols(2)
    book.save(files["xlsx"])

    page.on("dialog", lambda dialog: dialog.accept())
    for kind in ("json", "xlsx"):
        page.locator("[data-js-clear]").click()
        assert page.locator("[data-js-text=hinders]").input_value() == ""
        assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes(':worksheet:'))") == []
        page.locator("[data-js-file=open]").set_input_files(files[kind])
        expect(page.locator("[data-js-said]")).to_contain_text("開きました")
        with page.expect_download() as download:
            page.locator("[data-js-export=json]").click()
        assert read_json(saved_file(download.value, tmp_path)) == sheet

    bad = tmp_path / "bad.json"
    bad.write_text(json.dumps({"name": "x"}), encoding="utf-8")
    page.locator("[data-js-file=open]").set_input_files(bad)
    expect(page.locator("[data-js-trouble]")).to_contain_text("書いてあることは変わっていません")
    assert page.locator("[data-js-text=hinders]").input_value() == "担当が替わると続かない"


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1300, "light")])
def test_the_worksheet_is_accessible_and_prints(new_context, address, width, scheme) -> None:
    page = new_context(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
    page.goto(address("http", PATH))
    page.locator("[data-js-kind][value=prefecture]").check()
    expect(page.get_by_role("heading", name="市町村への支援と、国などへの要望")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.emulate_media(media="print")
    assert not page.get_by_role("button", name="Excelで書き出す").is_visible()
    assert page.locator("[data-js-text=next_goal]").is_visible()
