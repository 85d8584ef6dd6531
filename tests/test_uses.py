"""A statistic knows the pages that use it, and its neighbours."""

from __future__ import annotations

import re

from macros.uses import related, uses

from .conftest import ROOT


def test_every_statistic_is_used_by_a_page_or_belongs_beside_one(handbook) -> None:
    used = uses(handbook)
    assert [s.id for s in handbook.statistics if not used.get(s.id) and not related(s, handbook)] == []


def test_a_page_that_shows_a_statistic_is_named_on_its_page(handbook) -> None:
    used = uses(handbook)
    for path in (ROOT / "docs/handbook").glob("*/*.md"):
        for own in re.findall(r'statistic\("([^"]+)"', path.read_text(encoding="utf-8")):
            assert f"page-{path.stem}" in used.get(own, []), (path.name, own)


def test_a_statistic_is_not_related_to_itself(handbook) -> None:
    assert not [s.id for s in handbook.statistics if s.id in related(s, handbook)]
