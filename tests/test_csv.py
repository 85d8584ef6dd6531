"""CSV of the statistics: what Excel opens, with what is needed to read the figures."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from macros.exports.csv import csv_file, csv_name
from macros.load import load
from macros.model.evidence import Row

from .conftest import FIXTURES


@pytest.fixture
def sample():
    return load(FIXTURES / "small" / "data")[0]


def _rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_file_begins_with_the_mark_and_its_lines_end_with_crlf(sample) -> None:
    content = csv_file(sample.statistics[0], sample)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n") == len(_rows(content))


def test_every_field_is_quoted(sample) -> None:
    lines = csv_file(sample.statistics[0], sample).decode("utf-8-sig").splitlines()
    assert all(line.startswith('"') and line.endswith('"') for line in lines if line)


def test_what_the_figures_are_stands_above_them(sample) -> None:
    statistic = replace(sample.statistics[0], n=28, n_label="回答した町", provisional=True, caution="**見本**です。")
    about = dict(row[:2] for row in _rows(csv_file(statistic, sample)) if row)
    assert about["題"] == "見本の数"
    assert about["時点"] == "令和6年4月時点"
    assert about["回答した町"] == "28"
    assert about["注意"] == "見本です。"
    assert about["出典"] == sample.index["src-sample"].title
    assert "速報値" in about and "空欄" in about


def test_the_table_follows_an_empty_line_with_bare_figures(sample) -> None:
    rows = _rows(csv_file(sample.statistics[0], sample))
    assert rows[rows.index([]) + 1:] == [
        ["種類", "数（個）", "割合"], ["赤", "1", "33.3"], ["青", "2", "66.7"], ["計", "3", ""],
    ]


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@sum", "＝1+1", "'=1"])
def test_no_text_becomes_a_formula(sample, title) -> None:
    statistic = replace(sample.statistics[0], rows=(Row(id="x", title=title, values={"count": -5, "share": None}),))
    last = _rows(csv_file(statistic, sample))[-1]
    assert last[0] == "'" + title
    assert last[1] == "-5", "a figure of ours stays a figure"


def test_notes_of_rows_have_a_column_of_their_own(sample) -> None:
    statistic = replace(sample.statistics[0], rows=(*sample.statistics[0].rows[:1], replace(sample.statistics[0].rows[1], note="推計")))
    assert [row[-1] for row in _rows(csv_file(statistic, sample))[-3:]] == ["注", "", "推計"]


def test_every_figure_of_the_real_statistics_comes_back(handbook) -> None:
    for statistic in handbook.statistics:
        rows = _rows(csv_file(statistic, handbook))
        table = rows[rows.index([]) + 2:]
        assert len(table) == len(statistic.rows), statistic.id
        for row, written in zip(statistic.rows, table):
            for column, text in zip(statistic.columns, written[1:]):
                value = row.values[column.id]
                assert (float(text) == value) if isinstance(value, (int, float)) else text.lstrip("'") == (value or ""), (statistic.id, row.id)


def test_the_file_is_named_as_the_page(sample) -> None:
    assert csv_name(sample.statistics[0]) == "sample.csv"


def test_no_text_beside_the_figures_begins_as_a_formula(sample) -> None:
    statistic = sample.statistics[0]
    column = replace(statistic.columns[0], title="=1+1", unit="")
    statistic = replace(statistic, title="=1+1", as_of_label="@SUM(A1)", caution="+1", row_title="-1", columns=(column,))
    cells = [cell for row in _rows(csv_file(statistic, sample)) for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "@"))] == []
    assert {"'=1+1", "'@SUM(A1)", "'+1", "'-1"} <= set(cells)
