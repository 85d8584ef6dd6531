"""The HTML that macros write goes round the Markdown parser: it would be read twice there and come out as it was."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field

_BLOCKS = "address|article|aside|blockquote|details|div|dl|fieldset|figure|footer|form|header|h[1-6]|main|nav|ol|p|pre|section|script|table|ul"
_START = re.compile(rf" {{0,3}}<(?P<name>{_BLOCKS})(?=[\s>])")
_APART = re.compile(r"(\n{2,})")
_STAND_IN = '<div data-aside="{}"></div>'
_STANDS_IN = re.compile(_STAND_IN.format(r"(\d+)"))
_OWN = re.compile(r' id="([^"]+)"')


@dataclass
class Aside:
    """What was taken out of one page, until its Markdown is HTML."""

    pieces: list[str] = field(default_factory=list)

    def take(self, markdown: str) -> str:
        """The page with each block of whole HTML elements replaced by an empty element of its own."""
        return "".join(map(self._stand_in, _APART.split(markdown)))

    def give_back(self, html: str) -> str:
        """The page's HTML with the blocks in their places."""
        return _STANDS_IN.sub(lambda found: self.pieces[int(found[1])], html)

    def anchors(self) -> set[str]:
        """What links can lead to in the blocks."""
        return {own for piece in self.pieces for own in _OWN.findall(piece)}

    def _stand_in(self, block: str) -> str:
        elements = whole_elements(block) if block.lstrip(" ").startswith("<") else []
        if not elements:
            return block
        self.pieces.append("\n".join(elements))
        return _STAND_IN.format(len(self.pieces) - 1)


def whole_elements(block: str) -> list[str]:
    """The elements that a block consists of, each as Markdown would leave it; none if it holds anything else."""
    found: list[str] = []
    place = 0
    while place < len(block):
        start = _START.match(block, place)
        end = _end(block, start.end(), start["name"]) if start else 0
        if not end or block[end:end + 1] not in ("", "\n"):
            return []
        found.append(block[start.start("name") - 1:end])
        place = end + 1
    return found


def _end(block: str, place: int, name: str) -> int:
    """Where the element that began before `place` ends, or 0 if it does not."""
    depth = 1
    for tag in _tags(name).finditer(block, place):
        depth += -1 if tag[0].startswith("</") else 1
        if depth == 0:
            return tag.end()
    return 0


@functools.cache
def _tags(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}>|<{name}(?=[\s>])")
