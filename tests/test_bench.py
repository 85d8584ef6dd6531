"""The bench's page says what was measured last."""

from __future__ import annotations

from .bench.figures import PAGE, against, kept, page, within


def test_the_page_shows_the_figures_that_are_kept() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(kept())


def test_a_goal_is_met_up_to_its_limit_and_not_beyond() -> None:
    assert [against("速さ", ours, 4, "秒", most=0.5).met for ours in (2, 2.1)] == [True, False]
    assert [within("速さ", ours, 50, "ミリ秒").met for ours in (50, 50.1)] == [True, False]
    assert against("速さ", 1, 4, "秒").ratio == 0.25
    assert against("速さ", 1, 4, "秒").met is None
