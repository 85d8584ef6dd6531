"""Marks the first use of a glossary term on a page, so that the reader can ask for its meaning there."""

from __future__ import annotations

import re
from collections import defaultdict

from .model.files import Handbook
from .model.guidance import Term
from .words import longest_of

_PIECE = re.compile(r"(<[^>]*>)")
_OPENING = re.compile(r"<(a|button|summary|h[1-6]|th|label|svg|script|template)\b")
_KANJI = r"[\u4e00-\u9fff々]"
_SHORT = 3


class TermMarker:
    """Finds terms in the HTML of a page's parts, given in reading order."""

    def __init__(self, handbook: Handbook) -> None:
        self._terms = {term.term: term for term in handbook.terms if not term.everyday}
        self._pattern = re.compile(longest_of({word: _condition(word) for word in self._terms}))
        self._used: dict[str, dict[str, Term]] = defaultdict(dict)

    def used(self, path: str) -> list[Term]:
        """Terms marked so far on the page at `path`, in reading order."""
        return list(self._used[path].values())

    def mark(self, html: str, path: str, address: str) -> str:
        """Return `html` with the first use of each term linked to the glossary at `address`.

        Text inside links, buttons, headings and the like is left alone.
        """
        used = self._used[path]

        def link(match: re.Match[str]) -> str:
            term = self._terms[match.group()]
            if term.id in used:
                return match.group()
            used[term.id] = term
            return f'<a class="term-mark" href="{address}#{term.id}" data-js-term="{term.id}">{match.group()}</a>'

        pieces, closed_by = [], ""
        for piece in _PIECE.split(html):
            opening = _OPENING.match(piece)
            if closed_by:
                closed_by = "" if piece == closed_by else closed_by
            elif opening:
                closed_by = f"</{opening[1]}>"
            elif not piece.startswith("<"):
                piece = self._pattern.sub(link, piece)
            pieces.append(piece)
        return "".join(pieces)


def _condition(word: str) -> str:
    """Short terms of kanji stand alone, never inside a longer compound (計画 in 計画相談支援)."""
    if len(word) > _SHORT or not re.fullmatch(f"{_KANJI}+", word):
        return ""
    return f"(?<!{_KANJI}{word})(?!{_KANJI})"
