"""The texts of built pages, as the browser will find them: text nodes, each within its block."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from ..markup import tokens
from .align import KANJI

# Never shown, or shown where no reading can stand (client/furigana/texts.ts leaves out the same).
SILENT = ("script", "style", "svg", "textarea", "select", "title")
_INLINE = {
    "a", "abbr", "b", "bdi", "cite", "code", "em", "i", "kbd", "label", "mark", "q", "s", "small", "span",
    "strong", "sub", "sup", "time", "u", "wbr",
}
_DATA = re.compile(r'<script type="application/json"[^>]*>(.*?)</script>', re.S)
_SILENT = re.compile(rf"<({'|'.join(SILENT)})\b.*?</\1>", re.S)


class Node(NamedTuple):
    """One text node; `given` is the reading that the author wrote for it, if any."""

    text: str
    given: str = ""


def blocks(page: str) -> Iterator[tuple[Node, ...]]:
    """Yield the text nodes of each block of a page that has kanji, in the order of the page."""
    for data in _DATA.finditer(page):
        # The page of own checklists leaves its data empty until a file is dropped.
        strings = _strings(json.loads(data[1])) if data[1].strip() else ()
        yield from ((Node(text),) for text in strings if KANJI.search(text))
    page = _SILENT.sub("<hr>", page)
    block: list[Node] = []
    given = ""
    for token in tokens(page):
        if isinstance(token, str):
            block.append(Node(token, given))
            continue
        given = token.value("data-yomi") if "data-yomi" in token.raw else ""
        if token.name not in _INLINE:
            yield from _worth(block)
            block = []
    yield from _worth(block)


def _worth(block: list[Node]) -> Iterator[tuple[Node, ...]]:
    if any(KANJI.search(node.text) for node in block):
        yield tuple(block)


def _strings(value: object) -> Iterator[str]:
    """Every text in JSON data: a script may show it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)
