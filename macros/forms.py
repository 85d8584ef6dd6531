"""What a form or guide rests on, and the numbers of its articles: for the page, Word and Excel alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .model.fields import Record
from .model.files import Handbook
from .model.forms import Form, FormPart
from .model.knowledge import Citation
from .model.tools import ToolPoint

BLANK = re.compile(r"(〔[^〔〕]*〕)")
"""What is to be filled in; it splits a text into words (even places) and blanks (odd ones)."""
OURS = "このハンドブックの提案"
HOW_TO = "協議会ハンドブックが作ったひな形です。国や自治体の公式の様式ではありません。色の付いた〔　〕と空いた欄を、地域に合わせて書きかえてください。"


def full_title(form: Form) -> str:
    """The title with the word that it is no official form."""
    return form.title if form.group == "group-work" else f"{form.title}（ひな形）"


def articles(form: Form) -> dict[int, str]:
    """Number in words (第1条) of each article, by the identity of its record: numbered through all parts."""
    every = [article for part in form.parts for article in part.articles]
    return {id(article): f"第{number}条" for number, article in enumerate(every, 1)}


def citations(ids: Iterable[str], handbook: Handbook) -> list[Citation]:
    """The places of sources that these records cite, each once."""
    return list(dict.fromkeys(citation for own in ids for citation in getattr(handbook.index[own], "sources", ())))


def places(ids: Iterable[str], handbook: Handbook) -> list[str]:
    """The same places in words: the short name of the source and where."""
    return [f"{handbook.index[citation.source].short} {citation.at}" for citation in citations(ids, handbook)]


def all_citations(record: Record, handbook: Handbook) -> list[Citation]:
    """The places of sources of a whole form or guide, in reading order, each once."""
    return citations((own for point in _resting(record) for own in point.see), handbook)


def origins(form: Form, handbook: Handbook) -> list[tuple[str, list[str]]]:
    """What of a form rests on sources: the places, with the names of all that rests on them (第1条（目的）, a field …)."""
    found: dict[tuple[str, ...], list[str]] = {}
    for name, where in _origins(form, handbook):
        found.setdefault(tuple(where), []).append(name)
    return [("、".join(names), list(where)) for where, names in found.items()]


def _origins(form: Form, handbook: Handbook) -> Iterator[tuple[str, list[str]]]:
    numbers = articles(form)
    for part in form.parts:
        if part.see:
            yield f"「{part.title or part.lines[0]}」", places(part.see, handbook)
        for article in part.articles:
            if article.see:
                yield f"{numbers[id(article)]}（{article.title}）", places(article.see, handbook)
        for name, piece in _pieces(part):
            if piece.see:
                yield f"「{name}」", places(piece.see, handbook)


def _pieces(part: FormPart) -> Iterator[tuple[str, Record]]:
    yield from ((field.label, field) for field in part.fields)
    yield from ((check.text, check) for check in part.checks)
    yield from ((max(row.cells, key=len), row) for row in part.rows)


def _resting(record: Record) -> Iterator[Record]:
    """Points and pieces of a form or guide that may name what they rest on."""
    for name in ("follows", "adapt", "open", "basis"):
        yield from (point for point in getattr(record, name, ()) if isinstance(point, ToolPoint))
    for part in getattr(record, "parts", ()):
        yield part
        yield from part.articles
        yield from (piece for _, piece in _pieces(part))
    yield from getattr(record, "timetable", ())
    yield from getattr(record, "pitfalls", ())
