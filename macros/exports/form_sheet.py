"""A form as an Excel file: one sheet for each table, drop-downs, ready to print; last, what it rests on."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Sequence

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from ..forms import HOW_TO, OURS, full_title, origins
from ..model.files import Handbook
from ..model.forms import Form, FormColumn, FormField, FormPart
from ..model.tools import ToolPoint
from ..prose import plain
from .sheet_names import ABOUT
from .xlsx import FIXED_DATE, drop_down, formats_of, printing

_UNIT, _ROW, _LINE = 8, 26, 17
"""Width of one share of a column in characters; height of a row to write in and of a line, in points."""


def form_sheet(form: Form, handbook: Handbook) -> bytes:
    """The Excel file of a form."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": full_title(form), "author": "協議会ハンドブック", "comments": "ひな形", "created": FIXED_DATE})
    formats = _formats(book)
    for before, part in _sheets(form):
        sheet = book.add_worksheet(part.sheet or part.title)
        row = _opening(sheet, form, before, part, formats)
        _table(sheet, row, part, formats)
        printing(sheet, row, full_title(form))
    _about(book.add_worksheet(ABOUT), form, handbook, formats)
    book.close()
    return buffer.getvalue()


def _formats(book: Workbook) -> dict[str, Format]:
    base = {"font_name": "BIZ UDPゴシック", "font_size": 11, "valign": "top", "text_wrap": True}
    return formats_of(book) | {
        "lead": book.add_format({**base, "font_color": "#4a5955", "text_wrap": False}),
        "heading": book.add_format({**base, "bold": True, "text_wrap": False, "font_size": 12}),
        "plain": book.add_format(base),
    }


def _sheets(form: Form) -> Iterator[tuple[list[FormPart], FormPart]]:
    """Each table with the parts that stand above it."""
    before: list[FormPart] = []
    for part in form.parts:
        if part.kind == "table":
            yield before, part
            before = []
        else:
            before.append(part)


def _opening(sheet: Worksheet, form: Form, before: Sequence[FormPart], part: FormPart, formats: dict[str, Format]) -> int:
    """Title, hints and fields above the table; return the row of its headings."""
    sheet.write_string(0, 0, form.title if part.title in ("", form.title) else f"{form.title}　{part.title}", formats["title"])
    sheet.set_row(0, 30)
    sheet.set_row(1, 20)
    sheet.write_string(1, 0, "ひな形です。色の付いた欄に書きます。行は、足しても消してもかまいません。", formats["lead"])
    row = 2
    for above in (*before, part):
        if above.note:
            sheet.write_string(row, 0, above.note, formats["lead"])
            row += 1
        for text in above.lines:
            sheet.write_string(row, 0, text, formats["lead"])
            row += 1
        for field in above.fields:
            row = _field(sheet, row, field, len(part.columns), formats)
    return row + 1


def _field(sheet: Worksheet, row: int, field: FormField, columns: int, formats: dict[str, Format]) -> int:
    sheet.merge_range(row, 0, row, 1, field.label, formats["label"])
    sheet.merge_range(row, 2, row, max(3, columns - 1), None, formats["entry"])
    if field.choices:
        drop_down(sheet, row, row, 2, list(field.choices))
    elif field.hint:
        _hint(sheet, row, row, 2, field.label, field.hint)
    sheet.set_row(row, _ROW * field.lines)
    return row + 1


def _table(sheet: Worksheet, header: int, part: FormPart, formats: dict[str, Format]) -> None:
    first, last = header + 1, header + len(part.rows) + part.blank
    for place, column in enumerate(part.columns):
        sheet.write_string(header, place, column.title, formats["header"])
        sheet.set_column(place, place, column.width * _UNIT)
        _rule(sheet, first, last, place, column)
    for number, row in enumerate(range(first, last + 1)):
        words = part.rows[number].cells if number < len(part.rows) else ()
        for place in range(len(part.columns)):
            if place < len(words) and words[place]:
                sheet.write_string(row, place, words[place], formats["fixed"])
            else:
                sheet.write_blank(row, place, None, formats["entry"])
        sheet.set_row(row, max(_ROW, *(_height(word, column.width * _UNIT) for word, column in zip(words, part.columns)), 0))
    sheet.freeze_panes(header + 1, 1)
    sheet.print_area(0, 0, last, len(part.columns) - 1)


def _height(text: str, width: int) -> int:
    """Points that `text` needs in a column of so many half-width characters: programs do not agree on fitting rows."""
    return _LINE * math.ceil(1.75 * len(text) / width) + 6


def _rule(sheet: Worksheet, first: int, last: int, place: int, column: FormColumn) -> None:
    if column.choices:
        drop_down(sheet, first, last, place, list(column.choices))
    elif column.hint:
        _hint(sheet, first, last, place, column.title, column.hint)


def _hint(sheet: Worksheet, first: int, last: int, place: int, title: str, text: str) -> None:
    """Words that Excel shows while somebody writes in these cells."""
    sheet.data_validation(first, place, last, place, {"validate": "any", "input_title": title[:32], "input_message": text[:255]})


def _about(sheet: Worksheet, form: Form, handbook: Handbook, formats: dict[str, Format]) -> None:
    def points(found: Sequence[ToolPoint]) -> list[str]:
        return [plain(point.text, handbook) for point in found]

    origin = [f"{name}：{'／'.join(places)}" for name, places in origins(form, handbook)]
    follows = points(form.follows)
    texts = {
        "使い方": [HOW_TO, f"書く人：{form.who}", f"使うとき：{form.when}"],
        "地域に合わせて変えるところ": points(form.adapt),
        "資料が決めていないところ": points(form.open),
        "もとにした考え": follows,
        "もとになった資料": [*origin, f"ここに挙げていないところは、{OURS}です。"],
    }
    sheet.set_column(0, 0, 110)
    sheet.write_string(0, 0, ABOUT, formats["title"])
    sheet.set_row(0, 30)
    row = 2
    for heading, lines in texts.items():
        if lines:
            sheet.write_string(row, 0, heading, formats["heading"])
            for offset, text in enumerate(lines, 1):
                sheet.write_string(row + offset, 0, f"・{text}", formats["plain"])
                sheet.set_row(row + offset, _height(text, 106) - 4)
            row += len(lines) + 2
    printing(sheet, 0, full_title(form))
