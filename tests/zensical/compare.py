"""Two builds of the site side by side: the same files, and pages that say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

LEFT_OUT = {"sitemap.xml", "sitemap.xml.gz", "search.json", "objects.inv", "assets/app/search-index.js"}
"""Of one program alone, and not read by the site; the search index is compared by its size (its order differs)."""
KIT = "kit/files/"
_SPACE = re.compile(r"\s+")
_BETWEEN = re.compile(r"(?<=>) | (?=<)")
_HERE = re.compile(r'((?:src|href|data-js-[a-z]+)=")\./')
_NOT_SEARCHED = re.compile(r' data-search-exclude(?:="[^"]*")?')
_CODE = ('<div class="highlight"><pre><span></span><code>', "<pre><code>")
"""Zensical has extensions of Markdown's switched on that mkdocs.yml does not name; this one shows."""


def differences(one: Path, other: Path) -> Iterator[str]:
    """A line for each file that only one has, and for each page or asset that differs."""
    ours, theirs = _files(one), _files(other)
    for path in sorted(ours ^ theirs):
        yield f"{path}: {'MkDocs' if path in ours else 'Zensical'} だけにあります"
    for path in sorted(ours & theirs):
        if path.endswith((".html", ".txt")):
            a, b = (_plain((root / path).read_text(encoding="utf-8")) for root in (one, other))
            if a != b:
                yield f"{path}: {_first_difference(a, b)}"
        elif not path.endswith((".zip", ".js")) and (one / path).read_bytes() != (other / path).read_bytes():
            yield f"{path}: 中身がちがいます"


def _files(root: Path) -> set[str]:
    paths = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    return {path for path in paths if path not in LEFT_OUT and not path.startswith(KIT)}


def _plain(text: str) -> str:
    """The page without what the two write differently: white space, "./" before an address, a mark for Zensical's own search."""
    text = _NOT_SEARCHED.sub("", text).replace(*_CODE).replace("</code></pre></div>", "</code></pre>")
    return _HERE.sub(r"\1", _BETWEEN.sub("", _SPACE.sub(" ", text)))


def _first_difference(a: str, b: str) -> str:
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return f"MkDocs「{a[max(at - 40, 0):at + 60]}」 Zensical「{b[max(at - 40, 0):at + 60]}」"
