"""The frame of every page (overrides/) links to every other: what that takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jinja2

MANY_PAGES = 600
"""More pages than these, and the menu on each page shows the others of its own branch alone."""


def remembering(url: Callable[[Any, str], str]) -> Callable[[Any, str], str]:
    """The filter `url` of a site generator, which is asked once for an address as seen from a folder."""
    known: dict[tuple[str, str], str] = {}

    @jinja2.pass_context
    def seen_from_here(context: Any, value: str) -> str:
        page = context["page"]
        if page is None:
            return url(context, value)
        key = (page.url.rpartition("/")[0], str(value))
        if key not in known:
            known[key] = url(context, value)
        return known[key]

    return seen_from_here
