"""Statistics → CSV that Excel opens as it is: UTF-8 with its mark, CRLF, every field quoted.

The first rows say what the figures are (of when, of how many, from where, with what caution);
after an empty row come the headings and the figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..model.evidence import Column, Row, Statistic
from ..model.files import Handbook
from ..prose import plain

# What a spreadsheet would take for a formula; the same signs as in macros/client/files/csv.ts.
_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_PROVISIONAL = "速報値です。最終的な値とは異なる可能性があります。"
_EMPTY = "空欄は、出典に数字がないところです。"


def csv_name(statistic: Statistic) -> str:
    """File name of a statistic's CSV, beside its page in data/."""
    return f"{statistic.id.removeprefix('stat-')}.csv"


def csv_file(statistic: Statistic, handbook: Handbook) -> bytes:
    """The CSV of a statistic."""
    about = [[_guard(text) for text in line] for line in _about(statistic, handbook)]
    lines = [*about, [], *_table(statistic)]
    return ("\ufeff" + "".join(_line(line) for line in lines)).encode("utf-8")


def _about(statistic: Statistic, handbook: Handbook) -> Iterable[Sequence[str]]:
    yield ["題", statistic.title]
    yield ["時点", statistic.as_of_label]
    if statistic.n is not None:
        yield [statistic.n_label or "回答数", str(statistic.n)]
    if statistic.provisional:
        yield ["速報値", _PROVISIONAL]
    if statistic.caution:
        yield ["注意", " ".join(plain(statistic.caution, handbook).split())]
    if any(row.values.get(column.id) is None for row in statistic.rows for column in statistic.columns):
        yield ["空欄", _EMPTY]
    for citation in statistic.sources:
        yield ["出典", handbook.index[citation.source].title, citation.at]


def _table(statistic: Statistic) -> Iterable[Sequence[str]]:
    noted = any(row.note for row in statistic.rows)
    yield [_guard(statistic.row_title), *(_heading(column) for column in statistic.columns), *(["注"] if noted else [])]
    for row in statistic.rows:
        yield [_guard(row.title), *(_value(row, column) for column in statistic.columns), *([_guard(row.note)] if noted else [])]


def _heading(column: Column) -> str:
    return _guard(f"{column.title}（{column.unit}）" if column.unit else column.title)


def _value(row: Row, column: Column) -> str:
    """A figure bare, so that it can be reckoned with: no commas, the decimals of the source."""
    value = row.values.get(column.id)
    if value is None:
        return ""
    if isinstance(value, str):
        return _guard(value)
    return f"{value:.{column.decimals}f}" if column.decimals else f"{value:.10g}" if value != int(value) else str(int(value))


def _guard(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def _line(fields: Sequence[str]) -> str:
    return ",".join('"' + field.replace('"', '""') + '"' for field in fields) + "\r\n"
