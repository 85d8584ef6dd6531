"""The blank spreadsheet of a checklist: drop-downs, hidden ids, readable in print.

Its contract is told at the top of client/files/xlsx.ts, which reads the sheet back.
The bytes are the same at every build.
"""

from __future__ import annotations

import datetime
import io

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from ..client_data import items_digest
from ..model.checklists import Checklist, Scale
from ..model.evidence import PREFECTURES
from ..model.files import Handbook
from ..prose import plain
from . import sheet_names as names

_WIDTHS = {"domain": 14, "text": 44, "answer": 18, "reason": 26, "evidence": 26, "note_shared": 26,
           "note_private": 20, "target": 18, "agreed_level": 18, "agreed_reason": 26, "item_id": 20}
_PLAN_WIDTHS = {"kind": 14, "text": 52, "owner": 18, "to": 18, "due": 16, "status": 14, "items": 30}
FIXED_DATE = datetime.datetime(2020, 1, 1)
_PLAN_ROWS = 40


def blank_sheet(checklist: Checklist, handbook: Handbook) -> bytes:
    """Return the workbook in which a council answers the checklist without the site."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": checklist.title, "created": FIXED_DATE})
    formats = formats_of(book)
    scale = handbook.index[checklist.scale]
    _answers(book.add_worksheet(names.ANSWERS), checklist, scale, formats)
    _plan(book.add_worksheet(names.PLAN), formats)
    _hints(book.add_worksheet(names.HINTS), checklist, scale, handbook, formats)
    _meta(book.add_worksheet(names.META), checklist)
    book.close()
    return buffer.getvalue()


def formats_of(book: Workbook) -> dict[str, Format]:
    """The looks of cells by what they are for."""
    base = {"font_name": "BIZ UDPゴシック", "font_size": 11, "valign": "top", "text_wrap": True}
    line = {**base, "border": 1, "border_color": "#8a96a3"}
    return {
        "title": book.add_format({**base, "font_size": 16, "bold": True, "text_wrap": False}),
        "note": book.add_format({**base, "text_wrap": False}),
        "label": book.add_format({**line, "bold": True, "bg_color": "#e8f0ee"}),
        "header": book.add_format({**line, "bold": True, "bg_color": "#d3e4e0", "valign": "vcenter"}),
        "domain": book.add_format({**line, "bold": True, "bg_color": "#eef2f5"}),
        "fixed": book.add_format(line),
        "entry": book.add_format({**line, "bg_color": "#fffdf2", "locked": False, "num_format": "@"}),
    }


def _answers(sheet: Worksheet, checklist: Checklist, scale: Scale, formats: dict[str, Format]) -> None:
    sheet.write_string(0, 0, checklist.title, formats["title"])
    sheet.write_string(1, 0, f"版 {checklist.version}　黄色いらんに書きます。「答え」は選択肢から選べます。書いたファイルは、サイトの自己点検のページで読み込めます。", formats["note"])
    row = 3
    for key, label in names.INFO_LABELS.items():
        sheet.write_string(row, 0, label, formats["label"])
        sheet.write_blank(row, 1, None, formats["entry"])
        if key == "prefecture":
            sheet.data_validation(row, 1, row, 1, {"validate": "list", "source": "=$Z$1:$Z$47", "ignore_blank": True})
        row += 1
    for number, prefecture in enumerate(PREFECTURES):  # a list in the rule itself may hold 255 characters only
        sheet.write_string(number, 25, prefecture)
    header = row + 1
    header_row(sheet, header, names.ANSWER_COLUMNS, _WIDTHS, formats)
    first, last = header + 1, _item_rows(sheet, header + 1, checklist, formats) - 1
    levels = [level.label for level in scale.levels]
    keys = list(names.ANSWER_COLUMNS)
    drop_down(sheet, first, last, keys.index("answer"), [*levels, *names.STATE_LABELS.values(), names.UNANSWERED])
    for key in ("target", "agreed_level"):
        drop_down(sheet, first, last, keys.index(key), levels)
    sheet.set_column(25, 25, None, None, {"hidden": True})
    sheet.set_column(keys.index("item_id"), keys.index("item_id"), 20, None, {"hidden": True})
    sheet.freeze_panes(header + 1, 2)
    printing(sheet, header, f"{checklist.title}　版 {checklist.version}")
    sheet.print_area(0, 0, last, keys.index("item_id"))


def _item_rows(sheet: Worksheet, row: int, checklist: Checklist, formats: dict[str, Format]) -> int:
    width = len(names.ANSWER_COLUMNS)
    for domain in checklist.domains:
        for column in range(width):
            sheet.write_string(row, column, domain.title if column == 0 else "", formats["domain"])
        row += 1
        for item in domain.items:
            sheet.write_string(row, 0, domain.title, formats["fixed"])
            sheet.write_string(row, 1, item.text, formats["fixed"])
            for column in range(2, width - 1):
                sheet.write_blank(row, column, None, formats["entry"])
            sheet.write_string(row, width - 1, item.id, formats["fixed"])
            row += 1
    return row


def _plan(sheet: Worksheet, formats: dict[str, Format]) -> None:
    sheet.write_string(0, 0, "話し合って決めたこと（目標・取組・要望）", formats["title"])
    header_row(sheet, 2, names.PLAN_COLUMNS, _PLAN_WIDTHS, formats)
    for row in range(3, 3 + _PLAN_ROWS):
        for column in range(len(names.PLAN_COLUMNS)):
            sheet.write_blank(row, column, None, formats["entry"])
    keys = list(names.PLAN_COLUMNS)
    drop_down(sheet, 3, 2 + _PLAN_ROWS, keys.index("kind"), list(names.PLAN_KINDS.values()))
    drop_down(sheet, 3, 2 + _PLAN_ROWS, keys.index("status"), list(names.STATUSES.values()))
    sheet.freeze_panes(3, 0)
    printing(sheet, 2, names.PLAN)


def _hints(sheet: Worksheet, checklist: Checklist, scale: Scale, handbook: Handbook, formats: dict[str, Format]) -> None:
    sheet.write_string(0, 0, "手がかり（なぜ大切か、見るところ、次の一歩）", formats["title"])
    headers = ["項目", "やさしい文", "なぜ大切か", "見るところ", *(f"「{level.label}」のときの次の一歩" for level in scale.levels)]
    for column, title in enumerate(headers):
        sheet.write_string(2, column, title, formats["header"])
        sheet.set_column(column, column, 34)
    row = 3
    for domain in checklist.domains:
        for item in domain.items:
            steps = [plain(item.next_steps.get(level.id, ""), handbook) for level in scale.levels]
            looks = "\n".join(f"・{look}" for look in item.look_for)
            for column, text in enumerate([item.text, item.easy, plain(item.why, handbook), looks, *steps]):
                sheet.write_string(row, column, text, formats["fixed"])
            row += 1
    sheet.freeze_panes(3, 1)
    printing(sheet, 2, names.HINTS)


def _meta(sheet: Worksheet, checklist: Checklist) -> None:
    values = {
        "format": names.FORMAT, "checklistId": checklist.id, "checklistVersion": checklist.version,
        "itemsDigest": items_digest(checklist), "subjectKind": checklist.subject_kind,
    }
    for row, (key, value) in enumerate(values.items()):
        sheet.write_string(row, 0, names.META_KEYS[key])
        sheet.write_string(row, 1, value)
    sheet.hide()


def header_row(sheet: Worksheet, row: int, columns: dict[str, str], widths: dict[str, int], formats: dict[str, Format]) -> None:
    """Write the header cells of `columns` and set the widths."""
    for column, (key, title) in enumerate(columns.items()):
        sheet.write_string(row, column, title, formats["header"])
        sheet.set_column(column, column, widths[key])


def drop_down(sheet: Worksheet, first: int, last: int, column: int, words: list[str]) -> None:
    """Offer `words` in the cells of a column. They hold no comma and, with commas between, at most 255 characters
    (macros/check/choices.py)."""
    sheet.data_validation(first, column, last, column, {
        "validate": "list", "source": [word.replace('"', '""') for word in words], "ignore_blank": True,
        "error_title": "選択肢から選んでください", "error_message": "・".join(words)[:250],
    })


def printing(sheet: Worksheet, header: int, title: str) -> None:
    """A4 across, the header on every page, `title` at the foot."""
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(header)
    # After "&", a footer takes letters for commands, and XlsxWriter takes even "&&G" for a picture.
    words = title.replace("&", "＆")[:200]
    sheet.set_footer(f"&L{words}&R&P / &N")
