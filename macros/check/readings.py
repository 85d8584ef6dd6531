"""Rules for readings (furigana)."""

from __future__ import annotations

from collections.abc import Iterator

from ..faults import Fault
from ..furigana.align import KANJI, fits
from ..model.files import Handbook
from .common import fault


def readings_are_of_kanji(handbook: Handbook) -> Iterator[Fault]:
    """A word with a reading of its own has kanji."""
    for record in handbook.readings:
        if not KANJI.search(record.word):
            yield fault(record.word, record, f"「{record.word}」には漢字がないので、ふりがなは付きません。消してください")


def readings_keep_the_kana(handbook: Handbook) -> Iterator[Fault]:
    """The kana of a word stand in its reading too, so that furigana stand over the kanji only."""
    for record in handbook.readings:
        if KANJI.search(record.word) and not fits(record.word, record.reading):
            yield fault(record.reading, record, f"「{record.word}」のかなが、読み「{record.reading}」の同じ場所にありません。かなは語と同じに書いてください")


def readings_are_given_once(handbook: Handbook) -> Iterator[Fault]:
    """A word has one reading."""
    seen: set[str] = set()
    for record in handbook.readings:
        if record.word in seen:
            yield fault(record.word, record, f"「{record.word}」の読みが二度書かれています。どちらか一つにしてください")
        seen.add(record.word)


RULES = (readings_are_of_kanji, readings_keep_the_kana, readings_are_given_once)
