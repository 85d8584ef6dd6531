"""A year from April to March: two lanes beside a line of months, with arrows from one lane to the other."""

from __future__ import annotations

from .content import Content, Piece
from .shapes import LEAD, NARROW, PAD, SIZE, TITLE, WIDE, Box, Drawing, Head, Line, Shape, Words, arrow, card, centred, path

MONTHS = (4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3)
STEP = 44.0  # from one month to the next where nothing needs more


def draw(content: Content, wide: bool) -> Drawing:
    """Lay out events from their first month on; each says its months itself."""
    full = WIDE if wide else NARROW
    lanes = [name for name, _ in content.grouped()]
    half = 27.0 if wide else 24.0
    room = full / 2 - half - (12 if wide else 4)
    left = {lanes[0]: 2.0, lanes[1]: full - 2 - room}
    shapes: list[Shape] = [
        Words(left[name] + room / 2, 2 + TITLE, (name,), tone, "middle", TITLE, True)
        for name, tone in zip(lanes, ("brand", "budget"))
    ]
    rows, boxes = _rows(content, lanes, room, 42.0)
    for name, pieces in content.grouped():
        for piece in pieces:
            shapes += _event(piece, boxes[piece.id], left[name], room, "plain" if name == lanes[0] else "budget")
    bottom = max(max(box[1] for box in boxes.values()), rows[3] + 22)
    axis: list[Shape] = [Line(path((full / 2, 36), (full / 2, bottom)), "axis")]
    for link in content.arrows:
        axis += _crossing(boxes[link.start], boxes[link.to], rows, left[lanes[0]] + room, left[lanes[1]])
    for month in MONTHS:
        axis += [Box(full / 2 - half + 3, rows[month] - 15, 2 * half - 6, 30, "month", 15), centred(full / 2, rows[month], 60, f"{month}月")]
    return Drawing(full, bottom + 3, (*axis, *shapes))


def _rows(content: Content, lanes: list[str], room: float, top: float) -> tuple[dict[int, float], dict[str, tuple[float, float]]]:
    """The height of each month on the line, and top and bottom of each event."""
    rows: dict[int, float] = {}
    boxes: dict[str, tuple[float, float]] = {}
    ends = dict.fromkeys(lanes, top)
    y = top
    for month in MONTHS:
        starting = [piece for piece in content.pieces if piece.months and piece.months[0] == month]
        y = max([y, *(ends[piece.group] for piece in starting)])
        rows[month] = y + 20
        for piece in starting:
            begin = max(y, ends[piece.group])
            height = card(0, 0, room, piece.label, piece.text)[1] + LEAD - 4
            boxes[piece.id] = (begin, begin + height)
            ends[piece.group] = begin + height + 10
        y += STEP
    return rows, boxes


def _event(piece: Piece, box: tuple[float, float], x: float, room: float, tone: str) -> list[Shape]:
    main = piece.mark == "main"
    drawn, _ = card(x, box[0] + LEAD, room, piece.label, piece.text)
    words = [Words(w.x, w.y - 3, w.lines, "on" if main else "ink", w.anchor, w.size, w.bold) for w in drawn if isinstance(w, Words)]
    when = Words(x + PAD, box[0] + 10 + SIZE, (_span(piece.months),), "on" if main else "brand" if tone == "plain" else tone)
    return [Box(x, box[0], room, box[1] - box[0], "main" if main else tone), when, *words]


def _span(months: tuple[int, ...]) -> str:
    return f"{months[0]}月" if len(months) == 1 else f"{months[0]}〜{months[-1]}月"


def _crossing(start: tuple[float, float], end: tuple[float, float], rows: dict[int, float], x0: float, x1: float) -> tuple[Line, Head]:
    """From an event at the left to the one at the right that it comes before, between two months."""
    low, high = end[0] + 14, min(start[1], end[1]) - 10
    if low > high:
        return arrow((x0, start[1] - 14), (x1 - 2, low + 8), tone="line-strong")
    places = [low + step * (high - low) / 8 for step in range(9)]
    y = max(places, key=lambda place: min(abs(place - row) for row in rows.values()))
    return arrow((x0, y), (x1 - 2, y), tone="line-strong")
