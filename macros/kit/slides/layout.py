"""The places of a slide, in points (16:9), and the sizes of its type."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """A place on the slide; text keeps `inset` from its edges."""

    left: float
    top: float
    width: float
    height: float
    inset: float = 4.0


WIDTH, HEIGHT = 960.0, 540.0
TITLE = Box(44, 26, 872, 84)
BODY = Box(44, 124, 872, 322)
HALF_LEFT = Box(44, 118, 430, 332)
HALF_RIGHT = Box(494, 122, 422, 324)
LEAD = Box(44, 112, 872, 66)
CHART = Box(44, 180, 872, 270)
SOURCE = Box(44, 456, 872, 36, 2.0)
FOOT = Box(44, 500, 640, 24)
NUMBER = Box(816, 500, 100, 24)

TITLE_SIZE, BODY_SIZE, SIDE_SIZE, LEAD_SIZE, TABLE_SIZE, CHART_SIZE, SOURCE_SIZE = 30, 24, 20, 20, 18, 16, 12
BODY_SIZES = (30, 27, BODY_SIZE)
LEADING = 1.36
AFTER = 9.0
"""Space after a point."""
INDENT = 24.0
"""Of the text behind its bullet."""
MOST_LINES = 5
"""Points on a slide: more is a wall."""
