"""What Zensical calls while it renders a page: the macros, and the step of hooks.py that sees each page's HTML.

Zensical loads the module of the macros anew for every page, from several threads of its own, and has no
event after a page: the handbook is held here, one macro runs at a time, and a Markdown extension sees the HTML.
"""

from __future__ import annotations

import functools
import threading
from typing import Any

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from zensical.extensions.context import ContextPreprocessor

from macros.prose import framed_tables
from macros.views import MACROS, Views

held: dict[str, Views] = {}
"""The handbook's views under "views", put here before the build."""
pages: dict[str, tuple[str, str]] = {}
"""Path on the site → title and HTML of the content, of every page that was rendered."""
_one_at_a_time = threading.RLock()


def define_env(env: Any) -> None:
    """Give the macros to a page. Called by Zensical once a page."""
    for name in MACROS:
        env.macro(functools.partial(_call, name, env.page), name)


def _call(name: str, page: Any, *arguments: Any, **options: Any) -> str:
    with _one_at_a_time:
        return getattr(held["views"], name)(page.path.removesuffix(".md") + ".html", *arguments, **options)


class _Content(Postprocessor):
    def run(self, text: str) -> str:
        """Remember the content for the search, and frame its tables (on_page_content of hooks.py)."""
        context = ContextPreprocessor.from_markdown(self.md)
        if context is not None:
            pages[context.page.path.removesuffix(".md") + ".html"] = (context.page.title or "", text)
        return framed_tables(text)


class _ContentExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        """Come last, when the HTML is whole."""
        md.postprocessors.register(_Content(md), "handbook_content", -100)


def makeExtension(**_: Any) -> Extension:  # noqa: N802 — the name that Python-Markdown asks for
    """The extension, as Python-Markdown loads it by the module's name."""
    return _ContentExtension()
