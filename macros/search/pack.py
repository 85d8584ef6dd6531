"""Documents and tables → assets/app/search-index.js, as small as a plain script can be.

Kanji take three bytes each in UTF-8, and a file is sent by gzip, whose window is shorter than our
texts. So the characters are put in order of frequency and each is written as the code of its
rank: the frequent ones take one byte, most others two. That alone makes the sent file a fifth
smaller. client/search/unpack.ts reverses it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping

from .documents import KINDS, Document

FORMAT = 1
"""Raise it with every change that client/search/unpack.ts must follow."""

# Codes that need no escape in a JavaScript string and are no surrogate.
_CODES = [*(c for c in range(0x20, 0x7F) if chr(c) not in '"\\<'), *range(0xA1, 0x2000), *range(0x3000, 0xD800)]


def packed(
    documents: Iterable[Document], readings: Mapping[str, Iterable[str]],
    synonyms: Iterable[Iterable[str]], variants: Iterable[Iterable[str]],
) -> str:
    """The script: sets `kyogikaiSearchIndex`."""
    documents = list(documents)
    kinds = list(KINDS)
    places = list(dict.fromkeys((document.address.path, document.place) for document in documents))
    number = {place: index for index, place in enumerate(places)}
    parts = {
        "places": _lines(places),
        "documents": _lines(
            (str(kinds.index(d.kind)), str(number[d.address.path, d.place]), d.address.anchor, d.title, d.also, d.text)
            for d in documents
        ),
        "readings": _lines((reading, *words) for reading, words in readings.items()),
        "synonyms": _lines(synonyms),
        "variants": _lines(variants),
    }
    rank = {c: i for i, (c, _) in enumerate(Counter("".join(parts.values())).most_common())}
    codes = str.maketrans({c: chr(_CODES[i]) for c, i in rank.items()})
    index = {
        "format": FORMAT, "kinds": [[name, KINDS[name]] for name in kinds], "alphabet": "".join(rank),
        **{name: text.translate(codes) for name, text in parts.items()},
    }
    return f"kyogikaiSearchIndex={json.dumps(index, ensure_ascii=False, separators=(',', ':'))};\n".replace("<", "\\u003c")


def _lines(rows: Iterable[Iterable[str]]) -> str:
    return "\n".join("\t".join(" ".join(value.split()) for value in row) for row in rows)
