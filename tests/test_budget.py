"""The budget of bytes and requests, over every built page. What to do when it is broken: CONTRIBUTING.md."""

from __future__ import annotations

from pathlib import Path

import pytest

from .first_view import first_view
from .test_site import SITE

MOST_BYTES = 120_000
MOST_REQUESTS = 8
MOST_SCRIPT_BYTES = 45_000
"""Of all scripts of a self-check page together."""


@pytest.fixture(scope="module")
def views() -> dict[str, dict[str, int]]:
    """Page → what its first view fetches."""
    found = {path.relative_to(SITE).as_posix(): path for path in SITE.rglob("*.html")}
    # The page for a missing address names its files from the root of the host.
    return {page: first_view(SITE, page) for page in sorted(found) if page != "404.html"}


def _told(over: list[tuple[int, str, dict[str, int]]]) -> str:
    lines = []
    for amount, page, view in sorted(over, reverse=True, key=lambda one: one[0]):
        parts = sorted(view.items(), key=lambda part: -part[1])
        lines.append(f"{page}: {amount:,}（{'、'.join(f'{Path(name).name} {size:,}' for name, size in parts)}）")
    return "\n".join(["", *lines])


def test_the_first_view_of_every_page_is_small(views) -> None:
    over = [(sum(view.values()), page, view) for page, view in views.items() if sum(view.values()) > MOST_BYTES]
    assert not over, _told(over)


def test_the_first_view_of_every_page_takes_few_requests(views) -> None:
    over = [(len(view), page, view) for page, view in views.items() if len(view) > MOST_REQUESTS]
    assert not over, _told(over)


def test_the_scripts_of_a_self_check_are_small(views) -> None:
    pages = {page: view for page, view in views.items() if any(name.endswith("/self-check.js") for name in view)}
    assert pages
    scripts = {page: {name: size for name, size in view.items() if name.endswith(".js")} for page, view in pages.items()}
    over = [(sum(view.values()), page, view) for page, view in scripts.items() if sum(view.values()) > MOST_SCRIPT_BYTES]
    assert not over, _told(over)


def test_letters_come_from_the_system(views) -> None:
    assert not [path for path in SITE.rglob("*.css") if "@font-face" in path.read_text(encoding="utf-8")]
    assert not [name for view in views.values() for name in view if Path(name).suffix in {".woff", ".woff2", ".ttf", ".otf"}]


def test_nothing_that_is_fetched_at_once_is_overlooked(tmp_path: Path) -> None:
    for name in ("a.js", "b.png", "c.png", "d.css", "e.svg", "late.png"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "main.css").write_text('@import "d.css"; a { background: url(c.png) } b { fill: url(#in-page) }', encoding="utf-8")
    (tmp_path / "p.html").write_text(
        '<link rel="icon" href="e.svg"><link rel="stylesheet" href="main.css"><script src="a.js?1"></script><a href="z.html">z</a>'
        '<img src="b.png"><img src="data:,"><template><img src="late.png"></template>', encoding="utf-8",
    )
    assert set(first_view(tmp_path, "p.html")) == {"p.html", "a.js", "b.png", "c.png", "d.css", "e.svg", "main.css"}
    (tmp_path / "q.html").write_text('<script src="https://example.org/a.js"></script>', encoding="utf-8")
    with pytest.raises(ValueError, match="example.org"):
        first_view(tmp_path, "q.html")
