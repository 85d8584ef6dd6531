"""What the browser needs to show readings: one list of words, and the texts that it would read wrongly.

The browser takes the longest word at each place (client/furigana/words.ts does as `greedy` does
here). Most texts come out right; for the others the file holds their words in order,
under a hash of the text. So a text that a script composes has readings too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ..memo import kept
from .align import KANJI, Group
from .pages import Node, blocks
from .reader import Reader

Word = tuple[str, str]
"""Surface and reading of a group."""


@dataclass
class Readings:
    """The words of many texts: how often each occurs, and the groups of each text."""

    counts: Counter[Word] = field(default_factory=Counter)
    texts: dict[str, tuple[Group, ...]] = field(default_factory=dict)
    _seen: set[tuple[Node, ...]] = field(default_factory=set)

    def add(self, page: str, reader: Reader) -> None:
        """Add the texts of a built page; what an earlier page had too is not counted again."""
        for block in page_blocks(page):  # in the page's order, so that every build gives the same file
            if block in self._seen:
                continue
            self._seen.add(block)
            for text, groups in node_groups(block, reader):
                self.counts.update(_words(text, groups))
                self.texts.setdefault(text, groups)

    def default(self) -> dict[str, str]:
        """Surface → its most frequent reading."""
        found: dict[str, str] = {}
        for (surface, reading), _ in sorted(self.counts.items(), key=lambda item: (-item[1], item[0])):
            found.setdefault(surface, reading)
        return found

    def file(self, terms: Iterable[str]) -> dict[str, object]:
        """The data of assets/app/furigana-words.js (`Dictionary` in client/furigana/words.ts)."""
        default = self.default()
        guess = Guess(default)
        wrong = {
            text: _words(text, groups) for text, groups in sorted(self.texts.items())
            if _sound(text, guess.groups(text)) != _sound(text, groups)
        }
        used = {word for words in wrong.values() for word in words}
        words = [*default.items(), *sorted(used - set(default.items()))]
        number = {word: index for index, word in enumerate(words)}
        return {
            "words": "\n".join(f"{surface},{reading}" for surface, reading in words),
            "first": len(default),
            "texts": {text_hash(text): " ".join(str(number[word]) for word in found) for text, found in wrong.items()},
            "terms": "\n".join(sorted(terms)),
        }


class Guess:
    """The longest word at each place from the left, as the browser reads a text that is in no list."""

    def __init__(self, default: Mapping[str, str]) -> None:
        self._default = default
        self._longest: dict[str, int] = {}
        for surface in default:
            self._longest[surface[0]] = max(len(surface), self._longest.get(surface[0], 0))

    def groups(self, text: str) -> Iterator[Group]:
        """Groups in the order of the text."""
        place = 0
        while place < len(text):
            surface = self._word(text, place) if text[place] in self._longest else ""
            if surface:
                yield Group(place, place + len(surface), self._default[surface])
            place += len(surface) or 1

    def _word(self, text: str, place: int) -> str:
        if text[place].isdigit() and place and text[place - 1].isdigit():
            return ""
        for length in range(self._longest[text[place]], 0, -1):
            if text[place:place + length] in self._default:
                return text[place:place + length]
        return ""


@kept
def page_blocks(page: str) -> list[tuple[Node, ...]]:
    """The blocks of a page that have kanji."""
    return list(blocks(page))


@kept
def node_groups(block: tuple[Node, ...], reader: Reader) -> list[tuple[str, tuple[Group, ...]]]:
    """Each text node of a block, trimmed, with its groups; a word across two nodes is read in parts."""
    return list(_node_groups(block, reader))


def _node_groups(block: tuple[Node, ...], reader: Reader) -> Iterator[tuple[str, tuple[Group, ...]]]:
    groups = reader.groups("".join(node.text for node in block))
    start = 0
    for node in block:
        text, end = node.text.strip(), start + len(node.text)
        if KANJI.search(text) and not node.given:
            before = start + len(node.text) - len(node.text.lstrip())
            touching = [group for group in groups if group.end > before and group.start < before + len(text)]
            if all(before <= group.start and group.end <= before + len(text) for group in touching):
                yield text, tuple(Group(g.start - before, g.end - before, g.reading) for g in touching)
            else:
                yield text, reader.groups(text)
        start = end


def _words(text: str, groups: Iterable[Group]) -> list[Word]:
    return [(text[group.start:group.end], group.reading) for group in groups]


def _sound(text: str, groups: Iterable[Group]) -> list[tuple[int, str]]:
    """Neighbouring groups as one: where they part does not matter to a reader."""
    found: list[tuple[int, str]] = []
    end = -1
    for group in groups:
        if group.start == end:
            found[-1] = (found[-1][0], found[-1][1] + group.reading)
        else:
            found.append((group.start, group.reading))
        end = group.end
    return found


def text_hash(text: str) -> str:
    """FNV-1a over UTF-16 code units, 32 bits, in base 36."""
    value = 0x811C9DC5
    data = text.encode("utf-16-le")
    for low, high in zip(data[::2], data[1::2]):
        value = ((value ^ (low | high << 8)) * 0x01000193) & 0xFFFFFFFF
    digits = ""
    while value:
        value, digit = divmod(value, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits or "0"
