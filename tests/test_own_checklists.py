"""Checklists of other publishers: the template to write one in, and a YAML file built into the site."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import openpyxl
import pytest

from macros.check import check
from macros.client_data import items_digest
from macros.exports import own_template as template
from macros.exports.own_template import own_template
from macros.model.checklists import OWN_SCALE
from macros.own_checklists import STANDARD_LEVELS, essence, item_id, sheet_digest

from .conftest import FIXTURES, ROOT
from .test_build import _build, _project

NAMES = (ROOT / "macros/client/own/template.ts").read_text(encoding="utf-8")
OWN = FIXTURES / "own/preparation.yml"


@pytest.fixture(scope="module")
def book(handbook) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(own_template(handbook)))


def test_the_template_has_the_sheets_and_headers_that_the_browser_reads(book: openpyxl.Workbook) -> None:
    assert book.sheetnames == [template.ITEMS, template.BASICS, template.HOW]
    assert [cell.value for cell in book[template.ITEMS][1]] == list(template.ITEM_COLUMNS.values())
    assert [row[0].value for row in book[template.BASICS].iter_rows()] == list(template.BASIC_LABELS.values())
    for python, typescript in ((template.ITEM_COLUMNS, "ITEM_COLUMNS"), (template.BASIC_LABELS, "BASIC_LABELS")):
        body = re.search(rf"export const {typescript} = \{{(.*?)\}}", NAMES, re.S)[1]
        assert dict(re.findall(r'(\w+): "([^"]*)"', body)) == python
    for name, value in (("SHEET_ITEMS", template.ITEMS), ("SHEET_BASICS", template.BASICS)):
        assert f'{name} = "{value}"' in NAMES


def test_the_template_asks_nothing_itself_and_explains_every_column(book: openpyxl.Workbook, handbook) -> None:
    assert not [cell for row in book[template.ITEMS].iter_rows(min_row=2) for cell in row if cell.value]
    levels = [level.label for level in handbook.index[OWN_SCALE].levels]
    assert [row[1].value for row in book[template.BASICS].iter_rows()][-4:] == levels
    explained = [row[1].value for row in book[template.HOW].iter_rows() if row[3].value]
    assert set(explained[1:]) == {*template.ITEM_COLUMNS.values(), *template.BASIC_LABELS.values()}
    offered = {rule.formula1 for sheet in book for rule in sheet.data_validations.dataValidation}
    assert offered == {'"1,2,3"', '"市町村,圏域,都道府県,そのほか"'}


def test_two_builds_of_the_template_give_the_same_bytes(handbook) -> None:
    assert own_template(handbook) == own_template(handbook)


def test_ids_are_those_of_the_browser() -> None:
    """The same values stand in client/own/own.test.ts."""
    sheet = sheet_digest([("準備", "問い一"), ("当日", "問い二")], STANDARD_LEVELS)
    assert (sheet, item_id(sheet, "準備", "問い一")) == ("fbfd6a7fdeb5", "it-own-fbfd6a7fdeb5-b2dfb68b")
    assert f'"{sheet}"' in (ROOT / "macros/client/own/own.test.ts").read_text(encoding="utf-8")
    assert essence("　ＡＢＣ １２\r\n３\u200b ｶﾞ\ufeff") == "ABC123ガ"


def test_the_levels_that_ids_are_made_with_are_the_sites_own(handbook) -> None:
    assert tuple(level.label for level in handbook.index[OWN_SCALE].levels) == STANDARD_LEVELS


def test_a_file_without_ids_sources_and_steps_is_valid_if_it_names_its_publisher(small: Path) -> None:
    target = small / "data/checklists/preparation.yml"
    shutil.copy(OWN, target)
    handbook, faults = check(small)
    assert [str(fault) for fault in faults] == []
    own = next(c for c in handbook.checklists if c.publisher)
    assert items_digest(own) == "fbfd6a7fdeb5"
    assert (own.id, own.short, own.domains[0].items[0].easy) == ("own-fbfd6a7fdeb5", own.title, "問い一")
    target.write_text(OWN.read_text(encoding="utf-8").replace("publisher: 見本県\n", ""), encoding="utf-8")
    assert "data/checklists/preparation.yml:6: 「items」に「sources」（出典と場所）がありません。書き足してください" in map(str, check(small)[1])


def test_it_gets_a_page_a_sheet_and_a_place_in_the_navigation(small: Path) -> None:
    project = _project(small)
    shutil.copy(OWN, project / "data/checklists/preparation.yml")
    done = _build(project)
    page = project / "site/self-check/own-fbfd6a7fdeb5.html"
    assert page.is_file(), done.stderr
    text = page.read_text(encoding="utf-8")
    assert "見本県が作ったチェックリスト" in text
    assert "it-own-fbfd6a7fdeb5-b2dfb68b" in text
    assert "出典</h4>" not in text and "data-js-each" not in text and "⟦" not in text
    assert (project / "site/self-check/own-fbfd6a7fdeb5.xlsx").is_file()
    assert "own-fbfd6a7fdeb5.html" in (project / "site/index.html").read_text(encoding="utf-8")
