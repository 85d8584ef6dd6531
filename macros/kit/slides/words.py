"""Few words for the slide, many for the notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...model.files import Handbook
from ...model.knowledge import Citation, Statement
from ...prose import plain
from .plan import Line

SHORT = 62  # characters of a sentence that stands alone
SHORT_BESIDE_LABEL = 72  # a label alone says too little; where the points do not fit, they take one slide more
SPEECH = 170  # characters said in a minute, calmly, with time to look at the slide


def brief(statement: Statement, handbook: Handbook) -> Line | None:
    """The label and the first sentence of a statement, as far as they are short; None where nothing is."""
    text = plain(statement.text, handbook)
    sentence = "" if "|" in text or "\n" in text else first_sentence(text)
    if statement.label:
        return Line(sentence if len(sentence) <= SHORT_BESIDE_LABEL else "", plain(statement.label, handbook), statement.place)
    return Line(sentence, "", statement.place) if 0 < len(sentence) <= SHORT else None


def first_sentence(text: str) -> str:
    """Up to the first 。 that stands outside brackets."""
    depth = 0
    for place, character in enumerate(text):
        depth += (character in "「（") - (character in "」）")
        if character == "。" and depth <= 0:
            return text[:place + 1]
    return text


def spoken(statements: Iterable[Statement], handbook: Handbook) -> tuple[str, ...]:
    """The full texts, as they are said."""
    return tuple(
        f"{plain(s.label, handbook)}：{plain(s.text, handbook)}" if s.label else plain(s.text, handbook)
        for s in statements
    )


def minutes_for(say: Sequence[str]) -> int:
    """Whole minutes that it takes to say so much."""
    return max(1, round(sum(map(len, say)) / SPEECH))


def source_line(citations: Iterable[Citation], handbook: Handbook, most: float) -> str:
    """「出典：」 with places, by document; the places go to the notes where they take more than `most` characters."""
    places: dict[str, list[str]] = {}
    for citation in dict.fromkeys(citations):
        places.setdefault(citation.source, []).append(citation.at)
    full = "出典：" + "／".join(f"{handbook.index[own].short} {'、'.join(dict.fromkeys(at))}" for own, at in places.items())
    if len(full) <= most or not places:
        return full if places else ""
    return "出典：" + "／".join(handbook.index[own].short for own in places) + "（くわしい場所はノートにあります）"


def source_notes(citations: Iterable[Citation], handbook: Handbook) -> str:
    """Every place, one after the other."""
    return "、".join(f"{handbook.index[c.source].short} {c.at}" for c in dict.fromkeys(citations))
