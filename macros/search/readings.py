"""Readings for searches in kana: しゅひぎむ finds 守秘義務.

Words come from the texts by SudachiPy; data/guidelines/readings.yml goes first, and in the browser the glossary.
"""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from ..memo import kept

_KANJI = re.compile(r"[\u4e00-\u9fff々]")
_WORD = re.compile(r"[\u4e00-\u9fff々ぁ-ゖァ-ヶー]+")
_HIRAGANA = str.maketrans({chr(code): chr(code - 0x60) for code in range(ord("ァ"), ord("ヶ") + 1)})
_MOST = 4
_FEWEST = 5
_PARTS = {"名詞", "動詞", "形容詞", "形状詞", "接尾辞", "接頭辞"}


def reading_table(texts: Iterable[str], known: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Reading → the words that are read so, the most frequent first, at most four.

    `known` are (reading, word) pairs that are right whatever the dictionary says. A word of the
    texts that occurs less than five times is left out: it would cost more than it finds.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for (reading, word), count in _counted(texts).items():
        if count >= _FEWEST:
            counts[reading][word] += count
    for reading, word in known:
        if _KANJI.search(word) and len(reading) > 1:
            counts[reading][word] += 1000
    return {reading: [word for word, _ in counts[reading].most_common(_MOST)] for reading in sorted(counts)}


def hiragana(text: str) -> str:
    """Katakana → hiragana."""
    return text.translate(_HIRAGANA)


def _counted(texts: Iterable[str]) -> Counter[tuple[str, str]]:
    """How often each (reading, word) with kanji occurs in the texts; a text that stands there twice is read once."""
    counts: Counter[tuple[str, str]] = Counter()
    for text, times in Counter(texts).items():
        for pair in _pairs(text):
            counts[pair] += times
    return counts


@kept
def _pairs(text: str) -> list[tuple[str, str]]:
    return list(_tokens(text))


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    for token in _tokenizer().tokenize(text):
        word = token.surface()
        if _KANJI.search(word) and _WORD.fullmatch(word) and token.part_of_speech()[0] in _PARTS:
            reading = hiragana(token.reading_form())
            if len(reading) > 1:
                yield reading, word


@functools.cache
def _tokenizer() -> Any:
    from sudachipy import Dictionary, SplitMode

    return Dictionary(dict="core").tokenizer(SplitMode.A)
