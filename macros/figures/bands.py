"""Bands above each other: steps that grow wider (from one person to the community), and layers that rest on each other."""

from __future__ import annotations

from .content import Content, Piece
from .shapes import LEAD, NARROW, PAD, SIZE, TITLE, WIDE, Box, Disc, Drawing, Head, Shape, Words, arrow, block, card, centred, number
from ..lines import wrap

GROWTH = {False: 212.0, True: 300.0}  # width of the first step


def widening(content: Content, wide: bool) -> Drawing:
    """Numbered steps, each wider than the one before, between a start (person) and a goal (main)."""
    full = WIDE if wide else NARROW
    steps = [piece for piece in content.pieces if piece.mark not in ("person", "main")]
    shapes: list[Shape] = []
    y = 2.0
    for piece in content.marked("person"):
        drawn, height = card((full - GROWTH[wide]) / 2, y, GROWTH[wide], piece.label, piece.text, tone="person", anchor="middle")
        shapes += drawn
        y += height + 26
    top, said = y, ""
    for place, piece in enumerate(steps, 1):
        room = GROWTH[wide] + (full - 4 - GROWTH[wide]) * place / (len(steps) + 1)
        drawn, height = _step(place, piece, (full - room) / 2, y, room, "" if piece.group == said else piece.group, wide)
        shapes += drawn
        said, y = piece.group, y + height + 10
    foot = y - 10
    for piece in content.marked("main"):
        drawn, height = card(2, y + 18, full - 4, piece.label, piece.text, tone="main", anchor="middle")
        shapes += drawn
        y += 18 + height
    return Drawing(full, y + 2, (_funnel(full, GROWTH[wide], top - 26, foot + 28), *shapes))


def _funnel(full: float, first: float, top: float, foot: float) -> Head:
    left = (full - first) / 2 + 22
    return Head(f"M{number(left)} {number(top)}L{number(full - left)} {number(top)}L{number(full - 24)} {number(foot)}L24 {number(foot)}Z", "funnel")


def _step(place: int, piece: Piece, x: float, y: float, room: float, where: str, wide: bool) -> tuple[list[Shape], float]:
    shapes: list[Shape] = []
    inner = room - 2 * PAD - 42
    top = y + 11
    if where:
        lines = wrap(where, inner / SIZE)
        shapes.append(Words(x + PAD + 42, top + SIZE, lines, "brand"))
        top += LEAD * len(lines)
    words, height = block(x + PAD + 42, top, inner, piece.label, piece.text)
    bottom = top + height + 10
    box = Box(x, y, room, bottom - y, "plain")
    disc = Disc(x + PAD + 15, y + 27, 16, "main")
    return [box, disc, centred(disc.x, disc.y, 30, str(place), tone="on", bold=True, size=TITLE), *shapes, *words], bottom - y


def layers(content: Content, wide: bool) -> Drawing:
    """Layers from top to bottom on a ground; who supports all of them stands at the side."""
    full = WIDE if wide else NARROW
    sides, grounds = content.marked("side"), content.marked("ground")
    levels = [piece for piece in content.pieces if piece.mark not in ("side", "ground")]
    strip = (150.0 if wide else 62.0) if sides else 0.0
    shapes: list[Shape] = []
    y, boxes = 2.0, {}
    for place, piece in enumerate(levels):
        inset = (len(levels) - 1 - place) * (34.0 if wide else 16.0)
        drawn, height = card(2 + inset, y, full - 4 - strip - 2 * inset, piece.label, piece.text,
                             tone="main" if piece.mark == "main" else "plain", anchor="middle")
        shapes += drawn
        boxes[piece.id] = (y, y + height)
        y += height + (62 if place < len(levels) - 1 else 12)
    centre = (full - strip) / 2
    for link in content.arrows:
        shapes += _between(link.label, boxes[link.start], boxes[link.to], centre)
    for piece in grounds:
        drawn, height = card(2, y, full - 4, piece.label, piece.text, tone="tint", anchor="middle")
        shapes += drawn
        y += height + 12
    for piece in sides:
        shapes += _side(piece, full - strip + 12, strip - 14, max(bottom for _, bottom in boxes.values()), wide)
    return Drawing(full, y - 10, tuple(shapes))


def _between(label: str, start: tuple[float, float], end: tuple[float, float], centre: float) -> list[Shape]:
    down = end[0] > start[0]
    y0, y1 = (start[1] + 3, end[0] - 4) if down else (start[0] - 3, end[1] + 4)
    x = centre - SIZE * len(label) / 2 - 16
    return [*arrow((x, y0), (x, y1)), Words(x + 16, (y0 + y1) / 2 + 6, (label,))]


def _side(piece: Piece, x: float, room: float, bottom: float, wide: bool) -> list[Shape]:
    box = Box(x, 2, room, bottom - 2, "tint")
    if wide:
        words, height = block(x + room / 2, 0, room - 2 * PAD, piece.label, piece.text, tone="brand", anchor="middle")
        shift = 2 + (bottom - 2 - height) / 2
        return [box, *(Words(w.x, w.y + shift, w.lines, w.tone, w.anchor, w.size, w.bold) for w in words)]
    middle = x + room / 2
    label = Words(middle + (12 if piece.text else 0), bottom / 2, (piece.label,), "brand", "middle", TITLE, True, upright=True)
    text = Words(middle - 12, bottom / 2, (piece.text,), "ink", "middle", upright=True)
    return [box, label, *([text] if piece.text else [])]
