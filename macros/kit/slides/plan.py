"""What a deck says, before it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ...model.evidence import Row, Statistic
from ...model.fields import NOWHERE, Place
from ...model.figures import Figure
from ...model.knowledge import Citation

Kind = Literal["cover", "points", "figure", "chart", "table", "question"]

ALWAYS, KEY, PICTURE, METHOD, CHECK, MORE, EXAMPLE = range(7)
"""How soon a slide is left out when time is short: the higher the sooner."""


@dataclass(frozen=True)
class Line:
    """A point on a slide: words in bold, then the rest. `place` is where its record is written."""

    text: str
    label: str = ""
    place: Place = NOWHERE


@dataclass(frozen=True)
class Slide:
    """One slide. `say` and `ask` go to the speaker's notes; `group` is the page that it is about.

    Slides of one `unit` stay together: none shows 1/3 without the others.
    """

    kind: Kind
    title: str
    lines: tuple[Line, ...] = ()
    say: tuple[str, ...] = ()
    ask: str = ""
    minutes: int = 1
    rank: int = ALWAYS
    group: str = ""
    unit: str = ""
    citations: tuple[Citation, ...] = ()
    figure: Figure | None = None
    statistic: Statistic | None = None
    rows: tuple[Row, ...] = ()
    place: Place = NOWHERE


@dataclass(frozen=True)
class Deck:
    """All slides in order, and the sets that are shown from them: minutes of the set → place of a slide → its minutes."""

    id: str
    title: str
    about: str
    slides: tuple[Slide, ...]
    sets: dict[int, dict[int, int]]
