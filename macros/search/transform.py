"""A text → the same in fewer bytes, in the characters that a script may hold: the Burrows–Wheeler transform.

A file is sent by gzip, whose window is shorter than our texts, and kanji take three bytes each in
UTF-8. The transform brings characters together that stand before the same words; most of them are
then the one that was written last, or one of a few before it. So each is written as the number of
others since it was last used, and runs of the same as a number in two digits. gzip's Huffman code does
the rest: the sent file is a third smaller than the plain text's. client/search/transform.ts reverses it.

Source: M. Burrows and D. J. Wheeler, A Block-sorting Lossless Data Compression Algorithm, 1994.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

# Codes that need no escape in a JavaScript string and are no surrogate, the frequent ones of one byte.
_CODES = [*(c for c in range(0x20, 0x7F) if chr(c) not in '"\\<'), *range(0xA1, 0x2000), *range(0x3000, 0xD800)]
_END = "\0"
_LOOK = 24  # characters that are compared at first; most of our texts differ within them


def transformed(text: str) -> tuple[str, int, str]:
    """The characters of `text` in order, the place of its end among the transformed ones, and those as codes."""
    if _END in text or max(text, default="") > "\uffff":
        raise ValueError("text holds U+0000 or a character of two UTF-16 units")
    before = [text[start - 1] if start else _END for start in _sorted(text + _END, range(len(text) + 1))]
    end = before.index(_END)
    symbols = sorted(set(text))
    return "".join(symbols), end, "".join(chr(_CODES[n]) for n in _in_runs(_since(before[:end] + before[end + 1 :], symbols)))


def _sorted(text: str, starts: Iterable[int], at: int = 0, look: int = _LOOK) -> list[int]:
    """Where the ends of `text` start, in their order; those at `starts` are the same up to `at`."""
    def key(start: int) -> str:
        return text[start + at : start + at + look]

    found: list[int] = []
    for _, group in groupby(sorted(starts, key=key), key=key):
        same = list(group)
        found += same if len(same) == 1 else _sorted(text, same, at + look, look * 2)
    return found


def _since(characters: Iterable[str], symbols: Iterable[str]) -> list[int]:
    """How many other characters were used since each of `characters` was last."""
    latest = list(symbols)
    numbers: list[int] = []
    for character in characters:
        number = latest.index(character)
        numbers.append(number)
        if number:
            latest.insert(0, latest.pop(number))
    return numbers


def _in_runs(numbers: Iterable[int]) -> Iterable[int]:
    """Runs of 0 as their length in the digits 0 (one) and 1 (two), the lowest first; all other numbers one higher."""
    for number, group in groupby(numbers):
        length = sum(1 for _ in group)
        if number:
            yield from [number + 1] * length
        while not number and length:
            yield 1 - length % 2
            length = (length - 1) // 2
