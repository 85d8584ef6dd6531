"""Files that are made from the data at build time: pages, bundles and exports."""

from __future__ import annotations

import json
from collections.abc import Iterator

from .addresses import checklist_path, easy_path, form_path, guide_path, lesson_path, page_path
from .bundle import Bundle
from .exports.csv import csv_file, csv_name
from .exports.form_files import form_file, form_file_name, guide_file, guide_file_name
from .exports.own_template import own_template
from .exports.xlsx import blank_sheet
from .kit.manifest import MANIFEST, manifest
from .model.checklists import OWN_SCALE
from .forms import full_title
from .model.easy import EASY_GROUPS
from .model.files import Handbook
from .model.forms import FORM_GROUPS
from .model.guidance import LearningPath, Quiz

APP = "assets/app"


def everything(handbook: Handbook, bundle: Bundle) -> Iterator[tuple[str, str | bytes]]:
    """Yield (path, content) of every generated file."""
    yield from generated_pages(handbook)
    yield from generated_assets(handbook, bundle)


def generated_pages(handbook: Handbook) -> Iterator[tuple[str, str]]:
    """Yield (path in docs/, Markdown) of each page that has no file in docs/."""
    for checklist in handbook.checklists:
        yield (
            checklist_path(checklist).replace(".html", ".md"),
            _page(checklist.title, f'{{{{ self_check("{checklist.id}") }}}}', hide=("navigation", "toc")),
        )
    for easy in handbook.easy:
        yield easy_path(easy).replace(".html", ".md"), _page(easy.title, f'{{{{ easy_page("{easy.id}") }}}}', hide=("toc",))
    for chapter in handbook.chapters:
        if chapter.pages:
            yield f"handbook/{chapter.folder}/index.md", _page(chapter.title, f'{{{{ chapter("{chapter.id}") }}}}')
    for statistic in handbook.statistics:
        name = statistic.id.removeprefix("stat-")
        yield f"data/{name}.md", _page(statistic.title, f'{{{{ statistic("{statistic.id}") }}}}', hide=("toc",))
    for lesson in (*handbook.paths, *handbook.quizzes):
        macro = "path" if isinstance(lesson, LearningPath) else "quiz"
        yield lesson_path(lesson).replace(".html", ".md"), _page(lesson.title, f'{{{{ {macro}("{lesson.id}") }}}}', hide=("toc",))
    yield from _form_pages(handbook)


def _form_pages(handbook: Handbook) -> Iterator[tuple[str, str]]:
    for form in handbook.forms:
        yield form_path(form).replace(".html", ".md"), _page(full_title(form), f'{{{{ form("{form.id}") }}}}')
    for guide in handbook.guides:
        yield guide_path(guide).replace(".html", ".md"), _page(guide.title, f'{{{{ guide("{guide.id}") }}}}')


def generated_assets(handbook: Handbook, bundle: Bundle) -> Iterator[tuple[str, bytes]]:
    """Yield (path on the site, content) of bundles and exports."""
    for name, content in bundle.files.items():
        yield f"{APP}/{name}", content
    for statistic in handbook.statistics:
        yield f"data/{csv_name(statistic)}", csv_file(statistic, handbook)
    for checklist in handbook.checklists:
        yield f"self-check/{checklist.id}.xlsx", blank_sheet(checklist, handbook)
    for form in handbook.forms:
        yield f"templates/{form_file_name(form)}", form_file(form, handbook)
    for guide in handbook.guides:
        yield f"kit/guides/{guide_file_name(guide)}", guide_file(guide, handbook)
    yield MANIFEST, manifest().encode()
    if OWN_SCALE in handbook.index:
        yield "self-check/own-template.xlsx", own_template(handbook)


def navigation(nav: list, handbook: Handbook) -> list:
    """Fill the places `handbook/*`, `self-check/*` and `data/*` of mkdocs.yml's nav from the data."""
    return [_fill(entry, handbook) for entry in nav]


def _fill(entry: object, handbook: Handbook) -> object:
    if not isinstance(entry, dict):
        return entry
    (title, value), = entry.items()
    if isinstance(value, list):
        filled: list = []
        for child in value:
            filled.extend(_EXPANSIONS[child](handbook) if isinstance(child, str) and child in _EXPANSIONS else [_fill(child, handbook)])
        return {title: filled}
    return entry


def _handbook_nav(handbook: Handbook) -> list:
    return [
        {chapter.title: [f"handbook/{chapter.folder}/index.md"] + [
            {handbook.index[page].short: page_path(handbook.index[page]).replace(".html", ".md")} for page in chapter.pages
        ]}
        for chapter in handbook.chapters if chapter.pages
    ]


def _checklist_nav(handbook: Handbook) -> list:
    return [{c.short: checklist_path(c).replace(".html", ".md")} for c in handbook.checklists]


def _easy_nav(handbook: Handbook) -> list:
    groups: dict[str, list] = {}
    for page in handbook.easy:
        groups.setdefault(EASY_GROUPS[page.group], []).append({page.title: easy_path(page).replace(".html", ".md")})
    return [{title: entries} for title, entries in groups.items()]


def _data_nav(handbook: Handbook) -> list:
    groups: dict[str, list] = {}
    for statistic in handbook.statistics:
        groups.setdefault(statistic.group, []).append({statistic.short: f"data/{statistic.id.removeprefix('stat-')}.md"})
    return [{title: entries} for title, entries in groups.items()]


def _lesson_nav(handbook: Handbook) -> list:
    def entry(lesson: LearningPath | Quiz) -> dict:
        return {lesson.title.removeprefix("クイズ："): lesson_path(lesson).replace(".html", ".md")}

    quizzes = [{"クイズ": [entry(quiz) for quiz in handbook.quizzes]}] if handbook.quizzes else []
    return [entry(path) for path in handbook.paths] + quizzes


def _form_nav(handbook: Handbook) -> list:
    groups: dict[str, list] = {}
    for form in handbook.forms:
        groups.setdefault(FORM_GROUPS[form.group], []).append({form.title: form_path(form).replace(".html", ".md")})
    return [{title: entries} for title, entries in groups.items()]


def _guide_nav(handbook: Handbook) -> list:
    return [{guide.short: guide_path(guide).replace(".html", ".md")} for guide in handbook.guides]


_EXPANSIONS = {"templates/*": _form_nav, "kit/guides/*": _guide_nav, "learn/*": _lesson_nav, "easy/*": _easy_nav, "handbook/*": _handbook_nav, "self-check/*": _checklist_nav, "data/*": _data_nav}


def _page(title: str, body: str, hide: tuple[str, ...] = ()) -> str:
    lines = "".join(f"\n  - {part}" for part in hide)
    front = f"title: {json.dumps(title, ensure_ascii=False)}" + (f"\nhide:{lines}" if hide else "")
    return f"---\n{front}\n---\n\n{body}\n"
