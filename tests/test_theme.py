"""Nothing of Material's comes back unseen: the pages load our own scripts and styles alone."""

from __future__ import annotations

import pytest

from macros import theme
from .test_search import SITE

LEFT = (
    '<script src="assets/javascripts/bundle.a1.min.js"></script>', '<link href="../assets/stylesheets/main.a1.min.css">',
    '{"search":"../../assets/javascripts/workers/search.1.js"}', '<form class="x" name="search">',
)


@pytest.mark.parametrize("html", LEFT)
def test_a_page_with_something_of_materials_stops_the_build(html: str) -> None:
    with pytest.raises(theme.ThemeError, match="index.html に Material の"):
        theme.check_pages({"index.html": html})


def test_an_inline_script_stops_the_build_but_not_the_live_preview() -> None:
    page = '<script type="application/json">{}</script><script src="assets/app/site.js" defer></script>'
    theme.check_pages({"index.html": page})
    with pytest.raises(theme.ThemeError, match="about/a.html にページの中に"):
        theme.check_pages({"about/a.html": page + "<script>go()</script>"})
    theme.check_pages({"index.html": page + "<script>reload()</script>"}, live=True)


def test_nothing_of_materials_is_published() -> None:
    assert not (SITE / "search").exists()
    assert sorted(path.name for path in (SITE / "assets").iterdir()) == ["app", "images"]
