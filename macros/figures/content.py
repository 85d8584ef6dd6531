"""The words of a figure, gathered from its file and from the records that its parts name."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.figures import Figure, FigurePart
from ..model.files import Handbook
from ..model.guidance import CalendarEvent
from ..model.knowledge import Meeting
from ..prose import plain


@dataclass(frozen=True)
class Piece:
    """A part with its words. `records` are the ids of what it rests on."""

    id: str
    label: str
    text: str = ""
    group: str = ""
    when: str = ""
    mark: str = ""
    beside: bool = False
    months: tuple[int, ...] = ()
    records: tuple[str, ...] = ()


@dataclass(frozen=True)
class Arrow:
    """A link between two pieces. `label` stands in the drawing, `text` in the list of words."""

    start: str
    to: str
    label: str = ""
    text: str = ""


@dataclass(frozen=True)
class Content:
    """What a layout draws."""

    title: str
    pieces: tuple[Piece, ...]
    arrows: tuple[Arrow, ...] = ()

    def grouped(self) -> list[tuple[str, list[Piece]]]:
        """Pieces by group, in their first order."""
        groups: dict[str, list[Piece]] = {}
        for piece in self.pieces:
            groups.setdefault(piece.group, []).append(piece)
        return list(groups.items())

    def marked(self, mark: str) -> list[Piece]:
        """Pieces with this mark."""
        return [piece for piece in self.pieces if piece.mark == mark]


def content_of(figure: Figure, handbook: Handbook) -> Content:
    """Gather the words of a figure."""
    pieces = tuple(_piece(part, handbook) for part in figure.parts)
    arrows = _fed(figure, handbook) if figure.kind == "network" else tuple(
        Arrow(link.start, link.to, link.label, link.label) for link in figure.links
    )
    return Content(figure.title, pieces, arrows)


def _piece(part: FigurePart, handbook: Handbook) -> Piece:
    record = handbook.index.get(part.of)
    months = _from_april(record.months) if isinstance(record, CalendarEvent) else ()
    return Piece(
        part.id, plain(part.label or _own_label(record), handbook), plain(part.text, handbook), part.group,
        part.when_label or era(part.when), part.mark, part.beside, months,
        tuple(dict.fromkeys(own for own in (part.of, *part.see) if own)),
    )


def _own_label(record: object) -> str:
    """The shortest name of a record; what stands in brackets after it is left out."""
    name = next((text for field in ("label", "short", "title") if (text := getattr(record, field, ""))), "")
    return name.partition("（")[0]


def _fed(figure: Figure, handbook: Handbook) -> tuple[Arrow, ...]:
    """An arrow for every feed between the meetings shown; the figure's links only word them shortly."""
    labels = {(link.start, link.to): link.label for link in figure.links}
    shown = {part.of: part.id for part in figure.parts}
    arrows = []
    for own, start in shown.items():
        meeting = handbook.index.get(own)
        for feed in meeting.feeds if isinstance(meeting, Meeting) else ():
            if feed.to in shown:
                to = shown[feed.to]
                arrows.append(Arrow(start, to, labels.get((start, to), ""), plain(feed.what, handbook)))
    return tuple(arrows)


def _from_april(months: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(sorted(months, key=lambda month: (month - 4) % 12))


def era(date: str) -> str:
    """2012-04 → 平成24年4月（2012年）; empty for no date."""
    if not date:
        return ""
    year, *rest = (int(part) for part in date.split("-"))
    # A year alone is named by the era of its end.
    name, first = ("令和", 2019) if (year, rest[0] if rest else 12) >= (2019, 5) else ("平成", 1989)
    number = year - first + 1
    day = "".join(f"{part}{unit}" for part, unit in zip(rest, "月日"))
    return f"{name}{'元' if number == 1 else number}年{day}（{year}年）"

