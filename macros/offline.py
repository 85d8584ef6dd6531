"""After the build: a strict Content Security Policy on every page, and pages that work from file://.

GitHub Pages cannot set headers, so the policy is a meta tag. It allows the site's own files alone.
"""

from __future__ import annotations

import html
import re
from pathlib import Path

from .faults import StopBuild
from .theme import check_pages

_ALIGNED_CELL = re.compile(r'(<(?:td|th)\b[^>]*?) style="text-align: ?(left|center|right);?"')
_CHARSET = '<meta charset="utf-8">'


class OfflineError(StopBuild):
    """A file that the build relies on has changed its form."""


def seal(site: str | Path, *, live: bool = False) -> None:
    """Rewrite every HTML file below `site`: no inline style, and the policy right after the charset.

    `live` is for `mkdocs serve` alone, whose reload script is written into every page it serves.
    """
    for path in sorted(Path(site).rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        check_pages({str(path.relative_to(site)): text}, live=live)
        path.write_text(sealed(text, live=live), encoding="utf-8")


def sealed(text: str, *, live: bool = False) -> str:
    """Return the page with its policy and with alignment as classes."""
    if ' style="' in text:
        text = _ALIGNED_CELL.sub(r'\1 class="align-\2"', text)
    tag = f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy(live=live), quote=False)}">'
    changed = text.replace(_CHARSET, _CHARSET + tag, 1)
    if changed == text:
        raise OfflineError("ページに <meta charset> がありません。overrides/main.html を確かめてください")
    return changed


def policy(*, live: bool = False) -> str:
    """The Content Security Policy: own files only, no request to any other host."""
    return "; ".join((
        "default-src 'none'", "script-src 'self'" + " 'unsafe-inline'" * live, "style-src 'self'", "img-src 'self' data:",
        "font-src 'self'", "connect-src 'self'", "worker-src 'self'", "manifest-src 'self'",
        "form-action 'none'", "base-uri 'none'", "object-src 'none'",
    ))
