"""Each page loads the style sheets that its classes are written in."""

from __future__ import annotations

import functools
import re

from .test_site import SITE

APP = SITE / "assets/app"
SHEETS = ("site", "check", "bench", "reading")


@functools.cache
def classes_of(sheet: str) -> frozenset[str]:
    """The class names in the selectors of a style sheet."""
    selectors = re.sub(r"\{[^{}]*\}", "{}", (APP / f"{sheet}.css").read_text(encoding="utf-8"))
    return frozenset(re.findall(r"\.([A-Za-z_][\w-]*)", selectors))


def test_every_class_of_a_page_is_in_a_sheet_that_it_loads() -> None:
    everything = frozenset().union(*map(classes_of, SHEETS))
    for path in SITE.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        loaded = frozenset().union(*map(classes_of, re.findall(r"assets/app/(\w+)\.css", html)))
        used = {name for names in re.findall(r'class="([^"]*)"', html) for name in names.split()}
        assert used & everything <= loaded, path.relative_to(SITE)
