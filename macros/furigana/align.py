"""Put the reading of a word over its kanji only: 取り組む, とりくむ → 取(と)り組(く)む."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

KANJI = re.compile(r"[㐀-䶿一-鿿豈-﫿々〆ヶ]+")
_RUN = re.compile(r"[㐀-䶿一-鿿豈-﫿々〆ヶ]+|[^㐀-䶿一-鿿豈-﫿々〆ヶ]+")
_TO_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ"))}


class Group(NamedTuple):
    """Characters from `start` to before `end`, and their reading in kana."""

    start: int
    end: int
    reading: str


def hiragana(text: str) -> str:
    """Katakana → hiragana; all else stays."""
    return text.translate(_TO_HIRAGANA)


@functools.lru_cache(maxsize=None)
def aligned(word: str, reading: str) -> tuple[Group, ...]:
    """Groups of a word: one for each run of kanji; the whole word where its kana do not fit the reading."""
    runs = [(match.start(), match.end(), match.group()) for match in _RUN.finditer(word)]
    pattern = "".join("(.+?)" if KANJI.match(run) else re.escape(hiragana(run)) for _, _, run in runs)
    match = re.fullmatch(pattern, hiragana(reading))
    if match is None:
        return (Group(0, len(word), reading),)
    kanji = [(start, end) for start, end, run in runs if KANJI.match(run)]
    parts = [reading[slice(*match.span(number))] for number in range(1, len(kanji) + 1)]
    return tuple(Group(start, end, part) for (start, end), part in zip(kanji, parts, strict=True))


def fits(word: str, reading: str) -> bool:
    """True if the kana of `word` stand in `reading` too, so that each run of kanji has a reading of its own."""
    return aligned(word, reading) != (Group(0, len(word), reading),) or KANJI.fullmatch(word) is not None
