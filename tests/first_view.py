"""What a browser fetches for the first view of a built page, before anybody acts: by the files alone."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement, fromstring

FETCHED_RELS = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest", "apple-touch-icon"}
SOURCES = {"object": "data", "image": "href", "use": "href"}
"""Where a tag names what it fetches, if not in `src`."""
_URL = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")


def first_view(site: Path, page: str) -> dict[str, int]:
    """File below `site` → its bytes on the way (gzip), for all that the first view of `page` fetches, itself included.

    Raises FileNotFoundError where something is missing, ValueError where a page fetches from another host.
    """
    found: dict[str, int] = {}
    _follow(site, page, found)
    return found


def _follow(site: Path, path: str, found: dict[str, int]) -> None:
    if path in found:
        return
    found[path] = weight(site / path)
    for address in _addresses(site / path):
        parts = urlsplit(address)
        if parts.scheme == "data" or not parts.path:
            continue
        if parts.scheme or parts.netloc:
            raise ValueError(f"{path}: {address}")
        target = (site / path).parent / unquote(parts.path)
        _follow(site, target.resolve().relative_to(site.resolve()).as_posix(), found)


@cache
def weight(path: Path) -> int:
    """Bytes of the file as a web server sends it: gzip at the level that servers use, pictures but SVG as they are."""
    content = path.read_bytes()
    return len(gzip.compress(content, 6)) if path.suffix in {".html", ".js", ".css", ".svg", ".json"} else len(content)


@cache
def _addresses(path: Path) -> tuple[str, ...]:
    if path.suffix == ".css":
        return tuple(_addresses_in_css(path.read_text(encoding="utf-8")))
    if path.suffix != ".html":
        return ()
    return tuple(_addresses_in_page(fromstring(path.read_bytes())))


def _addresses_in_page(page: HtmlElement) -> Iterator[str]:
    """What stands in a <template> is not fetched."""
    for element in page.xpath("//*[@src or @data or @poster or @srcset or @href][not(ancestor::template)]"):
        if element.tag == "link" and FETCHED_RELS & set(element.get("rel", "").split()):
            yield element.get("href", "")
        yield from filter(None, (element.get(name) for name in (SOURCES.get(element.tag, "src"), "poster")))
        yield from (entry.split()[0] for entry in element.get("srcset", "").split(",") if entry.split())


def _addresses_in_css(text: str) -> Iterator[str]:
    for by_url, by_import in _URL.findall(text):
        yield by_url or by_import
