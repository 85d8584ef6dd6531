"""Faults injected while somebody works: writes that fail one by one, clocks that jump, reloads, refused downloads.

FAULTS=all (`make faults`) lets each of the first six writes fail in both ways; else a few of them.
The other faults of the storage are in test_self_check_storage.py, killed browsers in kills.py.
"""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from .self_check import PATH, SelfCheck

ANSWERS = 3
# An answer writes two things: the record, and the list of records, which is a copy for other pages.
WRITES = range(2 * ANSWERS) if os.environ.get("FAULTS") == "all" else (0, 1, 4)
LAST_RECORD = 2 * ANSWERS - 2
# From the n-th write on nothing can be written, until window.heal().
FAIL_FROM = """([n, name]) => {
  const { setItem, removeItem } = Storage.prototype;
  let left = n;
  const spend = () => { if (left-- <= 0) throw new DOMException('injected', name); };
  window.heal = () => Object.assign(Storage.prototype, { setItem, removeItem });
  Storage.prototype.setItem = function (...given) { spend(); return setItem.apply(this, given); };
  Storage.prototype.removeItem = function (...given) { spend(); return removeItem.apply(this, given); };
}"""


@pytest.fixture
def check(new_context: Callable[..., BrowserContext], address: Callable[[str, str], str]) -> SelfCheck:
    """A record with one answer, saved."""
    check = SelfCheck(new_context().new_page(), address("http", PATH)).open()
    check.begin()
    check.answer(check.item_ids()[0], "little")
    check.saved()
    return check


@pytest.mark.parametrize("name", ["QuotaExceededError", "SecurityError"])
def test_whichever_write_fails_no_answer_is_lost_and_it_is_said(check: SelfCheck, name: str) -> None:
    ids = [item for item in check.item_ids() if check.item(item).is_visible()]
    given = {ids[0]: "little"}
    for number, failing in enumerate(WRITES):
        check.page.evaluate(FAIL_FROM, [failing, name])
        told = False
        for step in range(ANSWERS):
            item = ids[(number + step) % len(ids)]
            level = next(one for one in ("done", "mostly", "not") if one != given.get(item))
            check.answer(item, level)
            given[item] = level
            state = check.hook("status").get_attribute("data-state")
            told = told or state == "failed"
            stored = {one: answer["level"] for one, answer in check.only_record()["answers"].items()}
            # What lies there is a whole state of before; all that is missing was said to be missing.
            assert stored.items() <= given.items() or state == "failed"
            assert stored == given or state == "failed", f"write {failing}: not stored, and not said"
        assert told or failing > LAST_RECORD, f"write {failing} did not fail"
        check.page.evaluate("() => window.heal()")
        if check.hook("status").get_attribute("data-state") == "failed":
            expect(check.bar()).to_be_visible()
            check.hook("act", "retry").click()
        check.saved()
        check.page.reload()
        check.ready()
        assert {item: answer["level"] for item, answer in check.only_record()["answers"].items()} == given, f"write {failing}"


def test_a_clock_set_back_or_on_takes_nothing_away(check: SelfCheck) -> None:
    ids = check.item_ids()
    for number, year in enumerate((1999, 2041, 2026), 1):
        check.page.clock.set_system_time(datetime.datetime(year, 4, 1, 9))
        check.answer(ids[number], "mostly")
        check.saved()
        check.page.reload()
        check.ready()
        assert len(check.only_record()["answers"]) == number + 1
        expect(check.item(ids[number]).locator("input[value=mostly]")).to_be_checked()
    # As if killed before the storage was written, right after the clock had jumped by years.
    check.page.evaluate("() => localStorage.clear()")
    check.page.goto("about:blank")
    check.open()
    expect(check.hook("records").locator("[data-js-title]")).to_have_count(1)


def test_a_reload_in_the_middle_of_an_import_leaves_all_or_nothing(check: SelfCheck, tmp_path: Path) -> None:
    before = check.stored()
    record = {**check.only_record(), "subject": {"prefecture": "和歌山県", "name": "取り込む市", "kind": "municipality"}}
    path = tmp_path / "a.json"
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    check.hook("close").click()
    check.choose_file(path)
    expect(check.hook("import-dialog")).to_be_visible()
    check.page.reload()
    check.ready()
    assert check.stored() == before
    check.choose_file(path)
    expect(check.hook("import-dialog")).to_be_visible()
    check.page.evaluate("() => { document.querySelector('[data-js-import-run]').click(); location.reload(); }")
    check.page.wait_for_load_state()
    check.ready()
    assert sorted(one["subject"]["name"] for one in check.stored().values()) == ["取り込む市", "白浜市"]


def test_a_refused_download_loses_nothing(new_context: Callable[..., BrowserContext], address: Callable[[str, str], str]) -> None:
    check = SelfCheck(new_context(accept_downloads=False).new_page(), address("http", PATH)).open()
    check.begin()
    first = check.item_ids()[0]
    check.answer(first, "not")
    with check.page.expect_download() as download:
        check.hook("export-open").click()
        check.hook("export-run").click()
    assert download.value.failure()
    check.page.keyboard.press("Escape")
    check.answer(first, "done")
    check.saved()
    assert check.only_record()["answers"][first]["level"] == "done"
