"""What every template may use."""

from __future__ import annotations

import pytest

from macros.load import load
from macros.templates import grouped, has_figures, when

from .conftest import FIXTURES


@pytest.mark.parametrize(("date", "weekday", "written"), [
    ("2025", False, "2025年"),
    ("2025-04", False, "2025年4月"),
    ("2026-11-21", False, "2026年11月21日"),
    ("2026-11-21", True, "2026年11月21日（土）"),
    ("2025-04", True, "2025年4月"),
])
def test_dates_are_written_in_japanese(date, weekday, written) -> None:
    assert when(date, weekday) == written


def test_a_statement_with_a_figure_needs_its_date() -> None:
    handbook = load(FIXTURES / "small" / "data")[0]
    assert has_figures(handbook.index["st-sample-one"])
    assert not has_figures(handbook.index["st-meeting-sample-purpose"])


def test_groups_keep_their_first_order() -> None:
    class Entry:
        def __init__(self, kind: str) -> None:
            self.kind = kind

    entries = [Entry("b"), Entry("a"), Entry("b")]
    assert [(kind, len(group)) for kind, group in grouped(entries, "kind")] == [("b", 2), ("a", 1)]
