"""Built pages that stand for no record (about, overviews, workbenches …) → documents, one for each heading."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from html.parser import HTMLParser

from ..addresses import Address
from ..memo import kept
from .documents import Document, kind_of_page

_SILENT = {"script", "style", "template", "svg", "nav", "select", "dialog"}
_LONGEST = 100  # characters of a text: these pages say in their headings what they are for
_HEADINGS = {"h1", "h2", "h3"}
_BEFORE_HEADING = re.compile(r"(?=<h[1-3])")
_VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def page_documents(
    pages: Mapping[str, tuple[str, str]], places: Mapping[str, Address], known: Container[str], tops: Container[str] = (),
) -> Iterator[Document]:
    """Documents of `pages` (path → title and HTML of the content).

    A page that shows records gives only its title: what it shows is found by the records.
    A heading among the `known` titles (a chapter in an overview) is a record's own, and so are the pages at `tops`.
    """
    shown = {address.path for address in places.values()}
    for path, (title, html) in pages.items():
        if path in tops:
            continue
        kind, parts = kind_of_page(path), _parts(html, path in shown)
        lead = parts[0][2] if parts else ""
        yield Document(kind, Address(path), title, lead[:_LONGEST])
        for anchor, heading, text in parts[1:] if path not in shown else ():
            if heading != title and heading not in known:
                yield Document(kind, Address(path, anchor), heading, text[:_LONGEST], place=title)


@kept
def _parts(html: str, lead_only: bool) -> list[list[str]]:
    """Anchor, heading and text of each part; `lead_only` stops at the first heading."""
    reader = _Reader()
    for piece in _BEFORE_HEADING.split(html):
        reader.feed(piece)
        if lead_only and len(reader.parts) > 1:
            break
    return reader.parts


class _Reader(HTMLParser):
    """Collects the text under each heading; what is no reading text (scripts, navigation, hidden) is left out."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[list[str]] = [["", "", ""]]  # anchor, heading, text
        self._silent: list[str] = []
        self._heading = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a part at a heading; be silent inside what is not read."""
        names = dict(attrs)
        if tag in _VOID:
            return
        if self._silent or tag in _SILENT or "hidden" in names or "data-search-exclude" in names:
            self._silent.append(tag)
        elif tag in _HEADINGS:
            self.parts.append([names.get("id") or self.parts[-1][0], "", ""])
            self._heading = tag

    def handle_endtag(self, tag: str) -> None:
        """End the silence or the heading."""
        if self._silent:
            if tag in self._silent:
                while self._silent.pop() != tag:
                    pass
        elif tag == self._heading:
            self._heading = ""

    def handle_data(self, data: str) -> None:
        """Add text to the heading or to what stands under it."""
        if not self._silent and (text := " ".join(data.split())):
            self.parts[-1][1 if self._heading else 2] += text
