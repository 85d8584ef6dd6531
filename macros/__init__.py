"""協議会ハンドブック: YAML records → a checked handbook → pages, client data and exports.

mkdocs-macros calls `define_env`; everything else is plain functions in the modules.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any


def define_env(env: Any) -> None:
    """Give the macros of `views.MACROS` to the pages. Called by mkdocs-macros once a build."""
    from mkdocs.exceptions import BuildError

    from .check import checked
    from .faults import StopBuild
    from .views import MACROS, Views

    try:
        views = Views(checked(Path(env.project_dir)))
    except StopBuild as stop:
        raise BuildError(str(stop)) from None
    env.conf["extra"]["views"] = views
    for name in MACROS:
        env.macro(functools.partial(_call, views, name, env), name)


def _call(views: Any, name: str, env: Any, *arguments: Any, **options: Any) -> str:
    return getattr(views, name)(env.page.file.dest_uri, *arguments, **options)
