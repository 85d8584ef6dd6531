"""The built pages as a run of tags and texts: fast, since the pages are our own and well formed."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

_TAG = re.compile(r"""<!--.*?-->|<(?P<end>/?)(?P<name>[A-Za-z][\w-]*)(?:"[^"]*"|'[^']*'|[^'">]+)*>|<![^>]*>""", re.S)
_ATTRIBUTE = """ {name}="([^"]*)\""""


class Tag(NamedTuple):
    """A tag as it is written."""

    name: str
    end: bool
    raw: str

    def has(self, name: str) -> bool:
        """True if the tag bears the attribute, with or without a value."""
        return f" {name}" in self.raw and re.search(rf" {name}[ =>]", self.raw) is not None

    def value(self, name: str) -> str:
        """The value of an attribute; "" if there is none."""
        if f" {name}=" not in self.raw:
            return ""  # most tags
        found = re.search(_ATTRIBUTE.format(name=name), self.raw)
        return html.unescape(found[1]) if found else ""

    def is_of(self, *classes: str) -> bool:
        """True if the tag bears one of the classes."""
        return not set(classes).isdisjoint(self.value("class").split())


def tokens(page: str) -> Iterator[Tag | str]:
    """Yield the tags and, between them, the texts (unescaped) of a page."""
    done = 0
    for match in _TAG.finditer(page):
        if match.start() > done:
            yield html.unescape(page[done:match.start()])
        done = match.end()
        if match["name"]:
            yield Tag(match["name"].lower(), bool(match["end"]), match[0])
    if done < len(page):
        yield html.unescape(page[done:])
