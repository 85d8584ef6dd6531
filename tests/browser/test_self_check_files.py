"""Files out of and into the self-check: what leaves, and what a bad file does (nothing)."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .self_check import EVIL, PATH, SLUG, SelfCheck, read_json, saved_file

UNCHANGED = "いまの記録は変わっていません。"


@pytest.fixture
def check(page: Page, address: Callable[[str, str], str]) -> SelfCheck:
    return SelfCheck(page, address("http", PATH)).open()


def record_file(**changes: Any) -> dict[str, Any]:
    """A small good result file, with changes."""
    return {
        "format": "kyogikai-check/1",
        "checklist": {"id": SLUG, "version": "1.0.0", "items_digest": ""},
        "subject": {"prefecture": "和歌山県", "name": "白浜市", "kind": "municipality"},
        "respondent": {"label": "障害福祉課", "role": ""},
        "date": "2026-11-21", "saved_at": "2026-11-21T01:00:00.000Z",
        "answers": {}, "agreed": {}, "plan": {"goals": [], "actions": [], "requests": []}, "snapshots": [],
        **changes,
    }


def write_json(path: Path, value: Any) -> Path:
    path.write_text(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path


def huge(folder: Path) -> Path:
    path = folder / "huge.json"
    path.write_bytes(b"[" + b"0," * (11 * 1024 * 1024) + b"0]")
    return path


def foreign_workbook(folder: Path) -> Path:
    book = openpyxl.Workbook()
    book.active.append(["名前", "電話"])
    book.save(folder / "foreign.xlsx")
    return folder / "foreign.xlsx"


def broken_workbook(folder: Path) -> Path:
    whole = foreign_workbook(folder).read_bytes()
    (folder / "broken.xlsx").write_bytes(whole[: len(whole) // 2])
    return folder / "broken.xlsx"


def zip_bomb(folder: Path) -> Path:
    path = folder / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", b" " * (300 * 1024 * 1024))
    return path


def with_prototype_key(key: str) -> Callable[[Path], Path]:
    text = json.dumps(record_file(), ensure_ascii=False)
    return lambda folder: write_json(folder / "proto.json", text.replace('"answers": {}', f'"answers": {{"{key}": {{"hacked": 1}}}}'))


BAD_FILES: dict[str, tuple[Callable[[Path], Path], str]] = {
    "not ours: a picture": (lambda d: _bytes(d / "a.json", b"\x89PNG\r\n\x1a\n\x00\x00"), "自己点検のファイルではない"),
    "not ours: other JSON": (lambda d: write_json(d / "a.json", {"name": "x"}), "自己点検のファイルではない"),
    "not ours: other CSV": (lambda d: write_json(d / "a.csv", "名前,電話\n山田,1\n"), "点検の表"),
    "not ours: other workbook": (foreign_workbook, "点検の表"),
    "empty": (lambda d: _bytes(d / "a.json", b""), "空"),
    "damaged JSON": (lambda d: write_json(d / "a.json", json.dumps(record_file())[:-20]), "壊れて"),
    "damaged workbook": (broken_workbook, "壊れて"),
    "other checklist": (
        lambda d: write_json(d / "a.json", record_file(checklist={"id": "prefectural-council", "version": "1.0.0"})),
        "別のチェックリスト",
    ),
    "unknown format": (lambda d: write_json(d / "a.json", record_file(format="kyogikai-check/99")), "知らない"),
    "wrong shape": (lambda d: write_json(d / "a.json", record_file(answers=[])), "answers"),
    "too large": (huge, "大きすぎます"),
    "deeply nested": (lambda d: write_json(d / "a.json", "[" * 5000 + "]" * 5000), "入れ子"),
    "unpacks to something huge": (zip_bomb, "大きく"),
    "old Excel": (lambda d: _bytes(d / "a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600), "Excel"),
    "prototype key __proto__": (with_prototype_key("__proto__"), "使えない名前"),
    "prototype key constructor": (with_prototype_key("constructor"), "使えない名前"),
}


def _bytes(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.fixture(scope="module")
def shared(browser, address: Callable[[str, str], str]):
    """One profile with one record, for all files that must change nothing in it."""
    context = browser.new_context(locale="ja-JP")
    check = SelfCheck(context.new_page(), address("http", PATH)).open()
    check.begin()
    check.answer(check.item_ids()[0], "little")
    check.saved()
    check.hook("close").click()
    yield check
    context.close()


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_changes_nothing_and_says_what_is_wrong(shared: SelfCheck, name: str, tmp_path: Path) -> None:
    make, reason = BAD_FILES[name]
    before = shared.stored()
    shared.choose_file(make(tmp_path))
    refusal = shared.hook("import-refusal")
    expect(refusal).to_contain_text(reason)
    expect(refusal).to_contain_text(UNCHANGED)
    expect(shared.hook("import-dialog")).to_be_hidden()
    assert shared.stored() == before
    assert shared.page.evaluate("() => ({}).hacked") is None


def test_markup_in_a_file_is_text_everywhere(check: SelfCheck, tmp_path: Path) -> None:
    first, second = check.item_ids()[:2]
    content = record_file(
        subject={"prefecture": EVIL, "name": EVIL, "kind": "municipality"},
        respondent={"label": EVIL, "role": EVIL},
        answers={
            first: {"state": "answered", "level": "not", "note_shared": EVIL, "evidence": EVIL},
            second: {"state": "not_applicable", "reason": EVIL},
            EVIL.lower().split()[0].strip("<") + "-gone": {"state": "answered", "level": "not"},
        },
        agreed={first: {"level": "not", "reason": EVIL}},
        plan={
            "goals": [{"text": EVIL, "due": EVIL}],
            "actions": [{"text": EVIL, "owner": EVIL, "due": EVIL, "status": EVIL, "items": [first]}],
            "requests": [{"text": EVIL, "to": EVIL, "items": []}],
        },
    )
    check.choose_file(write_json(tmp_path / "evil.json", content))
    expect(check.hook("import-fact", "subject")).to_have_text(EVIL + EVIL)
    check.take_over()
    expect(check.hook("who")).to_have_text(EVIL + EVIL)
    check.go("result")
    expect(check.hook("discuss")).to_contain_text(EVIL)
    check.go("group")
    expect(check.hook("group-note")).to_have_text(EVIL)
    check.hook("export-open").click()
    expect(check.hook("file-name")).to_contain_text("＜img")
    check.page.keyboard.press("Escape")
    _ran_nothing(check)
    _prints_as_text(check)
    _exports_as_text(check, tmp_path, first)


def _ran_nothing(check: SelfCheck) -> None:
    assert check.page.evaluate("() => window.hacked") is None
    assert check.page.locator("[data-js-self-check] img").count() == 0


def _prints_as_text(check: SelfCheck) -> None:
    for kind in ("result", "answers"):
        assert EVIL in check.lay_out(kind)
        _ran_nothing(check)
        check.clear_paper()


def _exports_as_text(check: SelfCheck, folder: Path, item: str) -> None:
    book = openpyxl.load_workbook(saved_file(check.export("xlsx"), folder))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value and EVIL in str(cell.value)]
    assert cells and all(cell.data_type in ("s", "inlineStr") and cell.hyperlink is None for cell in cells)
    record = read_json(saved_file(check.export("json"), folder))
    assert record["answers"][item]["note_shared"] == EVIL


FORMULAS = ['=HYPERLINK("http://x.example","y")', "+1+1", "-2", "@SUM(A1)", "＝1＋1", "'=1", "\t=1", "a\n=1"]


def test_formulas_go_out_and_come_back_as_text(check: SelfCheck, new_context, tmp_path: Path) -> None:
    answers = {item: {"note_shared": text} for item, text in zip(check.item_ids(), FORMULAS)}
    content = record_file(answers=answers, subject={"prefecture": "", "name": "=1+1", "kind": "municipality"})
    check.choose_file(write_json(tmp_path / "formulas.json", content))
    check.take_over()
    check.saved()
    with_csv = saved_file(check.export("csv"), tmp_path)
    with with_csv.open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if cell and cell[0] in "=+-@＝＋－＠\t"]
    with_xlsx = saved_file(check.export("xlsx"), tmp_path)
    assert not [c for sheet in openpyxl.load_workbook(with_xlsx) for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    for path in (with_csv, with_xlsx):
        other = SelfCheck(new_context().new_page(), check.url).open()
        other.choose_file(path)
        other.take_over()
        other.saved()
        assert other.only_record() == content


def test_private_notes_leave_only_in_ones_own_backup(check: SelfCheck, tmp_path: Path) -> None:
    check.begin()
    item = check.item_ids()[0]
    check.answer(item, "not")
    check.write(item, "evidence", "根拠の文")
    check.write(item, "note_private", "秘密の文")
    check.page.keyboard.press("Tab")
    leaves, stays = check.hook("leaves"), check.hook("stays")
    check.hook("export-open").click()
    expect(leaves).to_contain_text("手元メモ")
    check.hook("export-dialog").locator("[data-js-audience][value=prefecture]").check()
    expect(leaves).not_to_contain_text("手元メモ")
    expect(stays).to_contain_text("手元メモ")
    expect(stays).to_contain_text("根拠")
    check.page.keyboard.press("Escape")
    for audience, secret, evidence in (("self", True, True), ("colleagues", False, True), ("prefecture", False, False)):
        for kind in ("json", "csv"):
            text = saved_file(check.export(kind, audience), tmp_path).read_text(encoding="utf-8-sig")
            assert ("秘密の文" in text) is secret
            assert ("根拠の文" in text) is evidence


def test_the_file_is_named_for_the_council_and_the_day_and_a_backup_says_so(check: SelfCheck) -> None:
    check.begin("白浜市")
    assert check.export("csv", "colleagues").suggested_filename == "協議会自己点検_白浜市_2026-11-21.csv"
    assert check.export("csv").suggested_filename == "協議会自己点検_白浜市_2026-11-21_控え.csv"


def test_the_blank_sheet_comes_back_filled_in(check: SelfCheck, site_dir: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(site_dir / "self-check" / f"{SLUG}.xlsx")
    sheet = book["点検シート"]
    header = next(row for row in sheet.iter_rows() if {"項目ID", "答え"} <= {cell.value for cell in row})
    column = {cell.value: cell.column for cell in header}
    row = next(r for r in range(header[0].row + 1, sheet.max_row) if sheet.cell(r, column["項目ID"]).value)
    sheet.cell(row, column["答え"]).value = "あまりできていない"
    book.save(tmp_path / "filled.xlsx")
    check.choose_file(tmp_path / "filled.xlsx")
    expect(check.hook("import-fact", "answers")).to_have_text("1項目")
    check.take_over()
    check.saved()
    (answer,) = check.only_record()["answers"].values()
    assert answer["level"] == "little"


def test_a_file_can_replace_a_record_by_choice(check: SelfCheck, tmp_path: Path) -> None:
    check.begin("前の市")
    check.saved()
    check.hook("close").click()
    check.choose_file(write_json(tmp_path / "new.json", record_file()))
    check.hook("import-dialog").locator("[data-js-import-mode][value=replace]").check()
    check.hook("import-target").select_option(index=0)
    check.take_over()
    check.saved()
    assert check.only_record()["subject"]["name"] == "白浜市"


def test_an_older_version_is_moved_over_and_what_has_no_place_is_listed(check: SelfCheck, tmp_path: Path) -> None:
    item = check.item_ids()[0]
    answers = {item: {"state": "answered", "level": "done"}, "it-gone-long-ago": {"state": "answered", "level": "not"}}
    content = record_file(checklist={"id": SLUG, "version": "0.9.0", "items_digest": ""}, answers=answers)
    check.choose_file(write_json(tmp_path / "old.json", content))
    expect(check.hook("import-fact", "version")).to_contain_text("0.9.0")
    expect(check.hook("import-unplaced")).to_contain_text("it-gone-long-ago")
    check.take_over()
    check.saved()
    record = check.only_record()
    assert record["answers"]["it-gone-long-ago"]["level"] == "not"
    assert record["snapshots"][0]["answers"] == answers


def test_keys_of_a_later_release_survive_the_round_trip(check: SelfCheck, tmp_path: Path) -> None:
    content = record_file(mood="calm", answers={check.item_ids()[0]: {"state": "answered", "level": "done", "colour": "green"}})
    check.choose_file(write_json(tmp_path / "later.json", content))
    check.take_over()
    check.saved()
    back = read_json(saved_file(check.export("json"), tmp_path))
    assert back == content


def test_a_dropped_file_opens_like_a_chosen_one(check: SelfCheck) -> None:
    text = json.dumps(record_file(), ensure_ascii=False)
    check.page.evaluate(
        """text => {
          const data = new DataTransfer();
          data.items.add(new File([text], 'dropped.json'));
          document.querySelector('[data-js-drop]').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
        }""",
        text,
    )
    expect(check.hook("import-fact", "file")).to_have_text("dropped.json")


def test_without_the_excel_script_the_other_forms_still_work(new_context: Callable[..., BrowserContext], address, watch) -> None:
    watch.allow("xlsx.lazy.js")
    watch.allow("Failed to load resource")
    context = new_context()
    context.route("**/xlsx.lazy.js", lambda route: route.abort())
    check = SelfCheck(context.new_page(), address("http", PATH)).open()
    check.begin()
    check.hook("export-open").click()
    check.hook("export-run").click()
    expect(check.hook("export-trouble")).to_contain_text("CSVかJSON")
    check.page.keyboard.press("Escape")
    assert check.export("csv").suggested_filename.endswith(".csv")


def test_without_the_later_script_the_page_says_so_and_a_backup_and_paper_still_come(
    new_context: Callable[..., BrowserContext], address, watch, tmp_path: Path,
) -> None:
    watch.allow("later.lazy.js")
    watch.allow("Failed to load resource")
    context = new_context()
    context.route("**/later.lazy.js", lambda route: route.abort())
    check = SelfCheck(context.new_page(), address("http", PATH)).open()
    check.choose_file(write_json(tmp_path / "x.json", record_file()))
    expect(check.bar()).to_contain_text("読み込めませんでした")
    check.hook("act", "dismiss").click()
    check.begin()
    check.hook("export-open").click()
    expect(check.bar()).to_contain_text("読み込めませんでした")
    with check.page.expect_download() as download:
        check.hook("act", "backup").click()
    assert read_json(saved_file(download.value, tmp_path)) == check.only_record()
    check.write(check.answer_some()[0], "evidence", "議事録")
    check.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    assert "議事録" in (check.hook("print-area").text_content() or "")
    check.page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    check.hook("act", "dismiss").click()
    check.go("result")
    expect(check.bar()).to_contain_text("読み込めませんでした")
    context.unroute("**/later.lazy.js")
    check.go("answer")
    check.go("result")
    expect(check.hook("result-lead")).to_contain_text("5")
    check.hook("export-open").click()
    expect(check.hook("export-dialog")).to_be_visible()
