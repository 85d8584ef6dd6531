"""A checklist of somebody's own: from a file to a running self-check, in the browser alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .axe import faults
from .self_check import EVIL, SelfCheck, read_json, saved_file

PATH = "self-check/own.html"
YAML = """\
title: 会議の準備の点検
publisher: 見本県
purpose: 会議に参加しやすくするために使います。
time_minutes: 15
domains:
  - title: 準備
    about: 会議の前のことを確かめます。
    items:
      - text: 会議の日を、一月前までに知らせていますか。
        easy: 会議の 日を 早く 知らせていますか。
        why: 早く分かると、参加の準備ができます。
        look_for:
          - 開催の案内
        next_steps:
          not: 知らせる日を、事務局で話し合いましょう。
        ask_prefecture: 会議の日程の共有
        weight: 3
      - text: 資料を、一週間前までに渡していますか。
  - title: 当日
    items:
      - text: 初めて出る人に、会の目的を説明していますか。
"""
QUESTIONS = [
    ("準備", "会議の日を、一月前までに知らせていますか。"),
    ("", "資料を、一週間前までに渡していますか。"),
    ("当日", "初めて出る人に、会の目的を説明していますか。"),
]


class OwnPage:
    """The page for checklists of one's own, in one tab."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self.url = page, url

    def open(self) -> "OwnPage":
        self.page.goto(self.url)
        self.page.locator("[data-js-own].is-live").wait_for(state="attached")
        return self

    def choose(self, path: Path) -> None:
        self.page.locator("[data-js-own-file]").set_input_files(path)

    def run(self, path: Path) -> SelfCheck:
        """Choose a good file and wait for its sheet."""
        self.choose(path)
        check = SelfCheck(self.page, self.url)
        check.ready()
        return check

    def faults(self) -> list[str]:
        expect(self.page.locator("[data-js-own-refusal]")).to_be_visible()
        return self.page.locator("[data-js-own-faults] li").all_inner_texts()


@pytest.fixture(params=["http", "file"])
def own(request: pytest.FixtureRequest, page: Page, address: Callable[[str, str], str]) -> OwnPage:
    return OwnPage(page, address(request.param, PATH)).open()


@pytest.fixture
def template(site_dir: Path) -> Path:
    return site_dir / "self-check/own-template.xlsx"


def filled(template: Path, path: Path, cells: dict[str, str], basics: dict[str, str] | None = None) -> Path:
    """The template with cells of 「項目」 and 「基本」 written, as Excel users do."""
    book = openpyxl.load_workbook(template)
    for place, text in cells.items():
        book["項目"][place] = text
    for place, text in (basics or {}).items():
        book["基本"][place] = text
    book.save(path)
    return path


def questions(template: Path, path: Path, **more: str) -> Path:
    cells = {f"{column}{row}": text for row, pair in enumerate(QUESTIONS, 2) for column, text in zip("AB", pair) if text}
    return filled(template, path, {**cells, **more}, {"B1": "会議の準備の点検", "B2": "見本県"})


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_workbook_from_the_template_becomes_a_self_check_with_all_it_has(
    own: OwnPage, template: Path, tmp_path: Path, new_context: Callable[..., BrowserContext],
) -> None:
    extras = {"C2": "会議の 日を 早く 知らせていますか。", "D2": "早く分かると、\n準備ができます。", "E2": "・開催の案内\n・委員の予定表",
              "I2": "知らせる日を話し合いましょう。", "J2": "日程の共有", "K2": "3"}
    sheet = questions(template, tmp_path / "a.xlsx", **extras)
    check = own.run(sheet)
    page = own.page
    expect(page.locator("h1")).to_have_text("会議の準備の点検")
    expect(page.locator(".sc-publisher")).to_contain_text("見本県が作ったチェックリスト")
    expect(page.locator(".sc-intro .sc-facts")).to_contain_text("2領域・3項目")
    assert "⟦" not in page.title() + page.locator("[data-js-own-place]").inner_html()
    ids = check.item_ids()
    assert len(ids) == 3 and all(own_id.startswith("it-own-") for own_id in ids)

    # Answering, help, notes
    check.begin("見本市", "事務局")
    first = check.item(ids[0])
    expect(first.locator(".sc-help__body")).to_contain_text("委員の予定表")
    expect(check.item(ids[1]).locator(".sc-help__body")).to_contain_text("手がかりが書かれていません")
    check.answer(ids[0], "not")
    expect(first.locator(".is-now")).to_contain_text("知らせる日を話し合いましょう。")
    check.write(ids[0], "note_shared", "案内が遅れがち")
    check.answer(ids[1], "mostly")
    check.answer(ids[2], ":unknown")
    check.saved()

    # Result and plan
    check.go("result")
    expect(check.hook("discuss")).to_contain_text("1-1 会議の日を、一月前までに知らせていますか。")
    check.hook("discuss").locator("[data-js-make=requests]").first.click()
    expect(check.hook("entries", "requests").locator("textarea")).to_have_value("日程の共有")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("[data-js-print-area]")).to_contain_text("会議の準備の点検")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")

    # Out, and in again on another device that has the same sheet
    result = saved_file(check.export("json"), tmp_path)
    assert read_json(result)["checklist"]["id"] in page.url
    check.go("answer")
    with page.expect_download() as blank:
        check.hook("close").click()
        page.locator("[data-js-own-blank]").click()
    assert blank.value.suggested_filename == "会議の準備の点検_白紙.xlsx"
    book = openpyxl.load_workbook(saved_file(blank.value, tmp_path))
    assert ids[2] in [cell.value for row in book["点検シート"].iter_rows() for cell in row]

    other = OwnPage(new_context().new_page(), own.url).open()
    there = other.run(sheet)
    there.choose_file(result)
    there.take_over()
    assert there.item_ids() == ids
    expect(there.item(ids[0]).locator("[data-js-field=note_shared]")).to_have_value("案内が遅れがち")


def test_the_same_sheet_in_yaml_has_the_same_ids_and_a_changed_one_others(own: OwnPage, template: Path, tmp_path: Path) -> None:
    check = own.run(questions(template, tmp_path / "a.xlsx"))
    ids, first = check.item_ids(), own.page.url
    # Width, spaces and what is not asked do not count.
    same = YAML.replace("資料を、一週間前までに", "資料を、 一週間前まで　に")
    check = own.open().run(write(tmp_path / "b.yml", same))
    assert (check.item_ids(), own.page.url) == (ids, first)
    expect(own.page.locator(".sc-lead")).to_have_text("会議に参加しやすくするために使います。")
    check.begin("見本市", "事務局")
    check.answer(ids[0], "done")
    check.saved()

    # The start page leads back into it.
    own.page.goto(own.url.replace(PATH, "index.html"))
    own.page.locator("[data-js-resume-list] a", has_text="見本市の会議の準備の点検").click()
    expect(check.view("answer")).to_be_visible()

    changed = own.open().run(write(tmp_path / "c.yaml", YAML.replace("一週間前", "三日前")))
    assert own.page.url != first and not set(changed.item_ids()) & set(ids)
    expect(own.page.locator("[data-js-own-note]")).to_contain_text("ほかに1件あります")

    # The list of this device: both editions, the record told, and gone with one decision.
    own.open()
    entries = own.page.locator("[data-js-own-list] > li")
    expect(entries).to_have_count(2)
    told = entries.filter(has_text="記録1件")
    told.locator("[data-js-own-remove]").click()
    own.page.locator("[data-js-own-delete-run]").click()
    expect(entries).to_have_count(1)
    assert own.page.evaluate("Object.keys(localStorage).filter(key => key.includes('own-')).length") == 1
    own.page.goto(first)
    expect(own.page.locator("[data-js-own-faults]")).to_contain_text("この端末にありません")


def test_markup_in_any_field_is_shown_as_text(page: Page, address: Callable[[str, str], str], template: Path, tmp_path: Path) -> None:
    own = OwnPage(page, address("http", PATH)).open()
    cells = {f"{column}2": f"{EVIL}{column}" for column in "ABCDEFGHIJ"}
    basics = {f"B{row}": f"{EVIL}{row}" for row in (1, 2, 3, 4, 5, 8, 9, 10, 11)}
    check = own.run(filled(template, tmp_path / "evil.xlsx", cells, basics))
    check.begin("見本市", "事務局")
    (only,) = check.item_ids()
    check.answer(only, "d")
    expect(check.item(only)).to_contain_text(f"{EVIL}B")
    for view in ("result", "group"):
        check.go(view)
        expect(check.view(view)).to_contain_text(EVIL)
    assert page.evaluate("window.hacked === undefined && !document.querySelector('img[src=x]')")
    own.open()
    expect(page.locator("[data-js-own-list]")).to_contain_text(f"{EVIL}1")
    assert page.evaluate("window.hacked === undefined && !document.querySelector('img[src=x]')")


def test_faults_are_named_by_cell_or_line_and_nothing_changes(
    page: Page, address: Callable[[str, str], str], template: Path, tmp_path: Path,
) -> None:
    own = OwnPage(page, address("http", PATH)).open()

    def refused(path: Path) -> list[str]:
        own.choose(path)
        expect(page.locator("[data-js-own-refused]")).to_contain_text(path.name)
        found = own.faults()
        assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('kyogikai')).length") == 0
        return found

    bad = {"B3": "", "C3": "やさしい文だけ", "A4": "当日", "B4": "か。" * 1001, "B5": QUESTIONS[2][1], "A5": "当日", "B6": QUESTIONS[2][1], "K6": "５"}
    found = refused(filled(template, tmp_path / "bad.xlsx", {"B2": QUESTIONS[0][1], **bad}, {"B6": "すこし", "B7": "国"}))
    assert found == [
        "項目!B4：2,002文字あります。2,000文字までにしてください。",
        "基本!B6：目安の時間の「すこし」を、分の数として読めません。「20」のように書いてください。",
        "基本!B7：点検の対象の「国」は使えません。「市町村」「圏域」「都道府県」「そのほか」のどれかを書くか、空にしてください。",
        "項目!A2：領域が空です。この問いが入る領域の名前を書いてください。",
        "項目!A3：領域が空です。この問いが入る領域の名前を書いてください。",
        "項目!B3：問いが空です。問いを書くか、この行のほかの欄も空にしてください。",
        "項目!B6：同じ領域の中に、同じ問いが 項目!B5 にもあります。どちらかを消すか、書き分けてください。",
        "項目!K6：重みの「５」は使えません。1、2、3のどれかを書くか、空にしてください。",
    ]
    assert refused(template) == ["問いが一つもありません。「領域」と「問い」を書いてください。"]
    lines = {
        YAML.replace("easy: 会議", "easyy: 会議"): "10行目：項目に「easyy」という項目はありません。書きまちがいでないか確かめてください。",
        YAML.replace("  - title: 当日\n    items:", "  - items:"): "19行目：領域に「title」がありません。書き足してください。",
        YAML.replace("weight: 3", "weight: 9"): "17行目：重みの「9」は使えません。1、2、3のどれかを書くか、空にしてください。",
        YAML.replace("title: 準備", "title: [準備"): "7行目：YAMLとして読めません。",
        YAML + "title: もう一つ\n": "22行目：同じ項目名が二度書かれています。どちらか一つにしてください。",
    }
    for number, (text, sentence) in enumerate(lines.items()):
        assert any(one.startswith(sentence) for one in refused(write(tmp_path / f"{number}.yml", text))), sentence
    other = write(tmp_path / "result.json", '{"format": "kyogikai-check/1"}')
    assert refused(other)[0].startswith("自己点検の答えのファイルのようです。")
    huge = tmp_path / "huge.yml"
    huge.write_bytes(b"# " + b"x" * (5 * 1024 * 1024))
    assert refused(huge) == ["ファイルが大きすぎます（6 MB）。5 MBまでのファイルにしてください。"]
    many = "title: x\ndomains:\n  - title: d\n    items:\n" + "".join(f"      - text: 問い{n}\n" for n in range(501))
    assert refused(write(tmp_path / "many.yml", many)) == ["問いが501あります。500までにしてください。"]


def test_its_answers_are_compared_and_gathered_like_any_others(
    own: OwnPage, template: Path, address: Callable[[str, str], str], tmp_path: Path, new_context: Callable[..., BrowserContext],
) -> None:
    scheme = own.url.partition(":")[0]
    sheet = write(tmp_path / "sheet.yml", YAML)
    check = own.run(sheet)
    check.begin("見本市", "事務局")
    check.answer_some({check.item_ids()[0]: "not", check.item_ids()[1]: "done"})
    answers = saved_file(check.export("json", "prefecture"), tmp_path)
    other = read_json(answers)
    other |= {"respondent": {"label": "", "role": "協議会の委員"}, "saved_at": "2026-11-20T01:00:00.000Z"}
    other["answers"][check.item_ids()[0]]["level"] = "done"
    second = write(tmp_path / "another.json", json.dumps(other))

    def compared(page: Page) -> None:
        page.locator("[data-js-next=check]").click()
        page.locator("[data-js-panel=check] [data-js-next=see]").click()
        first = page.locator("[data-js-list] > li").first
        expect(first).to_contain_text(QUESTIONS[0][1])
        expect(first).to_contain_text("3段階の開き")

    def gathered(page: Page, councils: str) -> None:
        expect(page.locator("[data-js-step=look]")).to_contain_text(councils)
        page.locator("[data-js-step=look]").click()
        expect(page.locator("[data-js-matrix] th[scope=row]")).to_have_text([f"{number} {text}" for number, (_, text) in zip(("1-1", "1-2", "2-1"), QUESTIONS)])

    # On the device that keeps the sheet: it is offered with its records, and its files are known.
    page = own.page
    page.goto(address(scheme, "self-check/compare.html"))
    expect(page.locator("[data-js-checklist] option:checked")).to_have_text("会議の準備の点検")
    page.locator("[data-js-record]").check()
    page.locator("[data-js-file]").set_input_files(second)
    compared(page)
    page.goto(address(scheme, "block-meeting/workbench.html"))
    page.locator("[data-js-files]").set_input_files(answers)
    gathered(page, "1団体")
    page.goto(address(scheme, "block-meeting/index.html"))
    expect(page.locator("[data-js-records] option", has_text="見本市").first).to_be_attached()

    # On another device the sheet comes with the answers, in whatever order; without it, what to do is said.
    page = new_context().new_page()
    page.goto(address(scheme, "self-check/compare.html"))
    page.locator("[data-js-file]").set_input_files([answers, second, sheet])
    expect(page.locator("[data-js-checklist] option:checked")).to_have_text("会議の準備の点検")
    expect(page.locator("[data-js-taken] .is-refused")).to_have_count(0)
    compared(page)
    page.goto(address(scheme, "block-meeting/workbench.html"))
    page.locator("[data-js-files]").set_input_files(answers)
    expect(page.locator("[data-js-refused]")).to_contain_text("チェックリストのファイル（Excel・YAML）と、いっしょに")
    page.locator("[data-js-step=take]").click()
    page.locator("[data-js-files]").set_input_files(questions(template, tmp_path / "a.xlsx", B4=QUESTIONS[2][1]))
    expect(page.locator("[data-js-learnt]")).to_contain_text("会議の準備の点検")
    page.locator("[data-js-files]").set_input_files(answers)
    gathered(page, "1団体")
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes(':_own:')).length") == 0


def test_five_hundred_items_run(page: Page, address: Callable[[str, str], str], tmp_path: Path) -> None:
    own = OwnPage(page, address("file", PATH)).open()
    items = "".join(f"      - text: 問い{n}\n" for n in range(500))
    check = own.run(write(tmp_path / "many.yml", f"domains:\n  - title: 全部\n    items:\n{items}"))
    expect(page.locator("h1")).to_have_text("many")
    check.begin()
    ids = check.item_ids()
    # Twenty-five at a time: with the button, with Enter past the last one, and back again.
    assert page.locator("[data-js-item]:visible").count() == 25
    expect(check.hook("portion-now").first).to_have_text("全500項目のうち、1〜25項目め")
    check.hook("portion-next").last.click()
    expect(check.hook("portion-now").first).to_be_focused()
    check.answer(ids[49], "done")
    page.keyboard.press("Enter")
    expect(check.hook("portion-now").first).to_have_text("全500項目のうち、51〜75項目め")
    assert page.evaluate("document.activeElement.name") == ids[50]
    check.hook("portion-back").first.click()
    expect(check.item(ids[49])).to_be_visible()
    # A filter makes a list of its own, in portions too; an item opened by its address has its portion.
    page.locator("[data-js-filter][value=unanswered]").check()
    expect(check.hook("portion-now").first).to_have_text("全499項目のうち、1〜25項目め")
    expect(check.hook("total")).to_contain_text("500項目中1項目")
    page.goto(f"{own.url}?c={page.evaluate('new URLSearchParams(location.search).get(`c`)')}")
    expect(page.locator("h1")).to_have_text("many")


def test_back_leads_from_a_sheet_to_the_choice(own: OwnPage, template: Path, tmp_path: Path) -> None:
    own.run(questions(template, tmp_path / "sheet.xlsx"))
    expect(own.page.locator("[data-js-own-choose]")).to_be_hidden()
    own.page.go_back()
    expect(own.page.locator("[data-js-own-choose]")).to_be_visible()


def test_it_is_accessible(page: Page, address: Callable[[str, str], str], template: Path, tmp_path: Path) -> None:
    own = OwnPage(page, address("http", PATH)).open()
    own.choose(template)
    own.faults()
    assert faults(page) == []
    check = own.run(questions(template, tmp_path / "a.xlsx", C2="やさしい文", D2="わけ"))
    assert faults(page) == []
    page.set_viewport_size({"width": 1300, "height": 900})
    check.begin()
    check.answer_some()
    assert faults(page) == []
    own.open()
    page.locator("[data-js-own-remove]").click()
    assert faults(page) == []
