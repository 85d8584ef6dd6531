"""The list of all handouts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from ...load import walk
from ...model.checklists import Checklist
from ...model.files import Handbook
from ...model.knowledge import Chapter
from ...relations import cited
from ..browser import Press
from ..part import Part
from .content import chapter_content
from .studio import SITE_NAME, Studio
from .terms import entries

_SHEETS = {"municipality": "市町村・圏域用", "prefecture": "都道府県用"}


def parts(handbook: Handbook, root: Path, press: Press) -> list[Part]:
    """Every handout, known by name before any is made. `press` must stay open while they are written."""
    studio = Studio(handbook, root, press)
    return [*_chapters(studio), _book(studio), *_checklists(studio), *_worksheets(studio), _easy(studio)]


def _chapters(studio: Studio) -> Iterator[Part]:
    for chapter in (chapter for chapter in studio.handbook.chapters if chapter.pages):
        for form, kind, words in (("a4", "handout", ""), ("large", "large-print", "（大きな文字）")):
            title = f"{chapter.title}　配布資料{words}"
            write = partial(_write_chapter, studio, chapter, form, title)
            yield Part(f"handout-{chapter.folder}-{form}", kind, title, f"handouts/{chapter.folder}-{form}.pdf", chapter.id, write)


def _write_chapter(studio: Studio, chapter: Chapter, form: str, title: str) -> bytes:
    content = chapter_content(chapter, studio.handbook, studio.root, large=form == "large")
    return studio.make("chapter.html", form, title, chapter=content)


def _book(studio: Studio) -> Part:
    title = f"{SITE_NAME}　全体版"

    def write() -> bytes:
        handbook = studio.handbook
        chapters = [chapter_content(chapter, handbook, studio.root, large=False) for chapter in handbook.chapters if chapter.pages]
        return studio.make("book.html", "a4", title, chapters=chapters, entries=entries(chapters, handbook))

    return Part("handout-book", "handout", title, "handouts/handbook-a4.pdf", "handbook", write)


def _checklists(studio: Studio) -> Iterator[Part]:
    for checklist in studio.handbook.checklists:
        for form, kind, words in (("a4", "checklist", "（記入前）"), ("easy", "easy", "（やさしい言葉）")):
            title = f"{checklist.title}{words}"
            write = partial(_write_checklist, studio, checklist, form, title)
            yield Part(f"checklist-{checklist.id}-{form}", kind, title, f"checklists/{checklist.id}-{form}.pdf", checklist.id, write)


def _write_checklist(studio: Studio, checklist: Checklist, form: str, title: str) -> bytes:
    used = {citation.source for record in walk(checklist) for citation in getattr(record, "sources", ())}
    documents = [source.id for source in studio.handbook.sources if source.id in used]
    return studio.make("checklist.html", form, title, checklist=checklist, scale=studio.handbook.index[checklist.scale], documents=documents)


def _worksheets(studio: Studio) -> Iterator[Part]:
    for kind, words in _SHEETS.items():
        title = f"ブロック会議のワークシート（{words}）"
        yield Part(f"worksheet-{kind}", "worksheet", title, f"handouts/worksheet-{kind}.pdf", "worksheet",
                   partial(studio.make, "worksheet.html", "a4", title, kind=kind))


def _easy(studio: Studio) -> Part:
    title = f"{SITE_NAME}　わかりやすい版（ふりがな付き）"

    def write() -> bytes:
        documents = {own for page in studio.handbook.easy for own in cited(page, studio.handbook)}
        return studio.make("easy.html", "easy", title, documents=documents)

    return Part("handout-easy", "easy", title, "handouts/easy.pdf", "easy", write)
