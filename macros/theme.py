"""Of Material's theme the site uses the build alone: none of its scripts, styles or search.

Markup, look and behaviour are ours (overrides/, macros/styles, macros/components), so a change of
theme touches overrides/ and this module.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from .faults import StopBuild

_UNUSED = re.compile(r"assets/(javascripts|stylesheets)/|assets/images/favicon\.png$")
_LEFT = re.compile(r"""["'(](?:\.\./)*assets/(?:javascripts|stylesheets)/""")
_LEFT_NAMES = ("assets/javascripts/", "assets/stylesheets/")
_LEFT_FORM = re.compile(r"""<form\b[^>]*\bname=["']?search\b""")
_INLINE = re.compile(r"<script(?![^>]*(?:\bsrc=|application/json))[^>]*>")
_ADVICE = (
    "Material の作りが変わったようです。requirements.in の mkdocs-material を前の版に固定して make lock を実行するか、"
    "overrides/main.html を新しい作りに合わせてください"
)


class ThemeError(StopBuild):
    """Material has changed in a way that would bring its own scripts back."""


def is_unused(path: str) -> bool:
    """True for a file of Material's that is not published."""
    return _UNUSED.match(path) is not None


def check_pages(pages: Mapping[str, str], *, live: bool = False) -> None:
    """Stop the build where a page (path → HTML) would load something of Material's or run an inline script.

    `live` is for `mkdocs serve` alone, which writes its own script for reloading into every page.
    """
    for path, html in pages.items():
        if any(name in html for name in _LEFT_NAMES) and _LEFT.search(html) or _LEFT_FORM.search(html):
            raise ThemeError(f"{path} に Material のスクリプト、スタイル、検索のどれかが残っています。{_ADVICE}")
        if not live and _INLINE.search(html):
            raise ThemeError(f"{path} にページの中に書かれたスクリプトがあります。表示の決まり（CSP）で動きません。{_ADVICE}")
