"""Rules between data and docs/: every page of the data has its page of prose, and the other way round."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ..faults import Fault
from ..model.fields import Place
from ..model.files import Handbook
from ..model.knowledge import Page
from .common import fault

_SECTION_CALL = re.compile(r"""\{\{\s*section\(\s*["']([^"']+)["']""")


def faults(handbook: Handbook, root: Path) -> Iterator[Fault]:
    """All faults between the pages of the data, the chapters, and `root`/docs."""
    yield from _pages_are_in_one_chapter(handbook)
    for page in handbook.pages:
        yield from _page_has_its_prose(page, root)
    yield from _prose_has_its_page(root)


def _pages_are_in_one_chapter(handbook: Handbook) -> Iterator[Fault]:
    """A page stands in the list of exactly one chapter: that of its folder; its id is its file's name."""
    listed = Counter(page for chapter in handbook.chapters for page in chapter.pages)
    folders = {page: chapter.folder for chapter in handbook.chapters for page in chapter.pages}
    for page in handbook.pages:
        place = PurePosixPath(page.place.path)
        if page.id != f"page-{place.stem}":
            yield fault(page.id, page, f"id「{page.id}」とファイル名「{place.name}」が合いません。id を「page-{place.stem}」にしてください")
        if listed[page.id] == 0:
            yield fault(page.id, page, f"「{page.id}」が目次にありません。chapters.yml の {place.parent.name} の pages に書き足してください")
        elif listed[page.id] > 1 or folders[page.id] != place.parent.name:
            yield fault(page.id, page, f"「{page.id}」は chapters.yml の {place.parent.name} の pages に一度だけ書いてください")


def _page_has_its_prose(page: Page, root: Path) -> Iterator[Fault]:
    """docs/handbook/<folder>/<slug>.md exists and calls every section of the page once."""
    place = PurePosixPath(page.place.path)
    name = f"docs/handbook/{place.parent.name}/{place.stem}.md"
    path = root / name
    if not path.is_file():
        yield fault(page.id, page, f"{name} がありません。ほかのページをまねて作ってください")
        return
    calls = Counter(_SECTION_CALL.findall(path.read_text(encoding="utf-8")))
    own = {section.id for section in page.sections}
    for section in page.sections:
        if calls[section.id] != 1:
            yield fault(section.id, section, f"節「{section.id}」を {name} に {{{{ section(\"{section.id}\") }}}} と一度だけ書いてください（いまは {calls[section.id]} 回）")
    for call in calls.keys() - own:
        yield Fault(Place(name, _line(path, call)), f"節「{call}」は {page.place.path} にありません。id を確かめてください")


def _prose_has_its_page(root: Path) -> Iterator[Fault]:
    """A file in docs/handbook/<folder>/ has its data file."""
    for path in sorted((root / "docs" / "handbook").glob("*/*.md")):
        record = f"data/guidelines/topics/{path.parent.name}/{path.stem}.yml"
        if path.stem != "index" and not (root / record).is_file():
            name = path.relative_to(root).as_posix()
            yield Fault(Place(name, 1), f"{record} がありません。データを作るか、このファイルを消してください")


def _line(path: Path, wanted: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if wanted in line), 1)
