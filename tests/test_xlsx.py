"""The blank spreadsheet, reopened by openpyxl."""

from __future__ import annotations

import dataclasses
import io
import re
from types import SimpleNamespace

import openpyxl
import pytest

from macros.client_data import items_digest
from macros.exports import sheet_names as names
from macros.exports.xlsx import blank_sheet

from .conftest import ROOT


@pytest.fixture(scope="module", params=sorted(path.stem for path in (ROOT / "data/checklists").glob("*.yml")))
def sheet(request, handbook):
    checklist = handbook.index[request.param]
    return checklist, openpyxl.load_workbook(io.BytesIO(blank_sheet(checklist, handbook)))


def _items(checklist):
    return [item for domain in checklist.domains for item in domain.items]


def test_every_item_has_a_row_with_its_hidden_id(sheet) -> None:
    checklist, book = sheet
    answers = book[names.ANSWERS]
    column = next(c for row in answers.iter_rows() for c in row if c.value == names.ANSWER_COLUMNS["item_id"]).column
    ids = [cell.value for cell in next(answers.iter_cols(min_col=column, max_col=column)) if cell.value]
    assert ids == [names.ANSWER_COLUMNS["item_id"], *(item.id for item in _items(checklist))]
    assert answers.column_dimensions[openpyxl.utils.get_column_letter(column)].hidden


def test_the_answer_column_offers_levels_and_states(sheet, handbook) -> None:
    checklist, book = sheet
    levels = [level.label for level in handbook.index[checklist.scale].levels]
    offered = [rule.formula1 for rule in book[names.ANSWERS].data_validations.dataValidation]
    assert f'"{",".join([*levels, *names.STATE_LABELS.values(), names.UNANSWERED])}"' in offered


def test_the_hidden_sheet_says_which_checklist_it_is(sheet) -> None:
    checklist, book = sheet
    meta = {row[0].value: row[1].value for row in book[names.META].iter_rows()}
    assert book[names.META].sheet_state == "hidden"
    assert meta == {
        "format": "kyogikai-check/1", "checklist.id": checklist.id, "checklist.version": checklist.version,
        "checklist.items_digest": items_digest(checklist), "subject.kind": checklist.subject_kind,
    }


def test_no_cell_is_a_formula(sheet) -> None:
    _, book = sheet
    assert not [c.coordinate for page in book for row in page.iter_rows() for c in row if c.data_type == "f"]


def test_two_builds_give_the_same_bytes(sheet, handbook) -> None:
    checklist, _ = sheet
    assert blank_sheet(checklist, handbook) == blank_sheet(checklist, handbook)


def test_a_title_is_no_command_of_the_footer_and_a_quoted_word_can_be_chosen(sheet, handbook) -> None:
    checklist, _ = sheet
    title = '甲&乙 &G&P"'
    scale = handbook.index[checklist.scale]
    quoted = dataclasses.replace(scale, levels=(dataclasses.replace(scale.levels[0], label='"はい"'), *scale.levels[1:]))
    tricked = SimpleNamespace(index={**handbook.index, scale.id: quoted}, statistics=handbook.statistics)
    book = openpyxl.load_workbook(io.BytesIO(blank_sheet(dataclasses.replace(checklist, title=title), tricked)))
    answers = book[names.ANSWERS]
    assert answers.oddFooter.left.text == f'甲＆乙 ＆G＆P"　版 {checklist.version}'
    assert any(rule.formula1.startswith('"""はい"",') for rule in answers.data_validations.dataValidation)


@pytest.mark.parametrize(("python", "typescript"), [
    (names.ANSWER_COLUMNS, "ANSWER_COLUMNS"), (names.PLAN_COLUMNS, "PLAN_COLUMNS"), (names.INFO_LABELS, "INFO_LABELS"),
    (names.STATE_LABELS, "STATE_LABELS"), (names.PLAN_KINDS, "PLAN_KIND_LABELS"), (names.STATUSES, "STATUS_LABELS"),
])
def test_the_browser_reads_the_same_names(python, typescript) -> None:
    text = (ROOT / "macros/client/files/sheet.ts").read_text(encoding="utf-8")
    body = re.search(rf"export const {typescript} = \{{(.*?)\}}", text, re.S)[1]
    assert dict(re.findall(r'(\w+): "([^"]*)"', body)) == python


def test_the_browser_reads_the_same_sheets_and_keys() -> None:
    text = (ROOT / "macros/client/files/sheet.ts").read_text(encoding="utf-8")
    for name, value in (("SHEET_ANSWERS", names.ANSWERS), ("SHEET_PLAN", names.PLAN), ("SHEET_META", names.META), ("UNANSWERED_LABEL", names.UNANSWERED)):
        assert f'{name} = "{value}"' in text
    body = re.search(r"export const META_KEYS = \{(.*?)\}", text, re.S)[1]
    assert names.META_KEYS.items() <= dict(re.findall(r'(\w+): "([^"]*)"', body)).items()
