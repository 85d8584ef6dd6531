"""Rules for statistics: rows fit their columns, and the figures prove themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..faults import Fault
from ..model.evidence import FigureCheck, Row, Statistic
from ..model.files import Handbook
from .common import fault


def rows_and_columns_are_named_once(handbook: Handbook) -> Iterator[Fault]:
    """Within a statistic, each row id and each column id is used once."""
    for statistic in handbook.statistics:
        for parts, label in ((statistic.rows, "行"), (statistic.columns, "列")):
            counts = Counter(part.id for part in parts)
            for part in parts:
                if counts[part.id] > 1:
                    yield fault(part.id, part, f"{label}の id「{part.id}」がこの統計に {counts[part.id]} 回あります。別の id にしてください")


def values_fit_their_columns(handbook: Handbook) -> Iterator[Fault]:
    """A row has a value (or null) for every column and no other, of the column's kind."""
    for statistic in handbook.statistics:
        columns = {column.id: column for column in statistic.columns}
        for row in statistic.rows:
            for name in columns.keys() - row.values.keys():
                yield fault(None, row, f"行「{row.id}」に列「{name}」の値がありません。資料にないときは null と書いてください")
            for name, value in row.values.items():
                if name not in columns:
                    yield fault(name, row, f"行「{row.id}」に、columns にない列「{name}」があります。列の id を確かめてください")
                elif value is not None and isinstance(value, str) != (columns[name].kind == "text"):
                    want = "文字" if columns[name].kind == "text" else "数"
                    yield fault(value, row, f"行「{row.id}」の「{name}」は{want}で書いてください（いまは「{value}」）")


def chart_columns_exist(handbook: Handbook) -> Iterator[Fault]:
    """A chart draws columns that the statistic has."""
    for statistic in handbook.statistics:
        names = {column.id for column in statistic.columns}
        for name in statistic.chart_columns:
            if name not in names:
                yield fault(name, statistic, f"chart_columns の列「{name}」がありません。columns にある id を書いてください")


def figures_prove_themselves(handbook: Handbook) -> Iterator[Fault]:
    """The sums and shares that `checks` names come out within their tolerance."""
    for statistic in handbook.statistics:
        for figure_check in statistic.checks:
            try:
                yield from _PROOFS[figure_check.rule](statistic, figure_check)
            except (KeyError, TypeError, ZeroDivisionError):
                yield fault(None, figure_check, f"検算（{figure_check.rule}）ができません。列と行の id、値が数であることを確かめてください")


def _rows(statistic: Statistic, figure_check: FigureCheck) -> list[Row]:
    by_id = {row.id: row for row in statistic.rows}
    if figure_check.rows:
        return [by_id[name] for name in figure_check.rows]
    return [row for row in statistic.rows if not row.total]


def _row_sum(statistic: Statistic, figure_check: FigureCheck) -> Iterator[Fault]:
    for row in _rows(statistic, figure_check):
        parts = [row.values[name] for name in figure_check.columns]
        wanted = row.values[figure_check.equals] if isinstance(figure_check.equals, str) else figure_check.equals
        if abs(sum(parts) - wanted) > figure_check.tolerance + 1e-9:
            yield fault(None, row, f"行「{row.title}」の和は {round(sum(parts), 4)} で、{wanted} になりません。出典の数字を確かめてください")


def _column_sum(statistic: Statistic, figure_check: FigureCheck) -> Iterator[Fault]:
    parts = [row.values[figure_check.column] for row in _rows(statistic, figure_check)]
    total = {row.id: row for row in statistic.rows}[figure_check.total]
    wanted = total.values[figure_check.column]
    if abs(sum(parts) - wanted) > figure_check.tolerance + 1e-9:
        yield fault(None, total, f"列「{figure_check.column}」の和は {round(sum(parts), 4)} で、「{total.title}」の {wanted} になりません。出典の数字を確かめてください")


def _share(statistic: Statistic, figure_check: FigureCheck) -> Iterator[Fault]:
    for row in _rows(statistic, figure_check):
        share = 100 * row.values[figure_check.part] / row.values[figure_check.whole]
        if abs(share - row.values[figure_check.column]) > figure_check.tolerance + 1e-9:
            yield fault(None, row, f"行「{row.title}」の割合は計算では {share:.2f}% ですが、{row.values[figure_check.column]}% とあります。出典の数字を確かめてください")


_PROOFS = {"row_sum": _row_sum, "column_sum": _column_sum, "share": _share}

RULES = (rows_and_columns_are_named_once, values_fit_their_columns, chart_columns_exist, figures_prove_themselves)
