"""What every template may use."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from macros.load import load
from macros.templates import environment, grouped, has_figures, when

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


def test_no_text_makes_a_heading_of_its_line() -> None:
    shown = environment({}).from_string("{{ text }}\n{{ markup }}\n{{ number }}\n{{ link }}").render(link="a.html#st-one", text="#1 <b>会議", markup=Markup("# 一"), number=1)
    assert shown.splitlines() == ["&#35;1 &lt;b&gt;会議", "# 一", "1", "a.html#st-one"]
