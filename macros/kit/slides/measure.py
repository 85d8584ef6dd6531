"""How much room a text takes: full-width characters a line, times lines. No reader has to find an overflow."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from ...faults import Fault
from ...lines import width
from . import layout
from .layout import Box
from .plan import Line, Slide

_SAFETY = 1.04  # a line seldom fills to the last character: no line starts with a comma


def lines_of(text: str, size: float, room: float) -> int:
    """Lines that `text` takes in type of `size` pt in a column of `room` pt."""
    return max(1, math.ceil(width(text) * size * _SAFETY / room))


def height_of(lines: Iterable[Line], size: float, box: Box) -> float:
    """Height in pt of points in a box."""
    room = box.width - 2 * box.inset - layout.INDENT
    return sum(lines_of(_written(line), size, room) * size * layout.LEADING + layout.AFTER for line in lines) + 2 * box.inset


def packed(lines: Sequence[Line], size: float, box: Box, most: int = layout.MOST_LINES) -> list[tuple[Line, ...]]:
    """Share points out to as few slides as hold them, evenly."""
    pages: list[list[Line]] = [[]]
    for line in lines:
        if pages[-1] and (len(pages[-1]) == most or height_of([*pages[-1], line], size, box) > box.height):
            pages.append([])
        pages[-1].append(line)
    if len(pages) > 1 and len(pages[-1]) == 1 and len(pages[-2]) > 2:  # a single point on a slide of its own looks lost
        pages[-1].insert(0, pages[-2].pop())
    return [tuple(page) for page in pages if page]


def body_size(lines: Sequence[Line]) -> float:
    """The largest size at which the points of a slide fit: few words may be large."""
    return next((size for size in layout.BODY_SIZES if height_of(lines, size, layout.BODY) <= layout.BODY.height), layout.BODY_SIZE)


def faults(slide: Slide) -> Iterator[Fault]:
    """Every text of a slide that is larger than its box, with the place of its record."""
    title_room = layout.TITLE.width - 2 * layout.TITLE.inset
    if lines_of(slide.title, layout.TITLE_SIZE, title_room) > 2:
        yield Fault(slide.place, f"題「{slide.title}」が、スライドの二行に収まりません。短くしてください")
    size, box = (layout.SIDE_SIZE, layout.HALF_RIGHT) if slide.kind == "figure" else (body_size(slide.lines), layout.BODY)
    if slide.kind in ("chart", "table"):
        size, box = layout.LEAD_SIZE, layout.LEAD
    if height_of(slide.lines, size, box) > box.height + layout.AFTER:
        place = next((line.place for line in slide.lines if line.place.line), slide.place)
        yield Fault(place, f"スライド「{slide.title}」の文が、枠からはみ出します。見出し語（label）か文を短くしてください")
    if slide.kind == "table" and slide.statistic and table_height(slide) > layout.CHART.height:
        yield Fault(slide.place, f"スライド「{slide.title}」の表が、枠からはみ出します。列か見出しを短くしてください")


def table_height(slide: Slide) -> float:
    """Height in pt of the table of a slide."""
    columns = len(slide.statistic.columns) + 1
    room = layout.CHART.width / columns - 16
    cells = [[slide.statistic.row_title, *(f"{c.title}（{c.unit}）" for c in slide.statistic.columns)]]
    cells += [[row.title, *(str(row.values[c.id]) for c in slide.statistic.columns)] for row in slide.rows]
    return sum(max(lines_of(cell, layout.TABLE_SIZE, room) for cell in row) * layout.TABLE_SIZE * 1.3 + 10 for row in cells)


def _written(line: Line) -> str:
    return f"{line.label}　{line.text}" if line.label and line.text else line.label or line.text
