"""The workbench of block meetings, from a heap of files to what is handed round. Hooks: components/workbench/template.html."""

from __future__ import annotations

import csv
import io
import json
import shutil
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from .axe import WIDTHS_AND_SCHEMES, violations
from .self_check import saved_file

PATH = "block-meeting/workbench.html"
SLUG = "municipal-council"
LEVELS = ["done", "mostly", "little", "not"]
STATES = {"unknown": "わからない", "not_applicable": "該当しない", "deferred": "今は取り組まない"}
SECRET = "担当の田中さんが一人で困っています"
BAD = {
    "bad-cut.json": ("壊れています", lambda path: path.write_text('{"format": "kyogikai-check/1", "answ', encoding="utf-8")),
    "bad-shape.json": ("answers.it-mc-shape.level", lambda path: path.write_text(json.dumps(record(90, {"it-mc-shape": {"state": "answered", "level": 3}})), encoding="utf-8")),
    "bad-other.json": ("another-list", lambda path: path.write_text(json.dumps({**record(91, {}), "checklist": {"id": "another-list", "version": "1.0.0"}}), encoding="utf-8")),
    "bad-meeting.csv": ("点検の表", lambda path: path.write_text("名前,電話\n甲,1\n", encoding="utf-8")),
    "bad-bomb.xlsx": ("大きくなりすぎます", lambda path: bomb(path)),
}


def name_of(number: int) -> str:
    return f"白浜{number:02}町"


def record(number: int, answers: dict[str, Any], version: str = "1.0.0", date: str = "2026-11-05") -> dict[str, Any]:
    """A result file as a council would send it."""
    return {
        "format": "kyogikai-check/1", "checklist": {"id": SLUG, "version": version, "items_digest": ""},
        "subject": {"prefecture": "和歌山県", "name": name_of(number), "kind": "municipality"},
        "respondent": {"label": "鈴木", "role": "市町村の担当"}, "date": date, "saved_at": "2026-11-05T01:00:00.000Z",
        "answers": answers, "agreed": {},
        "plan": {"goals": [], "actions": [], "requests": [
            {"text": "研修を開いてほしい。" if number % 2 else f"{name_of(number)}に来てほしい", "to": "和歌山県", "items": [next(iter(answers), "")]},
        ] if answers else []},
        "snapshots": [],
    }


def answers_of(number: int, items: list[str]) -> dict[str, Any]:
    """Levels turn with item and council; some items have the other states, some are left open."""
    answers: dict[str, Any] = {}
    for at, item in enumerate(items):
        turn = (number * 3 + at) % 11
        if turn == 10:
            continue
        state = {7: "unknown", 8: "not_applicable", 9: "deferred"}.get(turn)
        answers[item] = {"state": state} if state else {"state": "answered", "level": LEVELS[turn % 4]}
    answers[items[0]] = {"state": "answered", "level": LEVELS[number % 4], "note_shared": SECRET, "note_private": "手元だけのこと"}
    return answers


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (60 * 1024 * 1024))


def write_xlsx(path: Path, blank: Path, number: int, answers: dict[str, Any], labels: dict[str, str]) -> None:
    """The blank sheet filled in by hand: a sheet renamed, a column put in, two rows exchanged."""
    book = openpyxl.load_workbook(blank)
    sheet = book["点検シート"]
    header = next(row for row in sheet.iter_rows() if "項目ID" in [cell.value for cell in row])
    places = {cell.value: cell.column for cell in header}
    for row in sheet.iter_rows(max_row=header[0].row - 1):
        for cell in row:
            if cell.value in ("協議会の名前", "都道府県", "点検した日"):
                sheet.cell(cell.row, cell.column + 1, {"協議会の名前": name_of(number), "都道府県": "和歌山県", "点検した日": "令和8年11月5日"}[cell.value])
    for row in range(header[0].row + 1, sheet.max_row + 1):
        answer = answers.get(sheet.cell(row, places["項目ID"]).value)
        if answer:
            sheet.cell(row, places["答え"], labels.get(answer.get("level"), STATES.get(answer["state"])))
    sheet.insert_cols(places["答え"])
    sheet.title = "町の点検"
    book.save(path)


def write_csv(path: Path, number: int, answers: dict[str, Any], labels: dict[str, str]) -> None:
    rows = [["協議会の名前", name_of(number), "都道府県", "和歌山県"], ["項目ID", "項目", "答え"]]
    rows += [[item, "", labels.get(answer.get("level"), STATES.get(answer["state"]))] for item, answer in answers.items()]
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    path.write_bytes(text.getvalue().encode("shift_jis"))


@pytest.fixture(scope="module")
def checklist(handbook) -> Any:
    return next(one for one in handbook.checklists if one.id == SLUG)


@pytest.fixture(scope="module")
def drop(checklist, handbook, site_dir, tmp_path_factory) -> dict[str, Any]:
    """Forty councils' files, five of them bad, and an older file of the first council; with what is in them."""
    folder = tmp_path_factory.mktemp("drop")
    items = [item.id for domain in checklist.domains for item in domain.items]
    labels = {level.id: level.label for level in handbook.index[checklist.scale].levels}
    given = {number: answers_of(number, items) for number in range(35)}
    for number in range(20):
        version = "0.9.0" if 12 <= number < 20 else "1.0.0"
        (folder / f"town-{number:02}.json").write_text(json.dumps(record(number, given[number], version), ensure_ascii=False), encoding="utf-8")
    for number in range(20, 26):
        write_xlsx(folder / f"town-{number}.xlsx", site_dir / f"self-check/{SLUG}.xlsx", number, given[number], labels)
    for number in range(26, 32):
        write_csv(folder / f"town-{number}.csv", number, given[number], labels)
    with zipfile.ZipFile(folder / "towns.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(32, 35):
            archive.writestr(f"県南/town-{number}.json", json.dumps(record(number, given[number]), ensure_ascii=False))
        archive.writestr("__MACOSX/._town-32.json", b"\0\0")
    older = folder / "older.json"
    older.write_text(json.dumps(record(0, {items[0]: {"state": "unknown"}}, date="2025-11-05"), ensure_ascii=False), encoding="utf-8")
    for name, (_, write) in BAD.items():
        write(folder / name)
    return {"folder": folder, "items": items, "labels": labels, "given": given}


def open_page(page: Page, url: str) -> None:
    page.goto(url)
    page.locator("[data-js-workbench].is-live").wait_for(state="attached")


def step(page: Page, name: str) -> None:
    page.locator(f"[data-js-step={name}]").click()
    expect(page.locator(f"[data-js-panel={name}]")).to_be_visible()


def take(page: Page, folder: Path) -> None:
    page.locator("[data-js-files]").set_input_files(sorted(folder.iterdir()))
    expect(page.locator("[data-js-panel=check]")).to_be_visible()


def export(page: Page, kind: str, folder: Path) -> Path:
    step(page, "out")
    with page.expect_download() as download:
        page.locator(f"[data-js-export={kind}]").click()
    return saved_file(download.value, folder)


def expected(drop: dict[str, Any], at: int) -> Counter[str]:
    """Label → councils for the item at place `at`, counted anew from what was written."""
    item = drop["items"][at]
    found = [answers.get(item) for answers in drop["given"].values()]
    return Counter("未回答" if one is None else drop["labels"].get(one.get("level"), STATES.get(one["state"])) for one in found)


def everything_in(page: Page) -> str:
    """All that the page holds: markup, and what stands in fields."""
    fields = page.evaluate("[...document.querySelectorAll('input, textarea, select')].map((field) => field.value).join('\\n')")
    return page.locator("[data-js-workbench]").inner_html() + fields


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_from_a_heap_of_files_to_the_papers_of_a_meeting(page, address, drop, tmp_path, scheme) -> None:
    open_page(page, address(scheme, PATH))
    take(page, drop["folder"])
    panel = page.locator("[data-js-panel=check]")

    # Each bad file is named with its reason; the others were read.
    refused = panel.locator("[data-js-refused] li")
    expect(refused).to_have_count(len(BAD))
    for name, (reason, _) in BAD.items():
        expect(refused.filter(has_text=name)).to_contain_text(reason)
    expect(panel.locator("[data-js-read-rows] tr")).to_have_count(36)
    assert SECRET not in everything_in(page) and "手元だけ" not in everything_in(page) and "鈴木" not in everything_in(page)

    # An older file beside a newer one: asked, and neither is counted until then. Answered by keyboard.
    expect(page.locator("[data-js-step=look]")).to_contain_text("34団体")
    question = panel.locator("[data-js-question]")
    expect(question).to_have_count(1)
    question.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    newest = question.locator("label", has_text="いちばん新しい日付です").locator("input")
    newest.focus()
    page.keyboard.press("Space")
    expect(page.locator("[data-js-step=look]")).to_contain_text("35団体")

    # The matrix: some councils at a time, the rest by turning; counts as given.
    step(page, "look")
    table = page.locator("[data-js-matrix]")
    expect(table.locator("thead th")).to_have_count(26)
    cells = Counter(table.locator("tbody tr", has=page.locator("th[scope=row]")).first.locator("td .visually-hidden").all_inner_texts())
    page.locator("[data-js-page='1']").click()
    expect(table.locator("thead th")).to_have_count(11)
    cells += Counter(table.locator("tbody tr", has=page.locator("th[scope=row]")).first.locator("td .visually-hidden").all_inner_texts())
    assert cells == expected(drop, 0)

    # A row opens to its notes.
    page.get_by_role("button", name="1-1").first.click()
    expect(page.locator("[data-js-item-dialog]")).to_contain_text(SECRET)
    page.keyboard.press("Escape")

    # The agenda: proposed, then changed in place.
    step(page, "agenda")
    page.locator("[data-js-propose]").click()
    page.locator("[data-js-own]").click()
    page.locator("[data-js-entry-field=title]").last.fill(f"{name_of(3)}の取組を聞く")
    page.locator("[data-js-entry-field=minutes]").last.fill("２５")
    expect(page.locator("[data-js-total]")).to_contain_text("合わせて")

    book = openpyxl.load_workbook(export(page, "xlsx", tmp_path))
    assert book.sheetnames == ["マトリクス", "分布", "要望", "議題", "取り込みの記録"]
    header, *rows = [list(row) for row in book["マトリクス"].iter_rows(values_only=True)]
    assert len(header) == 4 + 35 and set(header[4:]) == {name_of(number) for number in range(35)}
    header, *spread = [list(row) for row in book["分布"].iter_rows(values_only=True)]
    for at, item in enumerate(drop["items"]):
        assert rows[at][0] == spread[at][0] == item
        assert Counter(rows[at][4:]) == expected(drop, at)
        shown = {label: count for label, count in zip(header[4:14], spread[at][4:14]) if count}
        assert shown == dict(expected(drop, at)) and spread[at][14] == sum(expected(drop, at)[label] for label in drop["labels"].values())
    told = {row[0]: row[1] for row in book["取り込みの記録"].iter_rows(min_row=2, values_only=True)}
    assert set(BAD) <= set(told) and told["older.json"] == "使わないと決めました"

    text = export(page, "csv", tmp_path).read_text(encoding="utf-8-sig")
    assert [row[0] for row in csv.reader(io.StringIO(text))][1:] == drop["items"]

    # The manifest opens again in a fresh page, with what was decided.
    manifest = export(page, "json", tmp_path)
    page.reload()
    open_page(page, address(scheme, PATH))
    page.locator("[data-js-files]").set_input_files(manifest)
    expect(page.locator("[data-js-step=look]")).to_contain_text("35団体")
    step(page, "agenda")
    assert page.locator("[data-js-entry-field=title]").last.input_value() == f"{name_of(3)}の取組を聞く"
    assert page.locator("[data-js-entry-field=minutes]").last.input_value() == "25"


def test_anonymous_display_leaves_no_name_and_no_note_anywhere(page, address, drop, tmp_path) -> None:
    open_page(page, address("http", PATH))
    take(page, drop["folder"])
    page.locator("[data-js-all-newest], [data-js-question] label:has-text('いちばん新しい') input").last.click()
    step(page, "agenda")
    page.locator("[data-js-own]").click()
    page.locator("[data-js-entry-field=title]").last.fill(f"{name_of(3)}の取組を聞く")
    page.locator("[data-js-entry-field=memo]").last.fill(SECRET)

    page.locator("[data-js-anonymous]").check()
    secrets = ["白浜", "和歌山", "田中", SECRET, "手元だけ", "鈴木", "older.json", "town-", "県南"]

    def clean(text: str, where: str) -> None:
        assert [secret for secret in secrets if secret in text] == [], where

    for name in ("take", "check", "look", "agenda", "out"):
        step(page, name)
        clean(everything_in(page), name)
    step(page, "look")
    expect(page.locator("[data-js-matrix] thead th").nth(1)).to_have_text("団体1")
    page.locator("[data-js-matrix] [data-js-open-item]").first.click()
    clean(everything_in(page), "item")
    page.keyboard.press("Escape")
    step(page, "agenda")
    page.locator("[data-js-propose]").click()
    page.locator("[data-js-panel=agenda] [data-js-project]").click()
    for _ in range(12):
        clean(everything_in(page), "projector")
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("[data-js-print-area] td").count() > 500
    clean(everything_in(page), "print")
    page.emulate_media(media="print")
    paper = page.locator("body").inner_text()
    assert "ブロック会議の材料" in paper and "団体1" in paper and "今日の議題" in paper
    clean(paper, "paper")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")

    for kind in ("csv", "json"):
        clean(export(page, kind, tmp_path).read_text(encoding="utf-8"), kind)
    file = export(page, "xlsx", tmp_path)
    with zipfile.ZipFile(file) as parts:
        clean("".join(parts.read(part).decode("utf-8", "replace") for part in parts.namelist()), "xlsx")
    assert openpyxl.load_workbook(file).sheetnames == ["マトリクス", "分布", "要望", "議題"]
    assert "匿名" in file.name

    # Switched off again, all is back: nothing was lost by hiding it.
    page.locator("[data-js-anonymous]").uncheck()
    step(page, "agenda")
    assert page.locator("[data-js-entry-field=memo]").first.input_value() == SECRET
    step(page, "look")
    expect(page.locator("[data-js-matrix] thead th").nth(1)).to_have_text(name_of(0))


def test_fewer_than_five_councils_are_not_shown_anonymously(page, address, drop, tmp_path) -> None:
    for number in range(4):
        shutil.copy(drop["folder"] / f"town-0{number}.json", tmp_path)
    open_page(page, address("http", PATH))
    take(page, tmp_path)
    page.locator("[data-js-anonymous]").check()
    step(page, "look")
    expect(page.locator("[data-js-too-few]")).to_be_visible()
    assert set(page.locator("[data-js-matrix] td .visually-hidden").all_inner_texts()) == {"伏せています"}
    book = openpyxl.load_workbook(export(page, "xlsx", tmp_path))
    assert {cell for row in book["マトリクス"].iter_rows(min_row=2, min_col=5, values_only=True) for cell in row} == {"伏せています"}


def test_the_sample_comes_and_goes_with_one_click_and_mixes_with_nothing(page, address, drop, tmp_path) -> None:
    own = tmp_path / "own.json"
    shutil.copy(drop["folder"] / "town-05.json", own)
    open_page(page, address("file", PATH))
    page.locator("[data-js-files]").set_input_files(own)
    expect(page.locator("[data-js-step=look]")).to_contain_text("1団体")
    step(page, "take")
    page.locator("[data-js-sample]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-js-question]")).to_have_count(3)
    assert name_of(5) not in everything_in(page)
    page.locator("[data-js-all-apart]").press("Enter")
    step(page, "look")
    expect(page.locator("[data-js-matrix-said]")).to_contain_text("43")
    assert "その版にない" in page.locator("[data-js-matrix] tbody").last.inner_text()
    page.locator("[data-js-filter=size]").select_option("大きい（見本）")
    expect(page.locator("[data-js-matrix-said]")).not_to_contain_text("43")
    page.locator("[data-js-sample-end]").click()
    assert "架空県" not in everything_in(page)
    expect(page.locator("[data-js-step=look]")).to_contain_text("1団体")
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('kyogikai:')).length") == 0


def test_reading_can_be_cancelled_and_what_was_read_stays(page, address, drop, tmp_path) -> None:
    for copy in range(600):
        shutil.copy(drop["folder"] / "town-05.json", tmp_path / f"{copy}.json")
    open_page(page, address("http", PATH))
    page.evaluate("""() => new MutationObserver((_, seen) => {
      if (!document.querySelector('[data-js-progress-text]').textContent.includes('600件のうち')) return;
      seen.disconnect(); document.querySelector('[data-js-cancel]').click();
    }).observe(document.querySelector('[data-js-progress]'), {subtree: true, childList: true, characterData: true})""")
    page.locator("[data-js-files]").set_input_files(sorted(tmp_path.iterdir()))
    expect(page.locator("[data-js-live]")).to_contain_text("取り込みをやめました")
    expect(page.locator("[data-js-drop]")).to_be_visible()


def drop_paths(page: Page, *paths: Path) -> None:
    """Drop files and folders from outside, as from the desktop."""
    place = page.locator("[data-js-drop]")
    place.scroll_into_view_if_needed()
    box = place.bounding_box() or {}
    session = page.context.new_cdp_session(page)
    data = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": kind, "x": box["x"] + 10, "y": box["y"] + box["height"] - 5, "data": data})


def test_folders_are_walked_through_and_where_the_browser_forbids_it_the_picker_is_named(page, address, drop, tmp_path) -> None:
    # More files than Chromium hands out at a time, a folder in the folder, and a file beside it.
    folder = tmp_path / "県南"
    (folder / "町").mkdir(parents=True)
    for copy in range(101):
        shutil.copy(drop["folder"] / "town-05.json", folder / f"{copy}.json")
    shutil.copy(drop["folder"] / "town-06.json", folder / "町")
    (folder / "Thumbs.db").write_bytes(b"\0")
    beside = drop["folder"] / "town-07.json"
    panel = page.locator("[data-js-panel=check]")

    open_page(page, address("http", PATH))
    drop_paths(page, folder, beside)
    expect(page.locator("[data-js-step=take]")).to_contain_text("103件")
    expect(panel.locator("[data-js-refused] li")).to_contain_text("県南/Thumbs.dbほかのソフトが作る作業用のファイルです。")
    assert page.locator("[data-js-panel=look]").is_hidden()

    # From file:// Chromium does not open dropped folders: said, with the way that works.
    open_page(page, address("file", PATH))
    drop_paths(page, folder, beside)
    expect(page.locator("[data-js-step=take]")).to_contain_text("1件")
    expect(panel.locator("[data-js-refused] li")).to_contain_text("「フォルダーを選ぶ」")
    step(page, "take")
    page.locator("[data-js-folder]").set_input_files(folder)
    expect(page.locator("[data-js-step=take]")).to_contain_text("103件")


@pytest.mark.parametrize(("width", "scheme"), WIDTHS_AND_SCHEMES)
def test_every_step_is_accessible(new_context, address, width, scheme) -> None:
    page = new_context(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
    open_page(page, address("http", PATH))
    page.locator("[data-js-sample]").click()
    page.locator("[data-js-all-newest]").scroll_into_view_if_needed()
    for name in ("check", "look", "agenda", "out"):
        step(page, name)
        if name == "agenda":
            page.locator("[data-js-propose]").click()
        assert violations(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        if name == "check":
            page.locator("[data-js-all-newest]").click()
    page.locator("[data-js-panel=out] [data-js-project]").click()
    assert violations(page) == []
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('[data-js-slide-text]')).fontSize)") >= 28
    page.keyboard.press("Escape")
    step(page, "look")
    page.locator("[data-js-matrix] [data-js-open-item]").first.click()
    assert violations(page) == []
    page.keyboard.press("Escape")
    tree = page.locator("[data-js-workbench]").aria_snapshot()
    for part in ('switch "匿名表示"', 'navigation "手順"', 'columnheader "A市"', 'table "項目（行）と団体（列）の答え"', 'combobox "規模"'):
        assert part in tree, part
