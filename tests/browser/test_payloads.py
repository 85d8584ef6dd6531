"""tests/payloads.json in every field that a page shows or prints: it stays text, whatever page it comes to.

What leaves a page as CSV or XLSX is tried in macros/client/files/payloads.test.ts.
"""

from __future__ import annotations

import csv
import itertools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from ..conftest import ROOT
from . import comparison, test_workbench, test_worksheet
from .self_check import PATH, SLUG, SelfCheck, saved_file
from .test_own_checklist import PATH as OWN_PATH
from .test_own_checklist import OwnPage

LIST = json.loads((ROOT / "tests/payloads.json").read_text(encoding="utf-8"))
MARKUP, FORMULAS = LIST["markup"], LIST["formulas"]
RAN = """() => [
  window.hacked, document.querySelector('[data-payload], img[src=x], x-payload, iframe, base, math, a[href^="javascript"]')?.outerHTML,
  ...[...document.querySelectorAll('template')].map(one => one.content.querySelector('[data-payload], x-payload')?.outerHTML),
].filter(one => one !== undefined)"""


@pytest.fixture
def page(new_context: Callable[..., Any]) -> Page:
    """A page on which a dialogue of a payload's is a failure."""
    page = new_context().new_page()
    page.on("dialog", lambda dialog: pytest.fail(f"a dialogue: {dialog.message}") if "hacked" in dialog.message else dialog.accept())
    return page


def nothing_ran(page: Page) -> None:
    """No payload was run and none became an element, in templates neither."""
    assert page.evaluate(RAN) == []


def no_formula(path: Path) -> None:
    """No cell of a sheet that left the page is a formula, begins as one (CSV), or is a link."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as text:
            assert [cell for row in csv.reader(text) for cell in row if cell.startswith(tuple("=+-@\t\r＝＋－＠"))] == []
        return
    cells = [cell for sheet in openpyxl.load_workbook(path) for row in sheet for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    assert any(str(cell.value).lstrip("'").startswith(tuple(FORMULAS)) for cell in cells)


def record(items: list[str], name: str = "") -> dict[str, Any]:
    """A result file whose every text is a payload, each in its turn."""
    turn = itertools.cycle(MARKUP + FORMULAS)
    texts = lambda: {field: next(turn) for field in ("reason", "evidence", "note_shared", "note_private")}  # noqa: E731
    states = ({"state": "answered", "level": "not"}, {"state": "not_applicable"}, {"state": "unknown"}, {"state": "deferred"})
    answers = {item: {**states[at % 4], **texts()} for at, item in enumerate(items)}
    actions = [{"text": text, "owner": next(turn), "due": next(turn), "status": next(turn), "items": items[:1]} for text in MARKUP]
    return {
        "format": "kyogikai-check/1", "checklist": {"id": SLUG, "version": "1.0.0", "items_digest": ""},
        "subject": {"prefecture": next(turn), "name": name or next(turn), "kind": "municipality"},
        "respondent": {"label": next(turn), "role": next(turn)}, "date": "2026-11-05", "saved_at": "2026-11-05T01:00:00.000Z",
        "answers": answers, "agreed": {item: {"level": "not", "reason": next(turn)} for item in items[:20]},
        "plan": {
            "goals": [{"text": text, "due": next(turn)} for text in MARKUP], "actions": actions,
            "requests": [{"text": text, "to": next(turn), "items": items[:1]} for text in MARKUP],
        },
        "snapshots": [{"label": text, "date": "2025-04-01", "answers": answers} for text in MARKUP[:4]],
    }


def written(folder: Path, name: str, value: Any) -> Path:
    path = folder / name
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path


def test_payloads_stay_text_in_a_self_check_and_on_its_papers(page: Page, address: Callable[[str, str], str], tmp_path: Path) -> None:
    check = SelfCheck(page, address("http", PATH)).open()
    items = check.item_ids()
    check.choose_file(written(tmp_path, "a.json", record(items)))
    nothing_ran(page)
    check.take_over()
    for view in ("answer", "result", "group", "year"):
        if page.locator(f".sc-tab[data-js-go={view}]").count():
            check.go(view)
            nothing_ran(page)
    expect(check.hook("entries", "goals").locator("textarea").nth(0)).to_have_value(MARKUP[0])
    for kind in ("result", "answers"):
        assert MARKUP[0] in check.lay_out(kind)
        nothing_ran(page)
        check.clear_paper()
    check.hook("export-open").click()
    nothing_ran(page)
    page.keyboard.press("Escape")
    # What other pages tell of the records of this device.
    for other in (PATH + "#/", "index.html", "self-check/index.html", test_worksheet.PATH):
        page.goto(address("http", other))
        page.wait_for_load_state()
        nothing_ran(page)
    for year in ("last", "now"):
        page.locator(f"[data-js-records={year}]").select_option(index=1)
        page.locator(f"[data-js-fill={year}]").click()
    page.evaluate("() => { window.print = () => {}; dispatchEvent(new Event('beforeprint')); }")
    nothing_ran(page)


def test_payloads_stay_text_where_files_of_many_are_laid_side_by_side(page: Page, address: Callable[[str, str], str], tmp_path: Path) -> None:
    compare = comparison.Comparison(page, address("http", comparison.PATH)).open()
    items = comparison.item_ids(page)
    paths = []
    for number, payload in enumerate(MARKUP[:4]):
        one = record(items)
        one["subject"] = {"prefecture": "和歌山県", "name": MARKUP[0], "kind": "municipality"}
        one["respondent"] = {"label": payload, "role": payload}
        paths.append(written(tmp_path, f"<img data-payload src=x onerror=hacked=1>{number}.json", one))
    compare.take(*paths)
    nothing_ran(page)
    for step in page.locator("[data-js-step]").evaluate_all("all => all.map(one => one.dataset.jsStep)"):
        if compare.hook("step", step).is_enabled():
            compare.hook("step", step).click()
            nothing_ran(page)

    folder = tmp_path / "towns"
    folder.mkdir()
    for number, payload in enumerate(MARKUP):
        written(folder, f"<img data-payload src=x onerror=hacked=1>{number}.json", record(items, payload))
    (folder / "<svg data-payload onload=hacked=1>.csv").write_text("<b>,=1\n", encoding="utf-8")
    test_workbench.open_page(page, address("http", test_workbench.PATH))
    test_workbench.take(page, folder)
    nothing_ran(page)
    for step in ("look", "agenda", "out"):
        if page.locator(f"[data-js-step={step}]").count():
            test_workbench.step(page, step)
            nothing_ran(page)
    page.evaluate("() => { window.print = () => {}; dispatchEvent(new Event('beforeprint')); }")
    nothing_ran(page)


def test_payloads_stay_text_in_a_checklist_of_ones_own(page: Page, address: Callable[[str, str], str], tmp_path: Path) -> None:
    turn = itertools.cycle(json.dumps(text, ensure_ascii=False) for text in MARKUP + FORMULAS)
    items = "".join(
        f"      - text: {json.dumps(text + str(at), ensure_ascii=False)}\n        easy: {next(turn)}\n        why: {next(turn)}\n"
        f"        look_for: [{next(turn)}, {next(turn)}]\n        next_steps: {{not: {next(turn)}, done: {next(turn)}}}\n        ask_prefecture: {next(turn)}\n"
        for at, text in enumerate(MARKUP + FORMULAS)
    )
    text = f"title: {json.dumps(MARKUP[0])}\npublisher: {json.dumps(FORMULAS[0])}\npurpose: {next(turn)}\nwhen: {next(turn)}\ndomains:\n  - title: {next(turn)}\n    about: {next(turn)}\n    items:\n{items}"
    path = tmp_path / "own.yml"
    path.write_text(text, encoding="utf-8")
    own = OwnPage(page, address("http", OWN_PATH)).open()
    check = own.run(path)
    nothing_ran(page)
    check.begin(MARKUP[1], MARKUP[2])
    check.answer(check.item_ids()[0], "not")
    for view in ("result", "group"):
        check.go(view)
        nothing_ran(page)
    check.lay_out("answers")
    nothing_ran(page)
    check.clear_paper()
    # What leaves, and what other pages tell of the sheet and of its answers.
    for kind in ("csv", "xlsx"):
        no_formula(saved_file(check.export(kind), tmp_path))
    answers = saved_file(check.export("json", "prefecture"), tmp_path)
    for other in ("self-check/index.html", test_worksheet.PATH, comparison.PATH):
        page.goto(address("http", other))
        page.wait_for_load_state()
        nothing_ran(page)
    assert MARKUP[0] in page.locator("[data-js-checklist]").inner_text()
    page.locator("[data-js-file]").set_input_files(answers)
    page.locator("[data-js-next=check]").click()
    nothing_ran(page)
    test_workbench.open_page(page, address("http", test_workbench.PATH))
    page.locator("[data-js-files]").set_input_files(answers)
    page.locator("[data-js-step=look]").click()
    nothing_ran(page)
    for kind in ("csv", "xlsx"):
        no_formula(test_workbench.export(page, kind, tmp_path))
    own.open()
    nothing_ran(page)
    bad = tmp_path / "<img data-payload src=x onerror=hacked=1>.yml"
    bad.write_text("title: a\n" + "".join(f"{json.dumps(key, ensure_ascii=False)}: 1\n" for key in MARKUP), encoding="utf-8")
    own.choose(bad)
    own.faults()
    nothing_ran(page)
