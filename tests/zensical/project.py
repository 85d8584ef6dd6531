"""A project folder that Zensical can build: docs/, what the data adds to it, the frame and the settings.

Zensical runs no hooks. What hooks.py gives MkDocs while it builds is written into the folder beforehand,
by the same functions.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml

from macros import generated, licences, own_site
from macros.bundle import bundle
from macros.views import Views

from ..conftest import ROOT

PLUGIN = {"module_name": "zensical_macros", "on_error_fail": True, "on_undefined": "strict"}
CONTENT = "tests.zensical.content"
_MODULE = "from tests.zensical.content import define_env\n"


def lay_out(folder: Path, views: Views, wanted: Callable[[str], bool] = lambda path: True) -> Path:
    """Write the project into `folder` and return the path of its settings.

    `wanted` chooses files by their path below docs/: a test that has seconds builds a few pages.
    """
    handbook = views.handbook
    files = {path.relative_to(ROOT / "docs").as_posix(): path.read_bytes() for path in (ROOT / "docs").rglob("*") if path.is_file()}
    files |= {path: content.encode() for path, content in generated.generated_pages(handbook)}
    views.published = frozenset(_built(path) for path in files)
    if wanted("assets/app/site.js"):
        made = bundle()
        views.notices = licences.notices(made.packages)
        files |= dict(generated.generated_assets(handbook, made))
    files |= dict(own_site.files(handbook, ROOT))
    for path, content in files.items():
        if wanted(path):
            target = folder / "docs" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(_described(path, content, views))
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    (folder / "zensical_macros.py").write_text(_MODULE, encoding="utf-8")
    settings = folder / "mkdocs.yml"
    settings.write_text(json.dumps(_settings(views, wanted), ensure_ascii=False, indent=1), encoding="utf-8")  # JSON is YAML
    return settings


def _built(path: str) -> str:
    return path.removesuffix(".md") + ".html" if path.endswith(".md") else path


def _described(path: str, content: bytes, views: Views) -> bytes:
    """The page with the description that its data holds, as on_page_markdown of hooks.py gives it."""
    record = views.pages.get(_built(path))
    if record is None or b"\ndescription:" in content:
        return content
    line = f"description: {json.dumps(record.description, ensure_ascii=False)}\n"
    return content.replace(b"---\n", b"---\n" + line.encode(), 1)


def _settings(views: Views, wanted: Callable[[str], bool]) -> dict[str, Any]:
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    for name in ("hooks", "watch", "strict"):
        del settings[name]
    config = SimpleNamespace(**settings)
    own_site.apply(config, views.handbook)
    settings = vars(config)
    settings["plugins"] = [{"macros": PLUGIN}]
    settings["markdown_extensions"].append(CONTENT)
    settings["nav"] = list(_nav(generated.navigation(settings["nav"], views.handbook), wanted))
    return settings


def _nav(entries: Iterable[Any], wanted: Callable[[str], bool]) -> Iterable[Any]:
    """The navigation without the pages that are not built."""
    for entry in entries:
        (title, value), = entry.items() if isinstance(entry, dict) else ((None, entry),)
        if isinstance(value, list):
            if children := list(_nav(value, wanted)):
                yield {title: children}
        elif wanted(value):
            yield entry
