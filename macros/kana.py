"""The order of a Japanese index: あ行, か行 … わ行, and last the words in Latin letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any

_ROWS = {
    "あ": "あいうえお", "か": "かきくけこ", "さ": "さしすせそ", "た": "たちつてと", "な": "なにぬねの",
    "は": "はひふへほ", "ま": "まみむめも", "や": "やゆよ", "ら": "らりるれろ", "わ": "わをん",
}
_SMALL = str.maketrans("ぁぃぅぇぉっゃゅょゎ", "あいうえおつやゆよわ")


def kana_rows(terms: Iterable[Any]) -> list[tuple[str, str, list[Any]]]:
    """Return (anchor, heading, terms) for each row that has terms, in order of their readings."""
    groups: dict[str, list[Any]] = {row: [] for row in (*_ROWS, "")}
    for term in sorted(terms, key=lambda term: term.reading):
        groups[row_of(term.reading)].append(term)
    return [
        (f"row-{list(groups).index(row) + 1}", f"{row}行" if row else "英字・記号", found)
        for row, found in groups.items() if found
    ]


def row_of(reading: str) -> str:
    """The row of a reading: が → か, っ → た; "" where it is no kana."""
    first = unicodedata.normalize("NFD", reading.lstrip("（("))[:1].translate(_SMALL)
    return next((row for row, letters in _ROWS.items() if first and first in letters), "")
