"""The same form of sixty items twice: our self-check page, and SurveyJS as it ships."""

from __future__ import annotations

import dataclasses
import json
import re
import shutil
from pathlib import Path
from types import MappingProxyType
from typing import Any

from macros.addresses import checklist_path
from macros.check import checked
from macros.model.checklists import Checklist, Item, Scale
from macros.model.files import Handbook
from macros.views import Views

from .figures import HERE
from .measuring import ROOT, SITE

ITEMS = 60
CHECKLIST = "municipal-council"
PACKAGES = HERE / "node_modules"
SHIPPED = (
    "survey-core/survey-core.fontless.min.css", "survey-core/survey.core.min.js", "survey-core/i18n/japanese.min.js",
    "survey-js-ui/survey-js-ui.min.js",
)
"""What a page of SurveyJS loads, minified by its makers. Without its typeface from another host, which favours it."""
_SHEET = re.compile(r'<div class="sc(?: [^"]*)?" data-js-self-check.*</div>(?=\s*<script src="[^"]*self-check\.js")', re.S)


def write_ours(folder: Path) -> str:
    """Our page with sixty items and all it loads, below `folder`; returns its path."""
    handbook, checklist = _sixty(checked(ROOT))
    path = checklist_path(checklist)
    views = Views(handbook)
    views.published = frozenset(page.relative_to(SITE).as_posix() for page in SITE.rglob("*.html"))
    sheet = _SHEET.search(views.self_check(path, checklist.id))
    built = (SITE / path).read_text(encoding="utf-8")
    if sheet is None or _SHEET.search(built) is None:
        raise ValueError("自己点検のページの形が変わりました。tests/bench/form_pages.py を直してください")
    (folder / path).parent.mkdir(parents=True)
    (folder / path).write_text(_SHEET.sub(lambda _: sheet[0], built), encoding="utf-8")
    shutil.copytree(SITE / "assets", folder / "assets")
    return path


def write_survey(folder: Path) -> str:
    """The page of SurveyJS with the same items, levels, states and a note each, one page for each domain; returns its path."""
    handbook, checklist = _sixty(checked(ROOT))
    folder.mkdir()
    for name in SHIPPED:
        shutil.copy(PACKAGES / name, folder)
    form = json.dumps(_form(checklist, handbook.index[checklist.scale]), ensure_ascii=False, separators=(",", ":"))
    (folder / "form.js").write_text(f"const FORM={form};", encoding="utf-8")
    shutil.copy(HERE / "survey_start.js", folder / "start.js")
    shutil.copy(HERE / "survey.html", folder / "index.html")
    return "index.html"


def versions() -> dict[str, str]:
    """Versions of SurveyJS."""
    return {name: json.loads((PACKAGES / name / "package.json").read_text())["version"] for name in ("survey-core", "survey-js-ui")}


def _sixty(handbook: Handbook) -> tuple[Handbook, Checklist]:
    """The municipal checklist with items added at its end."""
    checklist = handbook.index[CHECKLIST]
    assert isinstance(checklist, Checklist)
    *before, last = checklist.domains
    missing = ITEMS - sum(len(domain.items) for domain in checklist.domains)
    added = tuple(dataclasses.replace(last.items[0], id=f"it-bench-{number}") for number in range(missing))
    longer = dataclasses.replace(checklist, domains=(*before, dataclasses.replace(last, items=(*last.items, *added))))
    index = {**handbook.index, **{item.id: item for item in added}, longer.id: longer}
    checklists = tuple(longer if one is checklist else one for one in handbook.checklists)
    return dataclasses.replace(handbook, checklists=checklists, index=MappingProxyType(index)), longer


def _form(checklist: Checklist, scale: Scale) -> dict[str, Any]:
    states = [("not_applicable", "該当しない"), ("unknown", "わからない"), ("deferred", "今は取り組まない")]
    choices = [{"value": value, "text": text} for value, text in [*((level.id, level.label) for level in scale.levels), *states]]

    def question(item: Item) -> dict[str, Any]:
        return {"type": "radiogroup", "name": item.id, "title": item.text, "choices": choices, "showCommentArea": True, "commentText": "共有メモ"}

    pages = [{"name": domain.id, "title": domain.title, "elements": [question(item) for item in domain.items]} for domain in checklist.domains]
    return {"title": checklist.title, "pages": pages, "showProgressBar": True}
