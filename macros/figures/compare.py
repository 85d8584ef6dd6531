"""Old and new side by side: what became of each part. The first group is the old, the second the new."""

from __future__ import annotations

from .content import Content, Piece
from .shapes import LEAD, NARROW, PAD, SIZE, TITLE, WIDE, Box, Drawing, Shape, Words, arrow, card
from ..lines import width, wrap


def draw(content: Content, wide: bool) -> Drawing:
    """A row for each part of the old; what it led to stands at the right, at the end of an arrow."""
    full, gap = (WIDE, 56.0) if wide else (NARROW, 28.0)
    room = (full - 4 - gap) / 2
    (old_name, olds), (new_name, news) = content.grouped()
    columns = (2.0, full - 2 - room)
    shapes, y = _heads(columns, room, (old_name, new_name))
    targets = {link.start: link.to for link in content.arrows}
    by_id = {piece.id: piece for piece in news}
    for old in olds:
        new = by_id.get(targets.get(old.id, ""))
        height = max(_height(old, room), _height(new, room) if new else 0)
        shapes += _cell(old, columns[0], y, room, height)
        if new:
            shapes += _cell(new, columns[1], y, room, height)
            shapes += arrow((columns[0] + room + 2, y + height / 2), (columns[1] - 2, y + height / 2))
        y += height + 12
    return Drawing(full, y - 8, tuple(shapes))


def _heads(columns: tuple[float, float], room: float, names: tuple[str, str]) -> tuple[list[Shape], float]:
    lines = [wrap(name, room / TITLE) for name in names]
    shapes: list[Shape] = [
        Words(x + room / 2, 2 + TITLE, text, tone, "middle", TITLE, True)
        for x, text, tone in zip(columns, lines, ("soft", "brand"))
    ]
    return shapes, 14 + LEAD * max(map(len, lines))


def _tag(piece: Piece) -> str:
    return {"new": "広がった", "gone": "外れた"}.get(piece.mark, "")


def _height(piece: Piece, room: float) -> float:
    return card(0, 0, room, piece.label, piece.text)[1] + (LEAD + 6 if _tag(piece) else 0)


def _cell(piece: Piece, x: float, y: float, room: float, height: float) -> list[Shape]:
    tone = {"gone": "gone", "new": "new"}.get(piece.mark, "plain")
    # A label alone stands in the middle, with what it became beside it.
    drawn, own = card(x, y, room, piece.label, piece.text, tone=tone, least=0 if piece.text or _tag(piece) else height)
    words = [shape for shape in drawn if isinstance(shape, Words)]
    shapes: list[Shape] = [Box(x, y, room, height, tone), *words]
    if tag := _tag(piece):
        wide = width(tag) * SIZE + 18
        shapes += [Box(x + PAD - 2, y + own - 8, wide, LEAD + 3, "tag", 5), Words(x + PAD + 7, y + own + 11, (tag,), "on", bold=True)]
    return shapes
