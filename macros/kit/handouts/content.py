"""What a handout of handbook pages holds: the blocks of each page in the order of its prose, and numbered sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ...charts import Chart, chart
from ...figures import drawings
from ...figures.content import Content
from ...figures.shapes import Drawing
from ...load import walk
from ...model.evidence import Row, Statistic
from ...model.fields import Record
from ...model.figures import Figure
from ...model.files import Handbook
from ...model.knowledge import Chapter, Citation, FunctionSet, Page, Section

MANY_ROWS = 20
"""A table longer than this is a matter for the site; a handout shows its totals."""
_CALL = re.compile(r"""\{\{\s*(section|picture|statistic|functions|meetings)\(\s*(?:["']([^"']+)["'])?\s*\)""")


@dataclass(frozen=True)
class Block:
    """A part of a page. `kind` names the template's macro; `record` is what it shows."""

    kind: str
    record: Record | None
    chart: Chart | None = None
    rows: tuple[Row, ...] = ()
    content: Content | None = None
    drawing: Drawing | None = None


@dataclass(frozen=True)
class PageContent:
    """A handbook page on paper."""

    page: Page
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class ChapterContent:
    """A chapter on paper, with the number of each source place."""

    chapter: Chapter
    pages: tuple[PageContent, ...]
    numbers: dict[Citation, int]


def chapter_content(chapter: Chapter, handbook: Handbook, root: Path, *, large: bool) -> ChapterContent:
    """Gather a chapter; drawings are the narrow ones for large print, so that their words are large too."""
    pages = tuple(
        PageContent(page, tuple(_blocks(page, handbook, root, large)))
        for page in (handbook.index[own] for own in chapter.pages)
    )
    return ChapterContent(chapter, pages, numbered(citations(pages, handbook)))


def numbered(found: Iterable[Citation]) -> dict[Citation, int]:
    """Citation → number, each place of a source once, in the order of the text."""
    return {citation: number for number, citation in enumerate(dict.fromkeys(found), 1)}


def citations(pages: Iterable[PageContent], handbook: Handbook) -> Iterator[Citation]:
    """Every citation in reading order."""
    for content in pages:
        for block in content.blocks:
            records = handbook.meetings if block.kind == "meetings" else (block.record,)
            for record in records:
                for inner in walk(record):
                    yield from getattr(inner, "sources", ())


def _blocks(page: Page, handbook: Handbook, root: Path, large: bool) -> Iterator[Block]:
    prose = root / "docs" / page.place.path.replace("data/guidelines/topics", "handbook").replace(".yml", ".md")
    for kind, own in _CALL.findall(prose.read_text(encoding="utf-8")):
        record = handbook.index.get(own)
        if isinstance(record, Statistic):
            yield Block(kind, record, chart=chart(record), rows=_rows(record))
        elif isinstance(record, Figure):
            content, narrow, wide = drawings(record, handbook)
            yield Block(kind, record, content=content, drawing=narrow if large else wide)
        elif isinstance(record, (Section, FunctionSet)) or kind == "meetings":
            yield Block(kind, record)


def _rows(statistic: Statistic) -> tuple[Row, ...]:
    if len(statistic.rows) <= MANY_ROWS:
        return statistic.rows
    return tuple(row for row in statistic.rows if row.total)
