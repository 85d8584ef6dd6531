"""One pattern for many words finds what trying them all, the longest first, would find."""

from __future__ import annotations

import re

from macros.words import longest_of


def test_the_longest_word_wins_wherever_it_stands() -> None:
    assert re.findall(longest_of(["計画", "計画相談", "計画相談支援", "相談"]), "計画相談員と計画相談支援、相談計画") == [
        "計画相談", "計画相談支援", "相談", "計画",
    ]


def test_a_word_whose_condition_fails_gives_way_to_a_shorter_one() -> None:
    pattern = longest_of({"会議": "", "会議録": "(?!を)"})
    assert re.findall(pattern, "会議録を読む。会議録は残す") == ["会議", "会議録"]


def test_signs_of_regular_expressions_are_words_like_others() -> None:
    assert re.findall(longest_of(["a.b", "（n=", "a|"]), "axb a.b a| （n=1") == ["a.b", "a|", "（n="]


def test_without_words_nothing_is_found() -> None:
    assert re.findall(longest_of([]), "協議会") == []
