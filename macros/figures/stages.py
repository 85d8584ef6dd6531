"""Scenes one after the other, each with its stages; a gate between two scenes is a band of its own."""

from __future__ import annotations

from .content import Content, Piece
from .shapes import LEAD, NARROW, PAD, SIZE, TITLE, WIDE, Box, Drawing, Shape, Words, arrow, block, card
from ..lines import wrap

GAP = 22.0  # between stages: room for an arrow
EDGE = 11.0  # from a scene's frame to its stages
LEAST = 140.0  # narrower than this, stages stand below each other

Boxes = dict[str, Box]


def draw(content: Content, wide: bool) -> Drawing:
    """Lay out the groups as scenes from top to bottom."""
    full = WIDE if wide else NARROW
    shapes: list[Shape] = []
    boxes: Boxes = {}
    y = 2.0
    for name, pieces in content.grouped():
        if pieces[0].mark == "gate":
            drawn, y = _gate(pieces[0], full, y)
        else:
            drawn, y = _scene(name, pieces, full, y, boxes)
        shapes += drawn
    for link in content.arrows:
        if link.start in boxes and link.to in boxes:
            shapes += _step(boxes[link.start], boxes[link.to])
    return Drawing(full, y - 2, tuple(shapes))


def _gate(piece: Piece, full: float, y: float) -> tuple[list[Shape], float]:
    drawn, height = card(30, y + 20, full - 60, piece.label, piece.text, tone="person", anchor="middle")
    middle = full / 2
    return [
        *arrow((middle, y - 4), (middle, y + 18)), *drawn,
        *arrow((middle, y + 20 + height + 2), (middle, y + height + 40)),
    ], y + height + 42


def _scene(name: str, pieces: list[Piece], full: float, y: float, boxes: Boxes) -> tuple[list[Shape], float]:
    head = wrap(name, (full - 2 * PAD) / TITLE)
    shapes: list[Shape] = [Words(full / 2, y + 12 + TITLE, head, "brand", "middle", TITLE, True)]
    at = y + 20 + LEAD * len(head)
    for row in _rows(pieces, full - 4 - 2 * EDGE):
        drawn, at = _row(row, full - 4 - 2 * EDGE, at, boxes)
        shapes += drawn
    foot = at - GAP + EDGE
    return [Box(2, y, full - 4, foot - y, "tint"), *shapes], foot + 4


def _rows(pieces: list[Piece], inside: float) -> list[list[Piece]]:
    rows: list[list[Piece]] = []
    for piece in pieces:
        if piece.beside and rows:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [part for row in rows for part in ([row] if _room(row, inside) >= LEAST else [[piece] for piece in row])]


def _room(row: list[Piece], inside: float) -> float:
    return (inside - GAP * (len(row) - 1)) / len(row)


def _row(pieces: list[Piece], inside: float, y: float, boxes: Boxes) -> tuple[list[Shape], float]:
    room = _room(pieces, inside)
    least = max(_entry(piece, 0, 0, room, 0)[1] for piece in pieces)
    shapes: list[Shape] = []
    for place, piece in enumerate(pieces):
        x = 2 + EDGE + place * (room + GAP)
        shapes += _entry(piece, x, y, room, least)[0]
        boxes[piece.id] = Box(x, y, room, least)
    return shapes, y + least + GAP


def _entry(piece: Piece, x: float, y: float, room: float, least: float) -> tuple[list[Shape], float]:
    """A card; what is written under `when` (how long) stands above its label."""
    when = wrap(piece.when, (room - 2 * PAD) / SIZE) if piece.when else ()
    words, height = block(x + PAD, y + 11 + LEAD * len(when), room - 2 * PAD, piece.label, piece.text)
    tall = max(height + LEAD * len(when) + 21, least)
    said = [Words(x + PAD, y + 11 + SIZE, when, "soft")] if when else []
    return [Box(x, y, room, tall, "main-edge" if piece.mark == "main" else "plain"), *said, *words], tall


def _step(start: Box, end: Box) -> list[Shape]:
    """To the right within a row, else downwards."""
    if start.y == end.y:
        y = start.y + start.h / 2
        return [*arrow((start.x + start.w, y), (end.x - 2, y))]
    x = max(start.x, end.x) + 40
    return [*arrow((x, start.y + start.h), (x, end.y - 2))]
