"""A centre and what stands round it: a ring on phones, two columns with words where there is room."""

from __future__ import annotations

import math

from .content import Content
from .shapes import NARROW, WIDE, Disc, Drawing, Line, Shape, card, centred, path


def draw(content: Content, wide: bool) -> Drawing:
    """Lay out a centre (the part marked main) and the parts round it, in reading order."""
    return _columns(content) if wide else _ring(content)


def _ring(content: Content) -> Drawing:
    centre, around = content.marked("main")[0], [p for p in content.pieces if p.mark != "main"]
    radius, size = 120.0, 50.0
    middle = NARROW / 2
    lines: list[Shape] = []
    discs: list[Shape] = []
    for place, piece in enumerate(around):
        angle = 2 * math.pi * place / len(around) - math.pi / 2
        x, y = middle + radius * math.cos(angle), size + radius + 2 + radius * math.sin(angle)
        lines.append(Line(path((middle, size + radius + 2), (x, y)), "spoke"))
        discs += [Disc(x, y, size, "plain"), centred(x, y, 2 * size - 12, piece.label, bold=True)]
    hub = [Disc(middle, size + radius + 2, 58, "main"), centred(middle, size + radius + 2, 96, centre.label, tone="on", bold=True)]
    return Drawing(NARROW, 2 * (size + radius) + 4, (*lines, *discs, *hub))


def _columns(content: Content) -> Drawing:
    centre, around = content.marked("main")[0], [p for p in content.pieces if p.mark != "main"]
    half = math.ceil(len(around) / 2)
    room, gap = 212.0, 16.0
    high = max(card(0, 0, room, piece.label, piece.text)[1] for piece in around)
    height = half * high + (half - 1) * gap
    middle = (WIDE / 2, height / 2 + 2)
    lines: list[Shape] = []
    cards: list[Shape] = []
    for place, piece in enumerate(around):
        left = place < half
        row = place if left else place - half
        x, y = (2.0 if left else WIDE - 2 - room), 2 + row * (high + gap)
        lines.append(Line(path(middle, (x + room if left else x, y + high / 2)), "spoke"))
        cards += card(x, y, room, piece.label, piece.text, least=high)[0]
    hub = [Disc(*middle, 70, "main"), centred(*middle, 116, centre.label, tone="on", bold=True)]
    return Drawing(WIDE, height + 4, (*lines, *cards, *hub))
