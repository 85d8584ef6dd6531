"""A time line: one column of cards on phones; two, one on each side of the line, where there is room.

Groups are told apart by the sign on the line (disc, square, diamond), which the legend repeats.
"""

from __future__ import annotations

from .content import Content, Piece
from .shapes import LEAD, NARROW, PAD, SIZE, WIDE, Box, Disc, Drawing, Head, Line, Shape, Words, block, number, path
from ..lines import width, wrap


def draw(content: Content, wide: bool) -> Drawing:
    """Lay out dated pieces from the oldest to the newest."""
    groups = [name for name, _ in content.grouped()]
    return _two(content, groups) if wide and len(groups) > 1 else _one(content, groups, WIDE if wide else NARROW)


def _one(content: Content, groups: list[str], full: float) -> Drawing:
    shapes, y = _legend(groups, full)
    axis, signs = 16.0, []
    top = y + 20
    for piece in content.pieces:
        drawn, height = _entry(piece, 42, y, full - 44)
        signs += _sign(axis, y + 22, groups.index(piece.group), piece.mark == "future")
        shapes += drawn
        y += height + 12
    line = Line(path((axis, top), (axis, y - 24)), "axis")
    return Drawing(full, y - 8, (line, *shapes, *signs))


def _two(content: Content, groups: list[str]) -> Drawing:
    shapes, y = _legend(groups, WIDE)
    axis, room = WIDE / 2, WIDE / 2 - 26
    signs: list[Shape] = []
    bottoms = [y, y]
    least, when = y, ""
    for piece in content.pieces:
        side = 0 if piece.group == groups[0] else 1
        # Of the same date: side by side, where the other side has room.
        start = max(bottoms[side], least - 34 if piece.when == when else least)
        drawn, height = _entry(piece, 2 if side == 0 else axis + 24, start, room)
        way = -1 if side == 0 else 1
        signs.append(Line(path((axis, start + 22), (axis + 24 * way, start + 22)), "axis"))
        signs += _sign(axis + 8 * way, start + 22, groups.index(piece.group), piece.mark == "future")
        shapes += drawn
        bottoms[side] = start + height + 12
        least, when = start + 34, piece.when
    foot = max(bottoms)
    return Drawing(WIDE, foot - 8, (Line(path((axis, y + 10), (axis, foot - 24)), "axis"), *shapes, *signs))


def _entry(piece: Piece, x: float, y: float, room: float) -> tuple[list[Shape], float]:
    inner = room - 2 * PAD
    when = wrap(piece.when, inner / SIZE)
    words, height = block(x + PAD, y + 11 + LEAD * len(when), inner, piece.label, piece.text)
    tall = height + LEAD * len(when) + 22
    tone = {"main": "tint", "future": "future"}.get(piece.mark, "plain")
    return [Box(x, y, room, tall, tone), Words(x + PAD, y + 11 + SIZE, when, "brand", bold=True), *words], tall


def _sign(x: float, y: float, kind: int, future: bool) -> list[Shape]:
    tone = "sign-future" if future else f"sign-{kind + 1}"
    if kind == 0:
        return [Disc(x, y, 9, tone)]
    if kind == 1:
        return [Box(x - 8, y - 8, 16, 16, tone, 0)]
    return [Head(f"M{number(x)} {number(y - 11)}l11 11-11 11-11-11Z", tone)]


def _legend(groups: list[str], full: float) -> tuple[list[Shape], float]:
    shapes: list[Shape] = []
    x, y = 16.0, 14.0
    for kind, name in enumerate(groups if len(groups) > 1 else []):
        if x > 16 and x + 22 + width(name) * SIZE > full:
            x, y = 16.0, y + 28
        shapes += [*_sign(x, y, kind, False), Words(x + 18, y + 6, (name,))]
        x += 18 + width(name) * SIZE + 30
    return shapes, y + 22 if shapes else 2.0
