"""Where each record stands on the site: the one place that knows the addresses."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from .load import walk
from .model.checklists import Checklist
from .model.easy import EasyPage
from .model.fields import Record
from .model.files import Handbook
from .model.forms import Form
from .model.guidance import LearningPath, Quiz
from .model.guides import Guide
from .model.knowledge import Page
from .model.tools import Tool
from .model.types import own_field

_LISTS = {
    "laws": "laws/index.html",
    "cases": "cases/index.html",
    "terms": "glossary/index.html",
    "faqs": "faq/index.html",
    "troubles": "trouble/index.html",
    "events": "calendar/index.html",
    "differences": "laws/differences.html",
    "sources": "about/sources.html",
    "updates": "about/updates.html",
}


@dataclass(frozen=True)
class Address:
    """A page of the site (path from its root) and the anchor in it."""

    path: str
    anchor: str = ""

    def seen_from(self, path: str) -> str:
        """Relative link from the page at `path`; works over http and from file://."""
        if path == self.path and self.anchor:
            return f"#{self.anchor}"
        relative = posixpath.relpath(self.path, posixpath.dirname(path) or ".")
        return f"{relative}#{self.anchor}" if self.anchor else relative


GLOSSARY = Address(_LISTS["terms"])


def page_path(page: Page) -> str:
    """Path of a handbook page: topics/<folder>/<slug>.yml → handbook/<folder>/<slug>.html."""
    place = PurePosixPath(page.place.path)
    return f"handbook/{place.parent.name}/{place.stem}.html"


def easy_path(page: EasyPage) -> str:
    """Path of a page in plain Japanese: easy-<name> → easy/<name>.html."""
    return f"easy/{page.id.removeprefix('easy-')}.html"


def checklist_path(checklist: Checklist) -> str:
    """Path of a self-check page."""
    return f"self-check/{checklist.id}.html"


def lesson_path(lesson: LearningPath | Quiz) -> str:
    """Path of a learning path (path-…) or a quiz (quiz-…)."""
    return f"learn/{lesson.id}.html"


def tool_path(tool: Tool) -> str:
    """Path of a tool: tool-<name> → tools/<name>.html."""
    return f"tools/{tool.id.removeprefix('tool-')}.html"


def form_path(form: Form) -> str:
    """Path of a form's page: form-<name> → templates/<name>.html."""
    return f"templates/{form.id.removeprefix('form-')}.html"


def guide_path(guide: Guide) -> str:
    """Path of a facilitation guide: guide-<name> → kit/guides/<name>.html."""
    return f"kit/guides/{guide.id.removeprefix('guide-')}.html"


def addresses(handbook: Handbook) -> Mapping[str, Address]:
    """Return id → address for every record that a reader can be sent to."""
    found: dict[str, Address] = {}

    def put(record: Record, path: str, *, top: bool) -> None:
        if own_field(type(record)):  # rows and parts have names of their own, not ids
            found[record.id] = Address(path, "" if top else record.id)

    pages = {page.id: page_path(page) for page in handbook.pages}
    for page in handbook.pages:
        for record in walk(page):
            put(record, pages[page.id], top=record is page)
    for chapter in (c for c in handbook.chapters if c.pages):
        found[chapter.id] = Address(f"handbook/{chapter.folder}/index.html")
    for holder in (*handbook.function_sets, *handbook.meetings, *handbook.figures):
        for record in walk(holder):
            put(record, pages.get(holder.page, "handbook/index.html"), top=False)
    for easy in handbook.easy:
        put(easy, easy_path(easy), top=True)
    for statistic in handbook.statistics:
        found[statistic.id] = Address(f"data/{statistic.id.removeprefix('stat-')}.html")
    for checklist in handbook.checklists:
        for record in walk(checklist):
            put(record, checklist_path(checklist), top=record is checklist)
    for tool in handbook.tools:
        for record in walk(tool):
            put(record, tool_path(tool), top=record is tool)
    for form in handbook.forms:
        put(form, form_path(form), top=True)
    for guide in handbook.guides:
        put(guide, guide_path(guide), top=True)
    for lesson in (*handbook.paths, *handbook.quizzes):
        for record in walk(lesson):
            put(record, lesson_path(lesson), top=record is lesson)
    for family, path in _LISTS.items():
        for top in getattr(handbook, family):
            for record in walk(top):
                put(record, path, top=False)
    return found
