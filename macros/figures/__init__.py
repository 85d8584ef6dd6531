"""Figures → drawings. Pure functions: a figure and the handbook in, shapes with numbers out.

`content` gathers the words, `shapes` holds what a template can draw, and each other module
lays out one or two kinds of figure. Lines are broken by macros/lines.py.
"""

from __future__ import annotations

from collections.abc import Callable

from ..model.figures import Figure
from ..model.files import Handbook
from . import bands, compare, hub, network, stages, timeline, wheels, year
from .content import Content, content_of
from .shapes import Drawing

_LAYOUTS: dict[str, Callable[[Content, bool], Drawing]] = {
    "network": network.draw,
    "widening": bands.widening,
    "layers": bands.layers,
    "hub": hub.draw,
    "timeline": timeline.draw,
    "wheels": wheels.draw,
    "compare": compare.draw,
    "stages": stages.draw,
    "year": year.draw,
}


def drawings(figure: Figure, handbook: Handbook) -> tuple[Content, Drawing, Drawing]:
    """The words of a figure, its drawing for narrow columns (phones), and that for wide ones."""
    content = content_of(figure, handbook)
    layout = _LAYOUTS[figure.kind]
    return content, layout(content, False), layout(content, True)
