"""The index of the whole handbook: where each term of the glossary is spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ...load import walk
from ...model.files import Handbook
from ...model.guidance import Term
from ...model.knowledge import Statement
from ...prose import plain
from .content import ChapterContent

_MOST = 6  # places of a term; whoever wants all of them has the site's search


@dataclass(frozen=True)
class Entry:
    """A term and the anchors of the statements that speak of it, in reading order."""

    term: Term
    places: tuple[str, ...]

    @property
    def reading(self) -> str:
        """By which the entry is sorted (macros/kana.py)."""
        return self.term.reading


def entries(chapters: Iterable[ChapterContent], handbook: Handbook) -> list[Entry]:
    """An entry for every term that the handbook uses: where its meaning rests first, then each page's first mention."""
    names = {name: term.id for term in handbook.terms for name in (term.term, *term.aka) if len(name) > 1 and not term.everyday}
    pattern = re.compile("|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name))) or r"(?!)")
    found: dict[str, list[tuple[bool, int, str]]] = {}
    order = 0
    for chapter in chapters:
        for content in chapter.pages:
            seen: set[str] = set()
            for statement in _statements(content, handbook):
                order += 1
                text = f"{statement.label} {plain(statement.text, handbook)}"
                for own in dict.fromkeys(names[name] for name in pattern.findall(text)):
                    rests = statement.id in handbook.index[own].see
                    if rests or own not in seen:
                        found.setdefault(own, []).append((not rests, order, statement.id))
                    seen.add(own)
    return [
        Entry(term, tuple(own for _, _, own in sorted(sorted(found[term.id])[:_MOST], key=lambda place: place[1])))
        for term in handbook.terms if term.id in found
    ]


def _statements(content: object, handbook: Handbook) -> Iterable[Statement]:
    for block in content.blocks:
        for record in handbook.meetings if block.kind == "meetings" else (block.record,):
            yield from (inner for inner in walk(record) if isinstance(inner, Statement))


def landed(places: Iterable[str], numbers: Mapping[str, int]) -> list[tuple[str, int]]:
    """Anchor and page number, each page once. Before the first printing every number is 0."""
    if not numbers:
        return [(own, 0) for own in places]
    found: dict[int, str] = {}
    for own in places:
        if own in numbers:
            found.setdefault(numbers[own], own)
    return [(own, number) for number, own in sorted(found.items())]
