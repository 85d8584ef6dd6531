"""Handbook → project folder → Zensical → the finishing that every build shares."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import zensical

from macros import theme
from macros.check import checked
from macros.finish import finish
from macros.views import Views

from ..conftest import ROOT
from . import content
from .project import lay_out


def build(folder: Path, wanted: Callable[[str], bool] = lambda path: True, views: Views | None = None) -> Path:
    """Build the site, or what is `wanted` of it, below `folder`, and return where it is. Raises what Zensical raises."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    views = content.held["views"] = views or Views(checked(ROOT))
    content.pages.clear()
    settings = lay_out(folder, views, wanted)
    with _importable(folder):
        zensical.build(str(settings), {"clean": True, "strict": False})
    site = folder / "site"
    for path in [path for path in site.rglob("*") if path.is_file() and theme.is_unused(path.relative_to(site).as_posix())]:
        path.unlink()
    (site / "assets/app").mkdir(parents=True, exist_ok=True)
    finish(site, views, dict(sorted(content.pages.items())))
    return site


@contextlib.contextmanager
def _importable(folder: Path) -> Iterator[None]:
    """Zensical imports the module of the macros by its name, and settings relative to where it runs."""
    before = os.getcwd()
    sys.path.insert(0, str(folder))
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
        sys.path.remove(str(folder))
