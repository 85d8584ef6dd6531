"""After the build: a strict Content Security Policy on every page, and pages that work from file://.

GitHub Pages cannot set headers, so the policy is a meta tag. It allows the site's own
files and the inline scripts that Material writes, each by its hash.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from pathlib import Path

from .faults import StopBuild
from .theme import check_pages

_INLINE_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.S)
_INLINE_ALIGN = re.compile(r' style="text-align: ?(left|center|right);?"')


class OfflineError(StopBuild):
    """A file that the build relies on has changed its form."""


def seal(site: str | Path, *, live: bool = False) -> None:
    """Rewrite every HTML file below `site`: no inline style, and the policy right after the charset.

    `live` is for `mkdocs serve` alone, whose reload script changes with every page it serves.
    """
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(Path(site).rglob("*.html"))}
    check_pages({str(path.relative_to(site)): text for path, text in pages.items()})
    shared = {digest for path, text in pages.items() if path.name != "404.html" for digest in script_hashes(text)}
    for path, text in pages.items():
        hashes = {"'unsafe-inline'"} if live else set(script_hashes(text)) if path.name == "404.html" else shared
        path.write_text(sealed(text, hashes), encoding="utf-8")


def sealed(text: str, hashes: set[str]) -> str:
    """Return the page with its policy and with alignment as classes."""
    text = re.sub(r'(<(?:td|th)\b[^>]*?)' + _INLINE_ALIGN.pattern, r'\1 class="align-\2"', text)
    tag = f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy(hashes), quote=False)}">'
    changed, count = re.subn(r'<meta charset="utf-8">', lambda m: m.group() + tag, text, count=1)
    if count != 1:
        raise OfflineError("ページに <meta charset> がありません。overrides/main.html を確かめてください")
    return changed


def script_hashes(text: str) -> list[str]:
    """CSP hashes of the inline scripts of a page (data blocks are not run and need none)."""
    return [
        "'sha256-" + base64.b64encode(hashlib.sha256(match["code"].encode()).digest()).decode() + "'"
        for match in _INLINE_SCRIPT.finditer(text)
        if "src=" not in match["attributes"] and "json" not in match["attributes"]
    ]


def policy(hashes: set[str]) -> str:
    """The Content Security Policy: own files only, no request to any other host."""
    scripts = " ".join(["'self'", *sorted(hashes)])
    return "; ".join((
        "default-src 'none'", f"script-src {scripts}", "style-src 'self'", "img-src 'self' data:",
        "font-src 'self'", "connect-src 'self'", "worker-src 'self'", "manifest-src 'self'",
        "form-action 'none'", "base-uri 'none'", "object-src 'none'",
    ))
