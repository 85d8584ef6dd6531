"""Two wheels on one axle carry a body: neither moves it alone."""

from __future__ import annotations

import math

from .content import Content, Piece
from .shapes import NARROW, WIDE, Disc, Drawing, Line, Shape, block, card, centred, path


def draw(content: Content, wide: bool) -> Drawing:
    """Lay out the body (main), two wheels (no mark), the axle (axle) and the road (ground)."""
    full = WIDE if wide else NARROW
    body, axle, road = (content.marked(mark)[0] for mark in ("main", "axle", "ground"))
    left, right = (piece for piece in content.pieces if not piece.mark)
    radius = 96.0 if wide else 70.0
    inset = radius + (52 if wide else 2)
    shapes, bottom = card(34 if not wide else 84, 2, full - (68 if not wide else 168), body.label, body.text, tone="main", anchor="middle")
    y = bottom + radius + 22
    parts: list[Shape] = []
    for x in (inset, full - inset):
        parts.append(Line(path((x, y), (x, bottom)), "strut"))
    parts.append(Line(path((inset, y), (full - inset, y)), "strut"))
    for x, piece in ((inset, left), (full - inset, right)):
        parts += _wheel(x, y, radius, piece)
    ground = y + radius
    parts.append(Line(path((0, ground + 3), (full, ground + 3)), "road"))
    drawn, below = _words_below(left, right, full, ground + 14)
    link, height = card(2, below + 10, full - 4, axle.label, axle.text, tone="tint", anchor="middle")
    foot, tall = block(full / 2, below + height + 20, full - 20, road.label, road.text, anchor="middle")
    return Drawing(full, below + height + 24 + tall, (*parts, *shapes, *drawn, *link, *foot))


def _wheel(x: float, y: float, radius: float, piece: Piece) -> list[Shape]:
    spokes: list[Shape] = [
        Line(path((x + 0.7 * radius * math.cos(a), y + 0.7 * radius * math.sin(a)), (x + radius * math.cos(a), y + radius * math.sin(a))), "notch")
        for a in (math.pi * k / 6 for k in range(12))
    ]
    label = centred(x, y, 1.48 * radius, piece.label, bold=True)
    return [Disc(x, y, radius, "wheel"), *spokes, Disc(x, y, 0.84 * radius, "plain"), label]


def _words_below(left: Piece, right: Piece, full: float, y: float) -> tuple[list[Shape], float]:
    room = full / 2 - 14
    shapes: list[Shape] = []
    heights = []
    for x, piece in ((full * 0.25, left), (full * 0.75, right)):
        words, height = block(x, y, room, "", piece.text, anchor="middle")
        shapes += words
        heights.append(height)
    return shapes, y + max(heights)
