"""Several respondents, several years, the turn of a year and the hand-over: from files to a pack that opens again."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from .axe import faults
from .comparison import LABELS, ORDER, PATH, PRIVATE, ROLES, Comparison, answer, item_ids, record, write
from .self_check import PATH as CHECK_PATH, PREFIX, SelfCheck, read_json, saved_file

Address = Callable[[str, str], str]


@pytest.fixture
def compare(page: Page, address: Address) -> Comparison:
    return Comparison(page, address("http", PATH)).open()


def three_files(compare: Comparison, folder: Path) -> list[Path]:
    ids = item_ids(compare.page)
    return [write(folder / f"{LABELS[who]}のファイル.json", record(who, ids)) for who in range(3)]


def as_exported(check: SelfCheck, path: Path, kind: str, folder: Path) -> Path:
    """The file as a respondent would send it: opened in the self-check, exported for colleagues."""
    check.choose_file(path)
    check.take_over()
    check.saved()
    sent = saved_file(check.export(kind, "colleagues"), folder / kind)
    check.hook("close").click()
    return sent


def tab_to(page: Page, target, key: str = "Tab") -> None:
    """Press Tab until `target` has the focus: that it can be reached is part of the test."""
    for _ in range(40):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press(key)
    raise AssertionError(f"not reached by Tab: {target}")


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_from_three_files_to_a_handed_over_pack(scheme: str, new_context, address: Address, tmp_path: Path) -> None:
    senders = SelfCheck(new_context().new_page(), address(scheme, CHECK_PATH)).open()
    compare = Comparison(new_context().new_page(), address(scheme, PATH)).open()
    ids = item_ids(compare.page)
    files = [senders.open() and as_exported(senders, path, kind, tmp_path)
             for path, kind in zip(three_files(compare, tmp_path), ("json", "xlsx", "csv"))]
    picture = tmp_path / "写真.json"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    older = write(tmp_path / "前の甲課.json", record(0, ids, saved_at="2026-11-01T00:00:00.000Z", answers={ids[0]: answer("not")}))

    # Each file is judged alone; the older file of the same respondent is asked about.
    compare.take(files[0], picture, files[1], files[2], older)
    taken = compare.hook("taken").locator("li")
    expect(taken.nth(1)).to_contain_text("自己点検のファイルではない")
    expect(taken.nth(2)).to_contain_text("取り込みました（乙センター")
    compare.go("check")
    expect(compare.hook("twin")).to_contain_text("「甲課（市町村の担当）」の回答が2つあります")
    compare.hook("twin-newest").click()
    expect(compare.hook("twin")).to_have_count(0)

    # The largest spread first; わからない and 未回答 beside it; no private note.
    compare.hook("next", "see").click()
    assert compare.shown()[:6] == [ids[at] for at in ORDER]
    expect(compare.row(ids[2]).locator("[data-js-spread]")).to_have_text("3段階の開き")
    expect(compare.row(ids[3]).locator("[data-js-spread]")).to_have_text("そろっている")
    expect(compare.row(ids[4]).locator("[data-js-beside]")).to_have_text("わからない：乙センター　／　未回答：丙委員")
    assert PRIVATE not in compare.page.content()

    # What is agreed survives a reload, then becomes a record that opens in the self-check.
    if scheme == "http":
        agree_by_keyboard(compare, ids[2])
    else:
        compare.agree(ids[2], "little", "記録を見て確かめた")
    compare.page.reload()
    compare.ready().take(*files)
    compare.go("decide")
    expect(compare.hook("agreed-list")).to_contain_text("記録を見て確かめた")
    compare.hook("save").click()
    compare.hook("saved-link").click()
    check = SelfCheck(compare.page, address(scheme, CHECK_PATH))
    check.ready()
    expect(check.hook("who-more")).to_contain_text("合意")
    expect(check.hook("discuss").locator(f'[data-item="{ids[2]}"]')).to_be_visible()
    assert check.only_record()["agreed"] == {ids[2]: {"level": "little", "reason": "記録を見て確かめた"}}

    record_id = next(iter(check.stored()))
    turn_the_year(check, ids)
    over_the_years(check, ids, address(scheme, PATH) + f"#/municipal-council/{record_id}")
    hand_over(check, new_context, tmp_path, ids)


def agree_by_keyboard(compare: Comparison, item_id: str) -> None:
    page, row = compare.page, compare.row(item_id)
    compare.hook("panel-title").nth(2).focus()
    tab_to(page, row.locator("[data-js-agree] > summary"))
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(row.locator('input[value="little"]')).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.type("記録を見て確かめた")
    tab_to(page, compare.hook("step", "decide"), "Shift+Tab")
    page.keyboard.press("Enter")
    expect(compare.hook("panel", "decide").get_by_role("heading", level=2)).to_be_focused()


def turn_the_year(check: SelfCheck, ids: list[str]) -> None:
    """A snapshot kept and removed; then a new year with the open action, and without the done one."""
    for text, status in (("部会を開く", "doing"), ("名簿を作る", "done")):
        check.hook("add", "actions").click()
        entry = check.hook("entries", "actions").locator("[data-js-entry]").last
        entry.locator('[data-js-plan="text"]').fill(text)
        entry.locator('[data-js-plan="status"]').select_option(status)
    expect(check.hook("snapshot-label")).to_have_value("2026年度")
    check.hook("snapshot-add").click()
    expect(check.hook("snapshots").locator("li")).to_have_count(1)
    check.page.get_by_role("button", name="「2026年度」の控えを消す").click()
    check.hook("delete-run").click()
    expect(check.hook("snapshots").locator("li")).to_have_count(0)
    check.hook("year-open").click()
    check.hook("year-date").fill("2027-11-20")
    check.hook("year-run").click()
    expect(check.view("answer")).to_be_visible()
    check.answer(ids[2], "done")
    check.answer(ids[0], "not")
    check.saved()
    (kept,) = check.only_record()["snapshots"]
    assert (kept["label"], kept["date"], kept["agreed"][ids[2]]["level"]) == ("2026年度", "2026-11-21", "little")
    assert [action["text"] for action in kept["plan"]["actions"]] == ["部会を開く", "名簿を作る"]
    assert [action["text"] for action in check.only_record()["plan"]["actions"]] == ["部会を開く"]
    assert check.only_record()["agreed"] == {}


def over_the_years(check: SelfCheck, ids: list[str], target: str) -> None:
    check.go("result")
    assert check.hook("compare-link").evaluate("link => link.href") == target
    check.hook("compare-link").click()
    compare = Comparison(check.page, target).ready()
    expect(compare.hook("columns").locator("label")).to_have_count(2)
    compare.hook("next", "see").click()
    expect(compare.hook("basis", "")).to_have_count(2)
    assert compare.shown("year-list") == [ids[0], ids[2]]
    expect(compare.row(ids[2]).locator("[data-js-spread]").last).to_have_text("↑ 上がった")
    expect(compare.row(ids[0]).locator("[data-js-spread]").last).to_have_text("＋ 新しく答えた")
    expect(compare.hook("year-table").locator("tr").first).to_have_text("1 事務局と運営10015")
    compare.go("decide")
    expect(compare.hook("open-actions")).to_contain_text("部会を開く")
    expect(compare.hook("closed-actions")).to_contain_text("名簿を作る")
    compare.hook("carry").click()
    expect(compare.hook("carried-text")).to_contain_text("もう全部あります")
    compare.hook("carried-link").click()
    check.ready()


def hand_over(check: SelfCheck, new_context, folder: Path, ids: list[str]) -> None:
    paper = check.lay_out("handover")
    for words in ("引継ぎの資料", "まずすること", "部会を開く", "名簿を作る", "前の控え（2026年度　2026年11月21日（土））からの変化", "上がった（あまりできていない → できている）"):
        assert words in paper
    check.clear_paper()
    before = check.only_record()
    with check.page.expect_download() as download:
        check.hook("handover", "xlsx").click()
    pack = saved_file(download.value, folder)
    assert pack.name == "協議会自己点検_白浜市_2027-11-20_引継ぎ.xlsx"
    book = openpyxl.load_workbook(pack)
    assert book.sheetnames[0] == "引継ぎ"
    assert "部会を開く" in [cell.value for row in book["引継ぎ"].iter_rows() for cell in row]
    other = SelfCheck(new_context().new_page(), check.url).open()
    other.choose_file(pack)
    other.take_over()
    other.saved()
    assert other.only_record() == before


def everything_said(page: Page) -> str:
    """Text, attributes and the accessibility tree of the whole page."""
    return page.content() + page.locator("body").aria_snapshot() + page.evaluate("() => document.body.textContent")


def test_hidden_names_are_nowhere_on_screen_paper_or_in_a_file(compare: Comparison, tmp_path: Path) -> None:
    files = three_files(compare, tmp_path)
    compare.take(*files)
    compare.go("see")
    names = [*LABELS, *(path.stem for path in files)]
    # The roles stand in the page's own words too; a source shows them only with a label.
    assert all(name in everything_said(compare.page) for name in names)
    switch = compare.page.get_by_role("switch", name="だれの答えかを隠す")
    switch.check()
    for step in ("take", "check", "see", "decide", "out"):
        compare.go(step)
        said = everything_said(compare.page)
        assert not [name for name in (*names, f"（{ROLES[0]}）") if name in said], step
    assert compare.hook("who").text_content() == "比べている回答：回答者A、回答者B、回答者C"
    notes = compare.row(item_ids(compare.page)[2]).locator("[data-js-notes-list] li")
    assert sorted(notes.all_text_contents()) == ["共有メモメモ0", "共有メモメモ1", "共有メモメモ2"]
    compare.page.emulate_media(media="print")
    compare.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    expect(compare.hook("list")).to_be_visible()
    paper = compare.page.locator("body").inner_text()
    assert "回答者A" in paper and "メモ0" in paper and not [name for name in names if name in paper]
    compare.page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    compare.page.emulate_media(media="screen")
    exports_without_names(compare, names, tmp_path)
    switch.uncheck()
    compare.go("see")
    expect(compare.hook("who")).to_have_text("比べている回答：甲課、乙センター、丙委員")


def exports_without_names(compare: Comparison, names: list[str], folder: Path) -> None:
    texts = {}
    for kind in ("xlsx", "csv"):
        compare.hook("panel", "out").locator(f'[data-js-format][value="{kind}"]').check()
        with compare.page.expect_download() as download:
            compare.hook("out-run").click()
        path = saved_file(download.value, folder)
        assert not [name for name in names if name in path.name]
        if kind == "xlsx":
            texts[kind] = [[str(cell.value or "") for cell in row] for row in openpyxl.load_workbook(path).active.iter_rows()]
        else:
            with path.open(encoding="utf-8-sig", newline="") as file:
                texts[kind] = list(csv.reader(file))
    for rows in texts.values():
        assert rows[0][3:6] == ["回答者A", "回答者B", "回答者C"]
        flat = "".join(cell for row in rows for cell in row)
        assert "メモ0" in flat and PRIVATE not in flat and not [name for name in names if name in flat]
    assert texts["xlsx"] == texts["csv"]


def test_the_sample_is_kept_apart_and_every_step_is_accessible(compare: Comparison) -> None:
    page = compare.page
    assert faults(page) == []
    compare.hook("sample").click()
    expect(compare.hook("sample-bar")).to_be_visible()
    compare.row(compare.shown()[0]).locator("[data-js-agree] > summary").click()
    compare.row(compare.shown()[0]).locator("[data-js-level]").first.check()
    for mode in ("people", "years"):
        compare.go("take")
        compare.hook("mode").and_(page.locator(f"[value={mode}]")).check()
        for step in ("check", "see", "decide", "out"):
            compare.go(step)
            assert faults(page, "[data-js-compare]") == [], f"{mode} {step}"
            page.set_viewport_size({"width": 390, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate("() => Object.keys(localStorage).filter(key => key.startsWith('kyogikai'))") == []
    compare.hook("sample-end").click()
    expect(compare.hook("sample-bar")).to_be_hidden()
    expect(compare.hook("step", "see")).to_be_disabled()
    assert "A市（サンプル）" not in page.locator("body").inner_text()


def test_what_is_said_of_an_item(compare: Comparison, tmp_path: Path) -> None:
    compare.take(*three_files(compare, tmp_path))
    expect(compare.page.get_by_role("navigation", name="比較の手順").get_by_role("button")).to_have_count(5)
    compare.go("see")
    row = compare.row(item_ids(compare.page)[2])
    expect(row).to_match_aria_snapshot("""
      - listitem:
        - heading /1-3/ [level=3]
        - text: 3段階の開き
        - list:
          - listitem: できている 甲課
          - listitem: ややできている なし
          - listitem: あまりできていない 乙センター
          - listitem: できていない 丙委員
    """)
    summaries = compare.hook("agree").locator("> summary").all_text_contents()
    assert len(set(summaries)) == len(summaries) == 56


def test_an_agreement_is_never_written_over_another_unasked(compare: Comparison, new_context, tmp_path: Path) -> None:
    ids = item_ids(compare.page)
    own = record(0, ids, agreed={ids[2]: {"level": "done", "reason": "前の話合い"}})
    key = f"{PREFIX}r-own"
    compare.page.evaluate("([key, record]) => localStorage.setItem(key, JSON.stringify({revision: 1, tab: 't', record}))", [key, own])
    compare.open().take(*three_files(compare, tmp_path))
    compare.go("see")
    compare.agree(ids[2], "not", "今回")
    compare.row(ids[1]).locator("[data-js-agree] > summary").click()
    compare.row(ids[1]).locator('input[value="mostly"]').check()
    compare.go("decide")
    compare.hook("target").and_(compare.page.locator("[value=own]")).check()
    expect(compare.hook("conflicts")).to_contain_text("前：できている・前の話合い　今回：できていない・今回")
    # Another tab saves in between: nothing is written, and the page asks anew.
    own["agreed"][ids[2]]["reason"] = "別のタブ"
    compare.page.evaluate("([key, record]) => localStorage.setItem(key, JSON.stringify({revision: 2, tab: 'u', record}))", [key, own])
    compare.hook("save").click()
    expect(compare.hook("saved-text")).to_contain_text("別のタブで変わっていました")
    expect(compare.hook("conflicts")).to_contain_text("別のタブ")
    compare.hook("save").click()
    expect(compare.hook("saved-text")).to_have_text("選んだ記録に、合意を書き加えました。")
    stored = json.loads(compare.page.evaluate("key => localStorage[key]", key))["record"]
    assert stored["agreed"] == {ids[2]: {"level": "done", "reason": "別のタブ"}, ids[1]: {"level": "mostly", "reason": ""}}
    assert stored["answers"] == own["answers"]


def test_an_older_version_is_told_in_words_and_other_checklists_are_refused(compare: Comparison, tmp_path: Path) -> None:
    ids = item_ids(compare.page)
    old = record(0, ids, checklist={"id": "municipal-council", "version": "0.9.0", "items_digest": ""},
                 answers={ids[0]: answer("done"), "it-gone-long-ago": answer("not")})
    other = record(1, ids, checklist={"id": "somebody-elses", "version": "1.0.0", "items_digest": ""})
    compare.take(write(tmp_path / "old.json", old), write(tmp_path / "other.json", other), write(tmp_path / "now.json", record(1, ids)))
    expect(compare.hook("taken").locator("li").nth(1)).to_contain_text("別のチェックリスト（somebody-elses）")
    compare.go("check")
    source = compare.hook("source").first
    expect(source).to_contain_text("it-gone-long-ago：この項目は、いまの版にありません。")
    source.locator("[data-js-versions] > summary").click()
    expect(source.locator("[data-js-version-list]")).to_contain_text("版 1.0.0（2026年11月21日（土））：最初の版です。")


def test_what_looks_personal_is_shown_with_its_place_and_never_blocks(page: Page, address: Address, tmp_path: Path) -> None:
    check = SelfCheck(page, address("http", CHECK_PATH)).open()
    check.begin()
    item = check.item_ids()[1]
    check.write(item, "note_shared", "山田さん（090-1234-5678）と皆さんで")
    check.write(item, "note_private", "手元だけの高橋様")
    check.hook("export-open").click()
    found = check.hook("personal", "export")
    expect(found.locator("li")).to_have_count(3)
    check.hook("export-dialog").locator("[data-js-audience][value=colleagues]").check()
    expect(found.locator("li")).to_have_count(2)
    expect(found.locator("li").first).to_contain_text("1-2 共有メモ人の名前：「山田さん」")
    page.get_by_role("button", name="1-2 共有メモを直す").first.click()
    expect(check.hook("export-dialog")).to_be_hidden()
    expect(check.item(item).locator("[data-js-field=note_shared]")).to_be_focused()
    sent = read_json(saved_file(check.export("json", "colleagues"), tmp_path))
    assert sent["answers"][item]["note_shared"].startswith("山田さん")


def test_an_older_file_on_a_newer_record_is_pointed_out(page: Page, address: Address, tmp_path: Path) -> None:
    check = SelfCheck(page, address("http", CHECK_PATH)).open()
    check.begin()
    check.answer(check.item_ids()[0], "done")
    check.saved()
    ids = check.item_ids()
    check.hook("close").click()
    for saved_at, shown in (("2020-01-01T00:00:00.000Z", True), ("2999-01-01T00:00:00.000Z", False)):
        check.choose_file(write(tmp_path / "file.json", record(0, ids, saved_at=saved_at)))
        check.hook("import-dialog").locator("[data-js-import-mode][value=replace]").check()
        expect(check.hook("import-older")).to_be_visible(visible=shown)
        page.keyboard.press("Escape")
