"""The whole main job of the self-check, by keyboard alone, on http and from file://."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .killable import KillableChromium
from .self_check import PATH, SelfCheck, read_json, saved_file
from .watch import Watch

LEVELS = ("done", "mostly", "little", "not")
STATES = ("not_applicable", "unknown", "deferred")
KEYS = "1234567"
LABELS = {
    "done": "できている", "mostly": "ややできている", "little": "あまりできていない", "not": "できていない",
    "not_applicable": "該当しない", "unknown": "わからない", "deferred": "今は取り組まない",
}


@pytest.fixture(params=["http", "file"])
def url(request: pytest.FixtureRequest, address: Callable[[str, str], str]) -> str:
    """The self-check page over http and from file://."""
    return address(request.param, PATH)


@pytest.fixture
def chromium(playwright, chromium_path: str, tmp_path: Path) -> Iterator[KillableChromium]:
    """A Chromium with a profile on disk, killed at the end."""
    running = KillableChromium(playwright, chromium_path, tmp_path / "profile")
    yield running
    running.kill()


class Keyboard:
    """Hands that have a keyboard and nothing else."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def tab_to(self, selector: str, key: str = "Tab") -> None:
        """Press Tab until the focus is on an element that matches."""
        for _ in range(200):
            if self.page.evaluate("s => document.activeElement?.matches(s) ?? false", selector):
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"Tab never came to {selector}")

    def type(self, text: str) -> None:
        self.page.keyboard.insert_text(text)


def answer_by_keys(hands: Keyboard, check: SelfCheck, ids: list[str], offset: int) -> None:
    """From the first answer on: a digit chooses, Enter goes on."""
    for at, item_id in enumerate(ids):
        focused = hands.page.evaluate("() => document.activeElement.name")
        assert focused == item_id, f"the focus is on {focused} instead of {item_id}"
        hands.press(KEYS[(at + offset) % len(KEYS)])
        if at < len(ids) - 1:
            hands.press("Enter")
    check.saved()


def expected_state(position: int) -> str:
    return (LEVELS + STATES)[position % len(KEYS)]


def begin_by_keys(hands: Keyboard) -> None:
    hands.tab_to("[data-js-new-form] [data-js-info=prefecture]")
    hands.press(*["ArrowDown"] * 30)  # 和歌山県
    hands.tab_to("[data-js-new-form] [data-js-info=name]")
    hands.type("白浜市")
    hands.tab_to("[data-js-new-form] [data-js-info=label]")
    hands.type("障害福祉課")
    hands.press("Enter")
    expect(hands.page.locator("[data-js-view=answer]")).to_be_visible()


def first_half(context: BrowserContext, url: str) -> list[str]:
    """Begin, answer every other half, write one note."""
    page = context.new_page()
    check = SelfCheck(page, url).open()
    hands = Keyboard(page)
    ids = check.item_ids()
    begin_by_keys(hands)
    hands.tab_to("[data-js-level]")
    half = ids[: len(ids) // 2]
    answer_by_keys(hands, check, half, 0)
    hands.tab_to(f"#{half[-1]} [data-js-note=note_shared] > summary")
    hands.press("Enter")
    hands.tab_to(f"#{half[-1]} [data-js-field=note_shared]")
    hands.type("一行目\n=1+1 のような文字も、そのまま")
    check.on_disk("そのまま")
    return ids


def second_half(context: BrowserContext, url: str, ids: list[str]) -> SelfCheck:
    """Resume from the list, answer what is left, write a plan."""
    page = context.new_page()
    check = SelfCheck(page, url).open()
    hands = Keyboard(page)
    half = len(ids) // 2
    expect(check.hook("records").locator("[data-js-progress]")).to_have_text(f"{len(ids)}項目中{half}項目に答えました")
    hands.tab_to("[data-js-do=open]")
    hands.press("Enter")
    hands.tab_to("[data-js-filter]")
    hands.press("ArrowRight")  # まだの項目
    hands.tab_to("[data-js-level]")
    answer_by_keys(hands, check, ids[half:], half)
    plan_by_keys(hands, check)
    return check


def plan_by_keys(hands: Keyboard, check: SelfCheck) -> None:
    hands.press("Enter", "Enter")  # after the last item comes 「結果を見る」
    expect(check.view("result")).to_be_visible()
    hands.tab_to("[data-js-make=actions]")
    hands.press("Enter")
    hands.press("Control+a")
    hands.type("課題の一覧をつくる")
    hands.tab_to("[data-js-plan=owner]")
    hands.type("事務局")
    hands.tab_to("[data-js-plan=due]")
    hands.type("年度末")
    hands.tab_to("[data-js-add=actions]")
    hands.tab_to("[data-js-add=requests]")
    hands.press("Enter")
    hands.type("研修を開いてほしい")
    check.saved()
    hands.page.wait_for_function("() => Object.values(localStorage).some(v => v.includes('研修を開いてほしい'))")


def export_by_keys(hands: Keyboard, kind: str, folder: Path) -> Path:
    hands.tab_to("[data-js-export-open]", "Shift+Tab")
    hands.press("Enter")
    hands.tab_to("[data-js-format]")
    for _ in range(3):
        if hands.page.evaluate("k => document.activeElement.value === k", kind):
            break
        hands.press("ArrowDown")
    hands.tab_to("[data-js-export-run]")
    with hands.page.expect_download() as download:
        hands.press("Enter")
    expect(hands.page.locator("[data-js-export-dialog]")).to_be_hidden()
    return saved_file(download.value, folder)


def import_by_keys(page: Page, url: str, path: Path) -> dict[str, Any]:
    # Playwright begins to catch choosers with the first listener, and not at once: long before the key.
    page.on("filechooser", lambda _: None)
    check = SelfCheck(page, url).open()
    hands = Keyboard(page)
    hands.tab_to("[data-js-import-file]")
    with page.expect_file_chooser() as chooser:
        hands.press("Enter")
    chooser.value.set_files(path)
    expect(check.hook("import-dialog")).to_be_visible()
    hands.tab_to("[data-js-import-run]")
    hands.press("Enter")
    check.saved()
    return check.only_record()


def test_the_whole_job_by_keyboard_alone_survives_a_killed_browser(
    url: str, chromium: KillableChromium, watch: Watch, new_context: Callable[..., BrowserContext], tmp_path: Path
) -> None:
    context = chromium.start()
    watch.over(context)
    ids = first_half(context, url)
    chromium.kill()
    context = chromium.start()
    watch.over(context)
    check = second_half(context, url, ids)
    record = check.only_record()
    assert {item: answer.get("level", answer["state"]) for item, answer in record["answers"].items()} == {
        item: expected_state(at) for at, item in enumerate(ids)
    }
    assert record["plan"]["actions"][0]["owner"] == "事務局"
    assert record["plan"]["actions"][0]["items"]
    files = {kind: export_by_keys(Keyboard(check.page), kind, tmp_path) for kind in ("xlsx", "csv", "json")}
    assert read_json(files["json"]) == record
    assert rows_of_xlsx(files["xlsx"]) == rows_of_csv(files["csv"]) == expected_rows(record, ids)
    for kind, path in files.items():
        page = new_context().new_page()
        assert import_by_keys(page, url, path) == record, f"{kind}: the record came back changed"


def expected_rows(record: dict[str, Any], ids: list[str]) -> dict[str, tuple[str, str]]:
    answers = record["answers"]
    return {
        item: (LABELS[answers[item].get("level", answers[item]["state"])], answers[item].get("note_shared", ""))
        for item in ids
    }


def rows_of_xlsx(path: Path) -> dict[str, tuple[str, str]]:
    sheet = openpyxl.load_workbook(path)["点検シート"]
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"], "a formula in the workbook"
    return rows_by_header([["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)])


def rows_of_csv(path: Path) -> dict[str, tuple[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return rows_by_header(list(csv.reader(file)))


def rows_by_header(rows: list[list[str]]) -> dict[str, tuple[str, str]]:
    """Item id → answer and shared note, by the header's names."""
    start = next(at for at, row in enumerate(rows) if {"項目ID", "項目", "答え"} <= set(row))
    column = {name: at for at, name in enumerate(rows[start])}
    found = {}
    for row in rows[start + 1:]:
        if len(row) > column["項目ID"] and row[column["項目ID"]].startswith("it-"):
            found[row[column["項目ID"]]] = (row[column["答え"]], row[column["共有メモ"]])
    return found


def test_arrows_choose_and_the_focus_stays(page: Page, address: Callable[[str, str], str]) -> None:
    check = SelfCheck(page, address("http", PATH)).open()
    check.begin()
    first = check.item(check.item_ids()[0])
    first.locator("[data-js-level=done]").focus()
    page.keyboard.press("ArrowDown")
    expect(first.locator("[data-js-level=mostly]")).to_be_checked()
    expect(first.locator("[data-js-level=mostly]")).to_be_focused()


def test_digits_do_nothing_outside_the_answers(page: Page, address: Callable[[str, str], str]) -> None:
    check = SelfCheck(page, address("http", PATH)).open()
    check.begin()
    check.hook("easy").focus()
    page.keyboard.press("3")
    expect(page.locator("[data-js-sheet] input:checked")).to_have_count(0)


def test_enter_while_converting_stays_in_the_note(page: Page, address: Callable[[str, str], str]) -> None:
    check = SelfCheck(page, address("http", PATH)).open()
    check.begin()
    ids = check.item_ids()
    check.write(ids[0], "note_shared", "へんかん")
    note = check.item(ids[0]).locator("[data-js-field=note_shared]")
    note.dispatch_event("keydown", {"key": "Enter", "ctrlKey": True, "isComposing": True})
    expect(note).to_be_focused()


def test_shift_enter_goes_back_and_ctrl_enter_leaves_a_note(page: Page, address: Callable[[str, str], str]) -> None:
    check = SelfCheck(page, address("http", PATH)).open()
    check.begin()
    ids = check.item_ids()
    check.write(ids[0], "evidence", "要綱")
    page.keyboard.press("Control+Enter")
    expect(check.item(ids[1]).locator("[data-js-level=done]")).to_be_focused()
    page.keyboard.press("Shift+Enter")
    expect(check.item(ids[0]).locator("[data-js-level=done]")).to_be_focused()


def test_escape_leads_from_the_sheet_to_the_views(page: Page, address: Callable[[str, str], str]) -> None:
    check = SelfCheck(page, address("http", PATH)).open()
    check.begin()
    check.item(check.item_ids()[3]).locator("[data-js-level=done]").focus()
    page.keyboard.press("Escape")
    expect(page.locator(".sc-tab[data-js-go=answer]")).to_be_focused()
