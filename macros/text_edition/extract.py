"""A built page → its paragraphs, without layout: a heading has its mark, a row of a table says its columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..markup import Tag, tokens

_MAIN, _TURN = re.compile(r'<article class="page-body__main"[^>]*>'), re.compile('<nav class="turn"')
_MAIN_END = re.compile(r'</article>\s*(?:<nav class="toc"|</div>)')
# Not for reading: the ways around the page, controls, drawings (each has its words in the text).
_SKIPPED = {"script", "style", "svg", "template", "nav", "form", "button", "input", "select", "textarea", "dialog", "label"}
_SKIPPED_CLASSES = ("toc-fold", "visually-hidden", "table-tools", "chart", "term-card", "filters")
_VOID = {"br", "hr", "img", "input", "wbr", "meta", "link", "col"}
_INLINE = {"a", "abbr", "b", "code", "em", "i", "mark", "q", "small", "span", "strong", "sub", "sup", "time", "wbr", "kbd"}
_MARKS = {"h2": "■ ", "h3": "□ ", "h4": "◇ ", "h5": "◇ ", "li": "・", "summary": "◇ ", "dt": "・", "caption": "表 "}
_ASIDES = ("kind", "term__aka", "statistic__note")
_NO_WORDS = re.compile(r"[\u2060\s]+")


def paragraphs(page: str) -> list[str]:
    """The paragraphs of a page's main part; the first is its title."""
    made = _Writer()
    for token in _seen(tokens(_main(page))):
        made.text(token) if isinstance(token, str) else made.tag(token)
    made.flush()
    return made.lines


def _main(page: str) -> str:
    start = _MAIN.search(page)
    end = start and (_TURN.search(page, start.end()) or _MAIN_END.search(page, start.end()))
    return page[start.end():end.start()] if end else ""


def _seen(run: Iterable[Tag | str]) -> Iterator[Tag | str]:
    """Leave out what is skipped, with all that is inside it."""
    hidden: list[str] = []
    for token in run:
        if isinstance(token, str):
            if not hidden:
                yield token
        elif hidden:
            if token.name == hidden[0] and token.name not in _VOID:
                hidden.pop() if token.end else hidden.append(token.name)
        elif not token.end and _is_skipped(token):
            if token.name not in _VOID:
                hidden.append(token.name)
        else:
            yield token


def _is_skipped(tag: Tag) -> bool:
    return (
        tag.name in _SKIPPED or tag.is_of(*_SKIPPED_CLASSES)
        or tag.has("hidden") or tag.value("aria-hidden") == "true"
    )


@dataclass
class _Writer:
    """Collects lines; a table is told row by row."""

    lines: list[str] = field(default_factory=list)
    _words: list[str] = field(default_factory=list)
    _mark: str = ""
    _spans: list[str] = field(default_factory=list)
    _numbers: list[int | None] = field(default_factory=list)
    _columns: list[str] = field(default_factory=list)
    _row: list[str] | None = None
    _in_head: bool = False

    def text(self, words: str) -> None:
        self._words.append(words)

    def tag(self, tag: Tag) -> None:
        if tag.name in ("table", "thead", "tr", "td", "th"):
            self._table(tag)
        elif tag.name in ("ol", "ul"):
            self.flush()
            self._numbers.pop() if tag.end else self._numbers.append(0 if tag.name == "ol" else None)
        elif tag.name == "a" and not tag.end and tag.is_of("source-mark"):
            self._words.append("（出典")
        elif tag.name == "span":
            self._span(tag)
        elif tag.name not in _INLINE:
            self._block(tag)

    def _span(self, tag: Tag) -> None:
        """A word set off by its look alone is set off by brackets."""
        if not tag.end:
            aside = tag.is_of(*_ASIDES)
            self._words.append("（" if aside else "")
            self._spans.append("）" if aside else "")
        elif self._spans:
            self._words.append(self._spans.pop())

    def _block(self, tag: Tag) -> None:
        if self._row is not None:
            return  # a cell is one piece, whatever is in it
        self.flush()
        if tag.end:
            return
        if tag.is_of("easy-words"):
            self._mark = "（やさしい日本語）"
        elif tag.name == "li" and self._numbers and self._numbers[-1] is not None:
            self._numbers[-1] += 1
            self._mark = f"{self._numbers[-1]}　"
        elif tag.name in _MARKS:
            self._mark = _MARKS[tag.name]

    def _table(self, tag: Tag) -> None:
        if tag.name in ("td", "th"):
            if tag.end and self._row is not None:
                self._row.append(self._take())
            return
        if tag.name == "tr":
            self.flush()
            if not tag.end:
                self._row = []
            elif self._row is not None:
                row, self._row = self._row, None
                self._tell(row)
        elif tag.name == "thead":
            self._in_head = not tag.end
        else:
            self.flush()
            self._columns = []

    def _tell(self, row: list[str]) -> None:
        if self._in_head:
            self._columns = row
        elif len(self._columns) == len(row):
            first, *others = row
            self.lines.append(f"・{first}。" + "、".join(f"{column}は{cell or 'なし'}" for column, cell in zip(self._columns[1:], others)))
        else:
            self.lines.append("・" + "、".join(row))

    def _take(self) -> str:
        words = _NO_WORDS.sub(" ", "".join(self._words).replace("\u2060", "")).strip()
        self._words = []
        return re.sub(r"（出典\s*(\d+)", r"（出典\1）", words)

    def flush(self) -> None:
        """End the paragraph."""
        words = self._take()
        if words and self._row is None:
            self.lines.append(self._mark + words)
            self._mark = ""
