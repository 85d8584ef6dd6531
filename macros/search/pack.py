"""Documents and tables → assets/app/search-index.js, as small as a plain script can be (transform.py)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from .documents import KINDS, Document
from .transform import transformed

FORMAT = 4
"""Raise it with every change that client/search/unpack.ts must follow."""

SEPARATOR = "\ue000"  # private use: no text has it (a rule of macros/check)


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
    text = SEPARATOR.join(parts)
    symbols, end, codes = ("", 0, text) if quick else transformed(text)
    index = {"format": FORMAT, "kinds": [[name, KINDS[name]] for name in kinds], "symbols": symbols, "end": end, "codes": codes}
    return f"kyogikaiSearchIndex={json.dumps(index, ensure_ascii=False, separators=(',', ':'))};\n".replace("<", "\\u003c")


def _anchor(document: Document) -> str:
    """The anchor; the name of its page stands in it as *, since most ids of parts hold it."""
    return document.address.anchor.replace(PurePosixPath(document.address.path).stem, "*", 1)


def _lines(rows: Iterable[Iterable[str]]) -> str:
    return "\n".join("\t".join(" ".join(value.split()) for value in row) for row in rows)
