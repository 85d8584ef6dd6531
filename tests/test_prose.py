"""Texts of the data become HTML and plain text."""

from __future__ import annotations

import markdown
import pytest

from macros.addresses import addresses
from macros.load import load
from macros.model.evidence import Column
from macros.prose import figure, format_value, framed_tables, plain, prose_filter

from .conftest import FIXTURES

NUMBER = Column(id="n", title="数", kind="number")
SHARE = Column(id="s", title="割合", kind="percent", decimals=1)


@pytest.mark.parametrize(("value", "column", "written"), [
    (3, NUMBER, "3"),
    (1741, NUMBER, "1,741"),
    (20758000, NUMBER, "20,758,000"),
    (12.5, NUMBER, "12.5"),
    (74.5, SHARE, "74.5"),
    (80, SHARE, "80.0"),
    (None, NUMBER, "―"),
    ("済", NUMBER, "済"),
])
def test_a_value_is_written_for_readers(value, column, written) -> None:
    assert format_value(value, column) == written


@pytest.fixture(scope="module")
def sample():
    return load(FIXTURES / "small" / "data")[0]


def test_a_figure_is_found_by_its_name(sample) -> None:
    assert figure(sample, "stat-sample.all.count") == "3"


def test_an_unknown_figure_is_an_error(sample) -> None:
    with pytest.raises(KeyError):
        figure(sample, "stat-sample.all.nothing")


def test_a_text_becomes_html_with_links_as_seen_from_the_page(sample) -> None:
    render = prose_filter(sample, addresses(sample), lambda: "handbook/basics/sample.html")
    assert render("**${stat-sample.all.count}個**。[見本法](law-sample)") == (
        '<p><strong>3個</strong>。<a href="../../laws/index.html#law-sample">見本法</a></p>'
    )


def test_an_inline_text_has_no_paragraph_but_keeps_several(sample) -> None:
    render = prose_filter(sample, addresses(sample), lambda: "index.html")
    assert render("一つ。", inline=True) == "一つ。"
    assert render("一つ。\n\n二つ。", inline=True).count("<p>") == 2


def test_plain_text_keeps_words_and_drops_marks(sample) -> None:
    assert plain("**${stat-sample.all.count}個**の[見本法](law-sample)と{要|かなめ}", sample) == "3個の見本法と要"


@pytest.mark.parametrize(("text", "html"), [
    ("一つ。\n\n二つ。", "<p>[一つ。</p>\n<p>二つ。\u2060]</p>"),
    ("- 一つ\n- 二つ", "<p>[</p>\n<ul>\n<li>一つ</li>\n<li>二つ\u2060]</li>\n</ul>"),
])
def test_marks_stand_inside_the_first_and_the_last_paragraph(sample, text: str, html: str) -> None:
    render = prose_filter(sample, addresses(sample), lambda: "index.html")
    assert render(text, lead="[", tail="]") == html


def test_a_table_gets_a_frame_that_scrolls_and_its_marks_stand_below(sample) -> None:
    render = prose_filter(sample, addresses(sample), lambda: "index.html")
    html = render("|項目|数|\n|---|---|\n|甲|1|", tail="]")
    assert html.startswith('<div class="table-scroll" role="group" tabindex="0"')
    assert '<table class="table">' in html and html.endswith("</div>\n<p>]</p>")


def test_a_table_with_a_class_is_left_alone() -> None:
    assert framed_tables('<table class="table"></table>') == '<table class="table"></table>'


@pytest.mark.parametrize("text", [
    "協議会は、集まって話し合う場です（n=119）。", "5.5% と 1/2", "# 見出し", "- 点", "1. 一つ", "+ 点", "一行\n二行", "A & B", "a_b_c と *強い*",
    "`符号`", "---", "行末  ", "    字下げ", "<b>", "~~~\n符号\n~~~", "\\*", "a | b",
])
def test_a_text_without_markup_comes_out_as_markdown_would_write_it(text, sample) -> None:
    render = prose_filter(sample, addresses(sample), lambda: "index.html")
    assert render(text) == framed_tables(markdown.markdown(text, extensions=["tables", "sane_lists"]))
