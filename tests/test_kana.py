"""The glossary's order."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from macros.kana import kana_rows, row_of


@pytest.mark.parametrize(("reading", "row"), [
    ("あどばいざー", "あ"), ("がいどらいん", "か"), ("ぴあさぽーと", "は"), ("っと", "た"), ("ゃ", "や"), ("んじゃめな", "わ"), ("OJT", ""), ("", ""),
])
def test_a_reading_belongs_to_the_row_of_its_first_kana(reading: str, row: str) -> None:
    assert row_of(reading) == row


def test_rows_stand_in_order_and_empty_rows_are_left_out() -> None:
    terms = [SimpleNamespace(reading=reading) for reading in ("わ", "OJT", "かんじ", "あい", "かい")]
    rows = kana_rows(terms)
    assert [title for _, title, _ in rows] == ["あ行", "か行", "わ行", "英字・記号"]
    assert [term.reading for term in rows[1][2]] == ["かい", "かんじ"]
    assert [anchor for anchor, _, _ in rows] == ["row-1", "row-2", "row-10", "row-11"]
