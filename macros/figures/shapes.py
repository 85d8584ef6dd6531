"""What a drawing is made of. Colours and weights are names (tones) that the style sheet knows."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ..lines import width, wrap

NARROW = 344  # a phone of 390 px leaves 358 px: text is never smaller than written here
WIDE = 608  # the reading column beside navigation and contents
SIZE, LEAD = 17.0, 25.0
TITLE = 18.0
PAD = 13.0


@dataclass(frozen=True)
class Box:
    """A rectangle with round corners."""

    x: float
    y: float
    w: float
    h: float
    tone: str = "plain"
    r: float = 10.0
    shape: str = "box"


@dataclass(frozen=True)
class Disc:
    """A circle."""

    x: float
    y: float
    r: float
    tone: str = "plain"
    shape: str = "disc"


@dataclass(frozen=True)
class Words:
    """Lines of text; `y` is the base line of the first."""

    x: float
    y: float
    lines: tuple[str, ...]
    tone: str = "ink"
    anchor: str = "start"
    size: float = SIZE
    bold: bool = False
    lead: float = LEAD
    upright: bool = False
    shape: str = "words"


@dataclass(frozen=True)
class Line:
    """A path, `d` as in SVG."""

    d: str
    tone: str = "line"
    shape: str = "line"


@dataclass(frozen=True)
class Head:
    """The head of an arrow, or another filled outline."""

    d: str
    tone: str = "head"
    shape: str = "head"


Shape = Box | Disc | Words | Line | Head


@dataclass(frozen=True)
class Drawing:
    """Shapes, in the order in which they are painted, on a canvas."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def number(value: float) -> str:
    """A coordinate as short as it can be written."""
    return f"{value:.1f}".rstrip("0").rstrip(".")


def path(*points: tuple[float, float], curve: float = 0.0) -> str:
    """A line through points; `curve` is the radius of its corners."""
    parts = [f"M{number(points[0][0])} {number(points[0][1])}"]
    for before, corner, after in zip(points, points[1:], points[2:]):
        enter, leave = _towards(corner, before, curve), _towards(corner, after, curve)
        parts.append(f"L{_pair(enter)}Q{_pair(corner)} {_pair(leave)}")
    parts.append(f"L{_pair(points[-1])}")
    return "".join(parts)


def arrow(*points: tuple[float, float], tone: str = "line", curve: float = 12.0) -> tuple[Line, Head]:
    """A line through points with a head at the last one."""
    (x0, y0), (x1, y1) = points[-2:]
    length = math.hypot(x1 - x0, y1 - y0) or 1.0
    ux, uy = (x1 - x0) / length, (y1 - y0) / length
    base = (x1 - 11 * ux, y1 - 11 * uy)
    corners = ((x1, y1), (base[0] - 7 * uy, base[1] + 7 * ux), (base[0] + 7 * uy, base[1] - 7 * ux))
    end = (x1 - 9 * ux, y1 - 9 * uy)
    return Line(path(*points[:-1], end, curve=curve), tone), Head("M" + "L".join(map(_pair, corners)) + "Z", tone.replace("line", "head"))


def block(x: float, top: float, room: float, label: str, text: str = "", *, tone: str = "ink",
          soft: str = "ink", anchor: str = "start", title: float = TITLE) -> tuple[list[Words], float]:
    """A bold label and a text below it, broken to `room` px from `top` on; returns the words and their height."""
    words, y = [], top
    if label:
        lines = wrap(label, room / title)
        words.append(Words(x, y + title, lines, tone, anchor, title, True))
        y += LEAD * len(lines)
    if text:
        lines = wrap(text, room / SIZE)
        words.append(Words(x, y + SIZE + 1, lines, soft, anchor))
        y += LEAD * len(lines)
    return words, y - top


def card(x: float, y: float, w: float, label: str, text: str = "", *, tone: str = "plain", anchor: str = "start",
         least: float = 0.0) -> tuple[list[Shape], float]:
    """A box round a label and a text, at least `least` px high; returns the shapes and the height."""
    ink = "on" if tone == "main" else "ink"
    at = x + (PAD if anchor == "start" else w / 2)
    words, inner = block(at, 0, w - 2 * PAD, label, text, tone=ink, soft=ink, anchor=anchor)
    height = max(inner + 2 * PAD - 4, least)
    shift = y + (height - inner) / 2 - 1
    return [Box(x, y, w, height, tone), *(moved(word, dy=shift) for word in words)], height


def moved(words: Words, dy: float) -> Words:
    """The same words, `dy` px lower."""
    return Words(words.x, words.y + dy, words.lines, words.tone, words.anchor, words.size, words.bold, words.lead, words.upright)


def centred(x: float, y: float, room: float, text: str, *, tone: str = "ink", size: float = SIZE,
            bold: bool = False, anchor: str = "middle") -> Words:
    """Text whose block is centred on `y`."""
    lines = wrap(text, room / size)
    return Words(x, y - LEAD * (len(lines) - 1) / 2 + size * 0.36, lines, tone, anchor, size, bold)


def widest(lines: tuple[str, ...], size: float = SIZE) -> float:
    """Width in px of the longest line."""
    return max((width(line) * size for line in lines), default=0.0)


def _towards(corner: tuple[float, float], other: tuple[float, float], distance: float) -> tuple[float, float]:
    length = math.hypot(other[0] - corner[0], other[1] - corner[1]) or 1.0
    part = min(distance, length / 2) / length
    return corner[0] + (other[0] - corner[0]) * part, corner[1] + (other[1] - corner[1]) * part


def _pair(point: tuple[float, float]) -> str:
    return f"{number(point[0])} {number(point[1])}"
