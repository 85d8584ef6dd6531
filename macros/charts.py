"""Statistics → charts: lengths and places in per cent, so that a chart fits every width.

The text of a chart is HTML or unscaled SVG text: it keeps its size on a phone.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from .model.evidence import Column, Row, Statistic
from .prose import format_value

LINE_HEIGHT = 220  # px of the plot of a line chart
_LABEL_FROM = 11.0  # a narrower part of a stacked bar holds no label


@dataclass(frozen=True)
class Part:
    """One value of a chart. `start` and `length` are per cent of the chart's width."""

    series: int
    start: float
    length: float
    label: str
    labelled: bool = True


@dataclass(frozen=True)
class Bar:
    """A row of a bar chart."""

    title: str
    parts: tuple[Part, ...]
    total: bool


@dataclass(frozen=True)
class Point:
    """A point of a line: x in per cent, y in px from the top."""

    x: float
    y: float
    label: str


@dataclass(frozen=True)
class Chart:
    """What a template draws."""

    kind: str
    unit: str
    series: tuple[str, ...]
    bars: tuple[Bar, ...] = ()
    lines: tuple[tuple[Point, ...], ...] = ()
    ticks: tuple[tuple[float, str], ...] = ()
    names: tuple[tuple[float, str], ...] = ()
    height: int = LINE_HEIGHT


def chart(statistic: Statistic) -> Chart | None:
    """The chart of a statistic, or None where the table says it better."""
    columns = _columns(statistic)
    rows = [row for row in statistic.rows if any(_number(row, column) is not None for column in columns)]
    if not columns or not rows or statistic.chart not in ("bar", "stacked", "line"):
        return None
    draw = {"bar": _bars, "stacked": _stacked, "line": _lines}[statistic.chart]
    return draw(rows, columns)


def _columns(statistic: Statistic) -> list[Column]:
    """The columns to draw: only those that share the first one's unit can share an axis."""
    wanted = [c for c in statistic.columns if c.id in statistic.chart_columns] if statistic.chart_columns else list(statistic.columns)
    numeric = [c for c in wanted if c.kind != "text"]
    return [c for c in numeric if (c.kind, c.unit) == (numeric[0].kind, numeric[0].unit)]


def _number(row: Row, column: Column) -> float | None:
    value = row.values.get(column.id)
    return float(value) if isinstance(value, (int, float)) else None


def _bars(rows: Sequence[Row], columns: Sequence[Column]) -> Chart:
    shares = columns[0].kind == "percent"
    shown = [row for row in rows if shares or not row.total] or list(rows)
    values = [v for row in shown for c in columns if (v := _number(row, c)) is not None]
    top = 100.0 if shares and max(values) <= 100 else max(values) or 1.0
    bars = tuple(
        Bar(row.title, tuple(
            Part(i, 0, round(100 * (_number(row, c) or 0) / top, 3), format_value(row.values.get(c.id), c))
            for i, c in enumerate(columns)
        ), row.total)
        for row in shown
    )
    return Chart("bar", columns[0].unit, tuple(c.title for c in columns), bars=bars)


def _stacked(rows: Sequence[Row], columns: Sequence[Column]) -> Chart:
    bars = []
    for row in rows:
        whole = sum(_number(row, c) or 0 for c in columns) or 1.0
        start, parts = 0.0, []
        for i, column in enumerate(columns):
            length = 100 * (_number(row, column) or 0) / whole
            parts.append(Part(i, round(start, 3), round(length, 3), format_value(row.values.get(column.id), column), length >= _LABEL_FROM))
            start += length
        bars.append(Bar(row.title, tuple(parts), row.total))
    return Chart("stacked", columns[0].unit, tuple(c.title for c in columns), bars=tuple(bars))


def _lines(rows: Sequence[Row], columns: Sequence[Column]) -> Chart:
    top = _round_up(max(v for row in rows for c in columns if (v := _number(row, c)) is not None))
    step = 100 / len(rows)

    def height(value: float) -> float:
        return round(LINE_HEIGHT * (1 - value / top), 1)

    def x(i: int) -> float:
        return round(step * (i + 0.5), 3)

    lines = tuple(
        tuple(
            Point(x(i), height(value), format_value(row.values[c.id], c))
            for i, row in enumerate(rows) if (value := _number(row, c)) is not None
        )
        for c in columns
    )
    return Chart(
        "line", columns[0].unit, tuple(c.title for c in columns), lines=lines,
        ticks=tuple((height(top * part), f"{top * part:,g}") for part in (0, 0.5, 1)),
        names=tuple((x(i), name) for i, name in enumerate(short_names([row.title for row in rows]))),
    )


def short_names(names: Sequence[str]) -> list[str]:
    """令和2年4月, 令和3年4月 … → 令和2年, 3年 …: what all names share is said once, so that they fit a phone."""
    parts = [re.fullmatch(r"(\D*)(\d+年)(\D.*|\d+月)?", name) for name in names]
    if len(names) < 3 or not all(parts) or len({(part[1], part[3]) for part in parts}) > 1:
        return list(names)
    return [f"{part[1]}{part[2]}" if place == 0 else part[2] for place, part in enumerate(parts)]


def _round_up(value: float) -> float:
    """The next number of the form 1, 2, 4, 5, 6, 8 × 10ⁿ: a top of the axis that halves well."""
    power = 10.0 ** math.floor(math.log10(value)) if value > 0 else 1.0
    return next(power * factor for factor in (1, 2, 4, 5, 6, 8, 10) if power * factor >= value)
