"""What Material still brings along for its own search, which this site does not use.

Its bundle fetches search/search_index.json with every page that holds a form named "search",
and starts the worker that the page's settings name. Our pages have neither (overrides/main.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from .faults import StopBuild

_UNUSED = re.compile(r"assets/javascripts/(lunr|workers)/")
_FORM = re.compile(r"<form\b[^>]*\bname=[\"']?search\b")
_ADVICE = (
    "Material の検索の作りが変わったようです。requirements.in の mkdocs-material を前の版に固定して make lock を実行するか、"
    "macros/theme.py と overrides/main.html を新しい作りに合わせてください"
)


class ThemeError(StopBuild):
    """Material has changed in a way that would bring its own search back."""


def is_unused(path: str) -> bool:
    """True for a file of Material's search: its worker and its dictionaries are not published."""
    return _UNUSED.match(path) is not None


def is_bundle(path: str) -> bool:
    """True for Material's script."""
    return re.match(r"assets/javascripts/bundle\..*js$", path) is not None


def check_bundle(bundles: Iterable[str]) -> None:
    """Stop the build unless Material's script looks for its search form before it fetches the index."""
    texts = list(bundles)
    if not texts:
        raise ThemeError(f"Material の bundle が見つかりません。{_ADVICE}")
    for text in texts:
        if "search_index" in text and 'forms.namedItem("search")' not in text:
            raise ThemeError(f"Material の bundle が、検索の欄がなくても索引を読みに行くかもしれません。{_ADVICE}")


def check_pages(pages: Mapping[str, str]) -> None:
    """Stop the build where a page (path → HTML) would start Material's search."""
    for path, html in pages.items():
        if "workers/search" in html or _FORM.search(html):
            raise ThemeError(f"{path} に Material の検索が残っています。{_ADVICE}")
