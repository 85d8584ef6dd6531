"""The kit's Office files, with a payload (tests/payloads.json) in every field that is shown: another library finds text, and nothing else.

`FAULTS=all` (make faults) writes every file of the kit so; without it, some of each kind.
"""

from __future__ import annotations

import dataclasses
import io
import itertools
import os
import warnings
from collections.abc import Callable, Iterator
from functools import partial

import docx
import openpyxl
import pytest
from pptx import Presentation

from macros.exports.form_files import form_file, guide_file
from macros.exports.xlsx import blank_sheet
from macros.kit.slides.charts import _format
from macros.kit.slides.decks import decks
from macros.kit.slides.plan import Deck, Slide
from macros.kit.slides.write import written
from macros.load import walk
from macros.model.files import Handbook
from macros.prose import plain

from .conftest import ROOT
from .hostile import dangers, hostile, squeezed
from .test_forms import _words

ALL = os.environ.get("FAULTS") == "all"
SOME = None if ALL else 2
"""How many files of each kind."""


@pytest.fixture(scope="module")
def tricked(handbook: Handbook) -> Handbook:
    """The real handbook, told by somebody who means harm."""
    return hostile(handbook)


def quietly(write: Callable[[], bytes]) -> bytes:
    """The bytes of a file; a warning of its library (something is left out) is an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return write()


def missing(wanted: Iterator[str], text: str) -> list[str]:
    """Texts that a file does not say as they are."""
    text = squeezed(text)
    return [one for one in wanted if squeezed(one) not in text]


def test_a_workbook_holds_text_alone(tricked: Handbook) -> None:
    files = [(form, partial(form_file, form, tricked)) for form in tricked.forms if form.file == "xlsx"]
    files += [(checklist, partial(blank_sheet, checklist, tricked)) for checklist in tricked.checklists[:SOME]]
    for record, write in files:
        content = quietly(write)
        assert list(dangers(content)) == [], record.id
        book = openpyxl.load_workbook(io.BytesIO(content))
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert {cell.data_type for cell in cells} == {"s"}, record.id
        offered = [rule.formula1[1:-1].replace('""', '"').split(",") for sheet in book for rule in sheet.data_validations.dataValidation if rule.type == "list"]
        text = "\n".join([*(cell.value for cell in cells), *("\n".join(words) for words in offered)])
        assert missing(_told_in_excel(record, tricked), text) == [], record.id
        feet = [squeezed(sheet.oddFooter.left.text) for sheet in book if sheet.oddFooter.left.text]
        assert set(feet) - {"計画", "手がかり"} == {feet[0]} and "&" not in feet[0], record.id


def _told_in_excel(record: object, handbook: Handbook) -> Iterator[str]:
    yield record.title
    for part in (inner for own in getattr(record, "parts", ()) for inner in walk(own)):
        yield from (text for text in _words(part) if text not in (getattr(part, "hint", ""), getattr(part, "title", None)))
    for item in (item for domain in getattr(record, "domains", ()) for item in domain.items):
        yield from (item.text, item.easy, plain(item.why, handbook), *item.look_for)
        yield from (plain(step, handbook) for step in item.next_steps.values())


def test_a_word_file_holds_text_alone(tricked: Handbook) -> None:
    files = [(form, partial(form_file, form, tricked)) for form in [form for form in tricked.forms if form.file == "docx"][:SOME]]
    files += [(guide, partial(guide_file, guide, tricked)) for guide in tricked.guides[:SOME]]
    for record, write in files:
        content = quietly(write)
        assert list(dangers(content)) == [], record.id
        file = docx.Document(io.BytesIO(content))
        assert squeezed(record.title) in squeezed(file.core_properties.title), record.id
        text = "".join(node.text or "\n" for node in file.element.iter("{*}t", "{*}tab", "{*}br"))
        assert missing(_told_in_word(record, tricked), text) == [], record.id


def _told_in_word(record: object, handbook: Handbook) -> Iterator[str]:
    yield record.title
    for part in (inner for own in getattr(record, "parts", ()) for inner in walk(own)):
        yield from _words(part)
    for slot in getattr(record, "timetable", ()):
        yield from (slot.title, plain(slot.text, handbook), *(plain(step.text, handbook) for step in slot.steps))
    yield from (plain(task.text, handbook) for task in getattr(record, "prepare", ()))


def test_a_deck_its_notes_and_the_workbooks_of_its_charts_hold_text_alone(tricked: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.kit.slides.decks.faults", lambda slide: ())  # whether they fit is no matter here
    for deck in _decks(tricked):
        content = quietly(partial(written, deck, tricked, None, "2026-01-01"))
        assert list(dangers(content)) == [], deck.id
        made = Presentation(io.BytesIO(content))
        assert squeezed(made.core_properties.title) == squeezed(deck.title)
        for sheet, slide in zip(made.slides, deck.slides, strict=True):
            shown = "\n".join(shape.text_frame.text for shape in sheet.shapes if shape.has_text_frame)
            assert missing(iter((slide.title, *(line.text for line in slide.lines), *(line.label for line in slide.lines))), shown) == []
            assert missing(iter((*slide.say, slide.ask)), sheet.notes_slide.notes_text_frame.text) == []
            for chart in (shape.chart for shape in sheet.shapes if shape.has_chart):
                _assert_chart(chart, slide.rows)


def _assert_chart(chart: object, rows: tuple) -> None:
    """The chart and the workbook behind it name the same categories and series."""
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
    names = [squeezed(str(category)) for category in chart.plots[0].categories]
    assert names == [squeezed(cell.value) for cell in book["A"][1:]] and set(names) <= {squeezed(row.title) for row in rows}
    assert [squeezed(series.name) for series in chart.plots[0].series] == [squeezed(cell.value) for cell in book[1][1:]]
    assert [series.values for series in chart.plots[0].series] == [tuple(row[at].value for row in book.iter_rows(min_row=2)) for at in range(1, book.max_column)]


def _decks(tricked: Handbook) -> list[Deck]:
    """Decks of every chapter, or of the one on self-made plans; as if without figures, which only a browser takes."""
    chapters = tuple(chapter for chapter in tricked.chapters if chapter.pages and (ALL or chapter.id == "ch-self-plan"))
    found = decks(dataclasses.replace(tricked, chapters=chapters, paths=()), ROOT)
    return [dataclasses.replace(deck, slides=tuple(map(_without_figure, deck.slides))) for deck in found]


def _without_figure(slide: Slide) -> Slide:
    if slide.kind != "chart":
        return dataclasses.replace(slide, kind="points") if slide.kind == "figure" else slide
    # A workbook is behind a chart: all its words begin as formulas or addresses do.
    titles = itertools.chain(("=1+1",), itertools.repeat("http://127.0.0.1:9/"))
    columns = tuple(dataclasses.replace(column, title=title, unit="&<b>") for column, title in zip(slide.statistic.columns, titles))
    rows = tuple(dataclasses.replace(row, title=title) for row, title in zip(slide.rows, itertools.cycle(("=1+1", "{=1+1}", "mailto:a@127.0.0.1"))))
    return dataclasses.replace(slide, statistic=dataclasses.replace(slide.statistic, columns=columns), rows=rows)


def test_a_unit_is_quoted_in_the_format_of_a_figure(handbook: Handbook) -> None:
    column = next(column for column in handbook.statistics[0].columns if column.kind != "text")
    units = {"人": '#,##0"人"', "": "#,##0", 'a"b': '#,##0"a"\\""b"', "&<b>": '#,##0"&<b>"'}
    assert {unit: _format(dataclasses.replace(column, unit=unit, decimals=0)) for unit in units} == units
