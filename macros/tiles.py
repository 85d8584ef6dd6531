"""A tile map of Japan: one square per prefecture, about where it lies. Text keeps its size, unlike on a map.

Two layouts: twelve columns where there is room; six on a phone, where the west follows below the east.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from .model.evidence import PREFECTURES, Column, Row, Statistic

# One sign is one square, a line is a row; an empty line is the gap between east and west.
_WIDE = """
・・・・・・・・・・・北
・・・・・・・・・・・青
・・・・・・・・・・秋岩
・・・・・・・・・・形宮
・・・・・・・・石富新福
・・・・・・・・井長群栃
・・・根鳥兵京滋岐梨埼茨
・・口広岡阪奈三愛静東千
佐筒分・・・和・・・神・
崎熊日・媛香・・・・・・
・鹿・・高徳・・・・・・
沖・・・・・・・・・・・
"""
_NARROW = """
・・・・・北
・・・・・青
・・・・秋岩
・・・・形宮
・・石富新福
・・井長群栃
京滋岐梨埼茨
阪三愛静東千
和奈・・神・

・・根鳥兵・
・口広岡・・
佐筒分・媛香
崎熊日・高徳
・鹿・・・・
沖・・・・・
"""
# One sign per prefecture, in the order of PREFECTURES: a kanji of its name (of 宮崎, 日 as in 日向).
_SIGNS = dict(zip("北青岩宮秋形福茨栃群埼千東神新富石井梨長岐静愛三滋京阪兵奈和鳥根岡広口徳香媛高筒佐崎熊分日鹿沖", PREFECTURES, strict=True))
_BREAK = 0.5  # of a row, between east and west
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100)
_CLASSES = 5


@dataclass(frozen=True)
class Tile:
    """One prefecture: `place` is the index of its class, from 0."""

    row: str
    name: str
    x: float
    y: float
    value: str
    place: int


@dataclass(frozen=True)
class TileMap:
    """One column of a statistic on the map."""

    column: str
    title: str
    measure: str
    classes: tuple[str, ...]
    narrow: tuple[Tile, ...]
    wide: tuple[Tile, ...]


def layout(wide: bool) -> dict[str, tuple[float, float]]:
    """Column and row of each prefecture."""
    found: dict[str, tuple[float, float]] = {}
    y = 0.0
    for line in (_WIDE if wide else _NARROW).strip("\n").split("\n"):
        found |= {_SIGNS[sign]: (float(x), y) for x, sign in enumerate(line) if sign in _SIGNS}
        y += 1.0 if line else _BREAK
    return found


def tile_maps(statistic: Statistic) -> tuple[TileMap, ...]:
    """A map for each column to be drawn; none if the statistic is not one of prefectures."""
    rows = [row for row in statistic.rows if row.title in PREFECTURES]
    if statistic.chart != "map" or not rows:
        return ()
    wanted = statistic.chart_columns or tuple(c.id for c in statistic.columns if c.kind != "text")
    columns = [column for column in statistic.columns if column.id in wanted]
    return tuple(_map(column, rows) for column in columns)


def _map(column: Column, rows: list[Row]) -> TileMap:
    values = [value for row in rows if (value := _number(row, column)) is not None]
    step, classes = _classes(max(values), column)
    tiles = [
        tuple(
            Tile(row.id, short_name(row.title), *places[row.title], _short(_number(row, column), min(column.decimals, 1)), _place(_number(row, column), step, len(classes)))
            for row in rows
        )
        for places in (layout(False), layout(True))
    ]
    title, _, measure = column.title.partition("：")
    return TileMap(column.id, title, f"{measure}（{column.unit}）" if column.unit else measure, classes, *tiles)


def _number(row: Row, column: Column) -> float | None:
    value = row.values.get(column.id)
    return float(value) if isinstance(value, (int, float)) else None


def _classes(top: float, column: Column) -> tuple[float, tuple[str, ...]]:
    """Up to five classes of equal width with round limits, and their names."""
    step = next((step for step in _STEPS if top <= step * _CLASSES), top / _CLASSES)
    number = max(2, math.ceil(top / step))
    unit = column.unit
    between = (f"{step * i:g}〜{step * (i + 1):g}{unit}未満" for i in range(1, number - 1))
    return step, (f"{step:g}{unit}未満", *between, f"{step * (number - 1):g}{unit}以上")


def _place(value: float | None, step: float, number: int) -> int:
    return -1 if value is None else min(int(value / step), number - 1)


def _short(value: float | None, decimals: int) -> str:
    """One decimal: a tile has room for four signs."""
    if value is None:
        return "―"
    return f"{value:.0f}" if value >= 100 else f"{value:.{decimals}f}"


def short_name(prefecture: str) -> str:
    """北海道, 東京, 京都, 神奈川: without 都, 府 or 県."""
    return prefecture if prefecture == "北海道" else prefecture[:-1]
