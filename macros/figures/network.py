"""How meetings feed each other: what comes before the hub above it, what comes after beside it.

The hub is the meeting that hands on to the most others. Arrows from it start in its own box,
with what it hands on written there, so that no label lies on an arrow.
"""

from __future__ import annotations

from dataclasses import dataclass

from .content import Arrow, Content, Piece
from .shapes import LEAD, NARROW, SIZE, WIDE, Box, Drawing, Line, Shape, Words, arrow, block, card, centred, path

GAP = 84.0  # between two boxes in a column: two lines of label
LANES = 20.0, 28.0  # at the right, where arrows pass boxes by: the first lane, and from one to the next


@dataclass(frozen=True)
class _Frame:
    width: float
    hub: float  # width of the hub
    left: float  # where the column of the other meetings begins
    right: float  # where it ends


_FRAMES = {False: _Frame(NARROW, 114, 145, NARROW - 62), True: _Frame(WIDE, 196, 250, WIDE - 70)}


def draw(content: Content, wide: bool) -> Drawing:
    """Lay out meetings and what they hand on."""
    frame = _FRAMES[wide]
    pieces = list(content.pieces)
    hub = max(pieces, key=lambda piece: sum(a.start == piece.id for a in content.arrows))
    at = pieces.index(hub)
    shapes, y = _before(pieces[:at], content, frame)
    top = y
    words, height = block(frame.hub / 2 + 1, top + 12, frame.hub - 20, hub.label, hub.text, tone="brand", anchor="middle")
    column, boxes, bottom = _column(pieces[at + 1:], frame, top + height + 16)
    bottom += 14
    shapes += [Box(2, top, frame.hub - 2, bottom - top, "tint"), *words, *_handing(hub, boxes, content, frame), *column]
    shapes += _entries(pieces[:at], hub, boxes, content, frame, top)
    shapes += _passing(pieces[at + 1:], boxes, content, frame)
    return Drawing(frame.width, bottom + 2, tuple(shapes))


def _before(pieces: list[Piece], content: Content, frame: _Frame) -> tuple[list[Shape], float]:
    shapes: list[Shape] = []
    y = 2.0
    for piece in pieces:
        drawn, height = card(2, y, frame.width - 4, piece.label, piece.text, tone="person", anchor="middle")
        shapes += drawn
        y += height + 64
    return shapes, y


def _column(pieces: list[Piece], frame: _Frame, y: float) -> tuple[list[Shape], dict[str, tuple[float, float]], float]:
    """The boxes below each other; also top and bottom of each by id."""
    shapes: list[Shape] = []
    boxes: dict[str, tuple[float, float]] = {}
    for place, piece in enumerate(pieces):
        last = place == len(pieces) - 1
        drawn, height = card(frame.left, y, frame.right - frame.left, piece.label, piece.text, tone="main" if last else "plain")
        shapes += drawn
        boxes[piece.id] = (y, y + height)
        y += height + (0 if last else GAP)
    return shapes, boxes, y


def _handing(hub: Piece, boxes: dict[str, tuple[float, float]], content: Content, frame: _Frame) -> list[Shape]:
    """Arrows from the hub into the column; what it hands on stands in the hub."""
    shapes: list[Shape] = []
    for link in (a for a in content.arrows if a.start == hub.id and a.to in boxes):
        y = sum(boxes[link.to]) / 2
        shapes += arrow((frame.hub, y), (frame.left - 3, y))
        if link.label:
            label = centred(frame.hub / 2 + 0.5, y, frame.hub - 21, link.label)
            tall = LEAD * len(label.lines) + 6
            shapes += [Box(8, y - tall / 2, frame.hub - 15, tall, "label", 6), label]
    return shapes


def _entries(before: list[Piece], hub: Piece, boxes: dict[str, tuple[float, float]], content: Content, frame: _Frame, top: float) -> list[Shape]:
    """Arrows from above: into the hub, and past it into the column."""
    shapes: list[Shape] = []
    for link in (a for a in content.arrows if a.start in {piece.id for piece in before}):
        into_hub = link.to == hub.id
        x = 26.0 if into_hub else frame.left + 46
        end = top if into_hub else boxes.get(link.to, (top, top))[0]
        shapes += arrow((x, top - 64), (x, end - 3))
        room = (frame.left + 20 if into_hub else frame.width) - x - 16
        shapes.append(centred(x + 14, top - 34, room, link.label, anchor="start"))
    return shapes


def _passing(pieces: list[Piece], boxes: dict[str, tuple[float, float]], content: Content, frame: _Frame) -> list[Shape]:
    """Arrows between the boxes of the column: down, back up, and past a box at the right."""
    order = {piece.id: place for place, piece in enumerate(pieces)}
    shapes: list[Shape] = []
    lane = frame.right + LANES[0]
    for link in (a for a in content.arrows if a.start in order and a.to in order):
        step = order[link.to] - order[link.start]
        start, end = boxes[link.start], boxes[link.to]
        if step == 1:
            x = frame.left + 14
            shapes += arrow((x, start[1]), (x, end[0] - 3))
            shapes.append(Words(x + 13, start[1] + 32, (link.label,)))
        elif step == -1:
            x = frame.right - 14
            shapes += arrow((x, start[0]), (x, end[1] + 3), tone="line-back")
            shapes.append(Words(x - 12, start[0] - 19, (link.label,), "back", "end"))
        else:
            shapes += _past(link, start, end, frame.right, lane)
            lane += LANES[1]
    return shapes


def _past(link: Arrow, start: tuple[float, float], end: tuple[float, float], right: float, x: float) -> list[Shape]:
    """Down or back up in a lane of its own, with the label written downwards on it."""
    back = end[0] < start[0]
    # The way back lies outside the way down, so that the two never cross.
    y0, y1 = (sum(start) / 2 + 14, sum(end) / 2 - 14) if back else (sum(start) / 2 + 8, sum(end) / 2 - 8)
    middle = (y0 + y1) / 2
    half = (SIZE * len(link.label) / 2 + 6) * (-1 if back else 1)
    tone = "line-back" if back else "line"
    if not link.label:
        return [*arrow((right, y0), (x, y0), (x, y1), (right + 3, y1), tone=tone)]
    return [
        Line(path((right, y0), (x, y0), (x, middle - half), curve=12), tone),
        *arrow((x, middle + half), (x, y1), (right + 3, y1), tone=tone),
        Words(x, middle, (link.label,), "back" if back else "ink", "middle", upright=True),
    ]
