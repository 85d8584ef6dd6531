"""The list of all handouts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from ...model.files import Handbook
from ..browser import Press
from ..part import Part
from .content import chapter_content
from .studio import Studio


def parts(handbook: Handbook, root: Path, press: Press) -> list[Part]:
    """Every handout, known by name before any is made. `press` must stay open while they are written."""
    studio = Studio(handbook, root, press)
    return list(_chapters(studio))


def _chapters(studio: Studio) -> Iterator[Part]:
    for chapter in studio.handbook.chapters:
        if not chapter.pages:
            continue
        for form, kind, words in (("a4", "handout", ""), ("large", "large-print", "（大きな文字）")):
            title = f"{chapter.title}　配布資料{words}"

            def write(chapter=chapter, form=form, title=title) -> bytes:
                content = chapter_content(chapter, studio.handbook, studio.root, large=form == "large")
                return studio.make("chapter.html", form, title, chapter=content)

            yield Part(f"handout-{chapter.folder}-{form}", kind, title, f"handouts/{chapter.folder}-{form}.pdf", chapter.id, write)
