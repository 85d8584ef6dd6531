"""Documents and tables → assets/app/search-index.js, as small as a plain script can be.

A file is sent by gzip, whose window is shorter than our texts, and kanji take three bytes each in
UTF-8. So the most frequent pairs of characters become one symbol each, and every symbol is
written as the code of its rank: the frequent ones take one byte, most others two. That alone
makes the sent file a fourth smaller. client/search/unpack.ts reverses it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from .documents import KINDS, Document

FORMAT = 3
"""Raise it with every change that client/search/unpack.ts must follow."""

SEPARATOR = "\ue000"
_FIRST_SYMBOL = 0xE001  # private use: no text has it (a rule of macros/check)
_STRUCTURE = {SEPARATOR, "\n", "\t"}
_ROUNDS, _PER_ROUND, _LOOK = 5, 240, 2000

# Codes that need no escape in a JavaScript string and are no surrogate.
_CODES = [*(c for c in range(0x20, 0x7F) if chr(c) not in '"\\<'), *range(0xA1, 0x2000), *range(0x3000, 0xD800)]


def packed(
    documents: Iterable[Document], readings: Mapping[str, Iterable[str]],
    synonyms: Iterable[Iterable[str]], variants: Iterable[Iterable[str]], *, quick: bool = False,
) -> str:
    """The script: sets `kyogikaiSearchIndex`. `quick` leaves the texts long, for whoever waits and has no line between."""
    documents = list(documents)
    kinds = list(KINDS)
    places = list(dict.fromkeys((document.address.path, document.place) for document in documents))
    number = {place: index for index, place in enumerate(places)}
    rows = [
        (str(kinds.index(d.kind)), str(number[d.address.path, d.place]), _anchor(d), d.title, d.also, d.asked, d.text)
        for d in documents
    ]
    parts = [
        _lines(places), _lines((reading, *words) for reading, words in readings.items()), _lines(synonyms), _lines(variants),
        *("\n".join(" ".join(value.split()) for value in column) for column in zip(*rows)),
    ]
    symbols, (places_, readings_, synonyms_, variants_, *columns) = shortened(parts, 0 if quick else _ROUNDS)
    index = {
        "format": FORMAT, "kinds": [[name, KINDS[name]] for name in kinds], "symbols": symbols,
        "places": places_, "readings": readings_, "synonyms": synonyms_, "variants": variants_, "documents": columns,
    }
    return f"kyogikaiSearchIndex={json.dumps(index, ensure_ascii=False, separators=(',', ':'))};\n".replace("<", "\\u003c")


def shortened(parts: Iterable[str], rounds: int = _ROUNDS) -> tuple[str, list[str]]:
    """The symbols in the order of their codes, parted by SEPARATOR, and the parts written with them."""
    text = SEPARATOR.join(parts)
    meaning: dict[str, str] = {}
    for _ in range(rounds):
        for pair in _frequent_pairs(text):
            symbol = chr(_FIRST_SYMBOL + len(meaning))
            meaning[symbol] = "".join(meaning.get(c, c) for c in pair)
            text = text.replace(pair, symbol)
    ranked = [c for c, _ in Counter(text).most_common() if c != SEPARATOR]
    codes = str.maketrans({c: chr(_CODES[i]) for i, c in enumerate(ranked)})
    return SEPARATOR.join(meaning.get(c, c) for c in ranked), text.translate(codes).split(SEPARATOR)


def _frequent_pairs(text: str) -> list[str]:
    """The most frequent pairs of neighbours; no two share a character, so that all can be replaced at once."""
    found: list[str] = []
    used: set[str] = set(_STRUCTURE)
    for first, second in (pair for pair, _ in Counter(zip(text, text[1:])).most_common(_LOOK)):
        if not used & {first, second}:
            found.append(first + second)
            used |= {first, second}
    return found[:_PER_ROUND]


def _anchor(document: Document) -> str:
    """The anchor; the name of its page stands in it as *, since most ids of parts hold it."""
    return document.address.anchor.replace(PurePosixPath(document.address.path).stem, "*", 1)


def _lines(rows: Iterable[Iterable[str]]) -> str:
    return "\n".join("\t".join(" ".join(value.split()) for value in row) for row in rows)
