"""Statistics become charts whose lengths are right."""

from __future__ import annotations

import pytest

from macros.charts import LINE_HEIGHT, chart
from macros.model.evidence import Column, Row, Statistic


def _statistic(kind: str, columns: tuple[Column, ...], rows: tuple[Row, ...], **more) -> Statistic:
    return Statistic(
        id="stat-x", title="題", short="題", group="組", summary="文", as_of="2025", as_of_label="2025年", chart=kind,
        row_title="項目", columns=columns, rows=rows, sources=(), **more,
    )


def _number(own: str, unit: str = "人") -> Column:
    return Column(id=own, title=own, kind="number", unit=unit)


def _row(own: str, total: bool = False, **values) -> Row:
    return Row(id=own, title=own, values=values, total=total)


SHARE = Column(id="s", title="割合", kind="percent", unit="%", decimals=1)


def test_bars_of_shares_stand_on_a_hundred() -> None:
    drawn = chart(_statistic("bar", (SHARE,), (_row("a", s=25.0), _row("b", s=50.0))))
    assert [bar.parts[0].length for bar in drawn.bars] == [25, 50]
    assert [bar.parts[0].label for bar in drawn.bars] == ["25.0", "50.0"]


def test_bars_of_numbers_stand_on_the_largest_and_leave_the_sum_out() -> None:
    drawn = chart(_statistic("bar", (_number("n"),), (_row("a", n=5), _row("b", n=20), _row("all", True, n=25))))
    assert [(bar.title, bar.parts[0].length) for bar in drawn.bars] == [("a", 25), ("b", 100)]


def test_a_missing_value_is_an_empty_bar_with_a_dash() -> None:
    drawn = chart(_statistic("bar", (SHARE,), (_row("a", s=None), _row("b", s=40.0))))
    assert [row.title for row in drawn.bars] == ["b"]


def test_columns_with_another_unit_are_not_drawn_on_the_same_axis() -> None:
    drawn = chart(_statistic("bar", (_number("n"), SHARE), (_row("a", n=5, s=50.0),)))
    assert drawn.series == ("n",)


def test_the_parts_of_a_stacked_bar_fill_it_and_narrow_ones_have_no_label() -> None:
    drawn = chart(_statistic("stacked", (_number("x"), _number("y")), (_row("a", x=1, y=19),)))
    first, second = drawn.bars[0].parts
    assert (first.start, first.length, first.labelled) == (0, 5, False)
    assert (second.start, second.length, second.labelled) == (5, 95, True)


@pytest.mark.parametrize(("largest", "top"), [(66, "80"), (100, "100"), (1147, "2,000"), (5, "5")])
def test_the_axis_of_a_line_ends_on_a_round_number(largest: int, top: str) -> None:
    drawn = chart(_statistic("line", (_number("n"),), (_row("a", n=0), _row("b", n=largest))))
    assert drawn.ticks[-1] == (0, top)
    assert drawn.lines[0][0].y == LINE_HEIGHT
    assert [point.x for point in drawn.lines[0]] == [25, 75]


@pytest.mark.parametrize("kind", ["none", "map"])
def test_some_statistics_are_told_by_the_table_alone(kind: str) -> None:
    assert chart(_statistic(kind, (_number("n"),), (_row("a", n=1),))) is None
