"""The readings of a text: words of data/guidelines/readings.yml first (the longest), then SudachiPy."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ..words import longest_of
from .align import KANJI, Group, aligned, hiragana
from .counters import counted

_SHORT = 4  # a word of so many characters stays whole: its reading has room above it
_DIGITS = "0123456789０１２３４５６７８９,.，．"
_SENTENCE = re.compile(r"\s*([^。\n]+)")
_KANA = re.compile(r"[ァ-ヺー]+")


class Reader:
    """Reads Japanese texts; each distinct sentence once, since pages and their plain texts share most."""

    def __init__(self, overrides: Iterable[tuple[str, str]] = ()) -> None:
        from sudachipy import Dictionary, SplitMode

        self._words = dict(overrides)
        self._override = re.compile(longest_of(self._words.keys()))
        self._tokenizer = Dictionary(dict="core").tokenizer(SplitMode.C)
        self._short = SplitMode.A
        self._known: dict[str, tuple[Group, ...]] = {}

    def groups(self, text: str) -> tuple[Group, ...]:
        """Groups in the order of the text. Characters that no group holds need no reading."""
        found: list[Group] = []
        for sentence in _SENTENCE.finditer(text):
            found += _moved(self._sentence(sentence[1]), sentence.start(1))
        return tuple(found)

    def bracketed(self, text: str) -> str:
        """The text with each reading in brackets behind its characters: 協議会（きょうぎかい）."""
        parts, done = [], 0
        for group in self.groups(text):
            parts += [text[done:group.end], f"（{group.reading}）"]
            done = group.end
        return "".join(parts) + text[done:]

    def _sentence(self, text: str) -> tuple[Group, ...]:
        if text not in self._known:
            self._known[text] = tuple(self._read(text)) if KANJI.search(text) else ()
        return self._known[text]

    def _read(self, text: str) -> list[Group]:
        """What is settled beforehand parts the text; the tokenizer reads what lies between."""
        found: list[Group] = []
        done = 0
        for start, end, groups in self._settled(text):
            if start >= done:
                found += _moved(self._tokenized(text[done:start]), done)
                found += groups
                done = end
        return found + _moved(self._tokenized(text[done:]), done)

    def _settled(self, text: str) -> list[tuple[int, int, list[Group]]]:
        spans = [
            (match.start(), match.end(), _moved(aligned(match.group(), self._words[match.group()]), match.start()))
            for match in self._override.finditer(text)
        ]
        taken = [(start, end) for start, end, _ in spans]
        spans += [
            (group.start, group.end, [group]) for group in counted(text)
            if not any(start < group.end and group.start < end for start, end in taken)
        ]
        return sorted(spans, key=lambda span: span[0])

    def _tokenized(self, text: str) -> list[Group]:
        found: list[Group] = []
        for token in self._tokenizer.tokenize(text) if KANJI.search(text) else ():
            surface = token.surface()
            if KANJI.search(surface):
                for word in self._parts(token) if len(surface) > _SHORT else (token,):
                    found += self._word(word)
        return found

    def _word(self, word: Any) -> list[Group]:
        # The tokenizer reads digits (10万 → いちれいまん) and takes in a note in brackets (内容（ア）): neither needs a reading.
        whole = word.surface().partition("（")[0]
        surface = whole.lstrip(_DIGITS)
        if surface != whole:
            return _moved(self._tokenized(surface), word.begin() + len(whole) - len(surface))
        reading = word.reading_form()
        readable = KANJI.search(surface) and _KANA.fullmatch(reading)
        return _moved(aligned(surface, hiragana(reading)), word.begin()) if readable else []

    def _parts(self, token: Any) -> list[Any]:
        """The short units of a long one, unless they sound different by themselves (株式＋会社 → かぶしきがいしゃ)."""
        parts = list(token.split(self._short))
        return parts if "".join(part.reading_form() for part in parts) == token.reading_form() else [token]


def _moved(groups: Iterable[Group], by: int) -> list[Group]:
    return list(groups) if by == 0 else [Group(group.start + by, group.end + by, group.reading) for group in groups]
