"""The first use of a glossary term on a page is marked, once."""

from __future__ import annotations

import pytest

from macros.model.files import Handbook
from macros.model.guidance import Term
from macros.terms import TermMarker


def _term(own: str, word: str) -> Term:
    return Term(id=own, term=word, reading="よみ", text="意味です。", easy="意味です。", see=())


@pytest.fixture
def marker() -> TermMarker:
    words = {"term-council": "協議会", "term-plan": "計画", "term-plan-support": "計画相談支援", "term-area": "圏域"}
    return TermMarker(Handbook(terms=tuple(_term(own, word) for own, word in words.items())))


def test_the_first_use_becomes_a_link_and_the_second_stays(marker) -> None:
    html = marker.mark("<p>協議会は協議会です。</p>", "a.html", "g.html")
    assert html == '<p><a class="term-mark" href="g.html#term-council" data-js-term="term-council">協議会</a>は協議会です。</p>'
    assert marker.mark("<p>協議会</p>", "a.html", "g.html") == "<p>協議会</p>"


def test_each_page_has_its_own_first_use(marker) -> None:
    marker.mark("<p>協議会</p>", "a.html", "g.html")
    assert "term-council" in marker.mark("<p>協議会</p>", "b.html", "g.html")


def test_links_and_headings_are_left_alone(marker) -> None:
    html = '<h3>協議会</h3><a href="x"><b>協議会</b></a><summary>協議会</summary>'
    assert marker.mark(html, "a.html", "g.html") == html


def test_the_longest_term_wins_and_a_short_one_is_not_found_inside_a_compound(marker) -> None:
    html = marker.mark("<p>計画相談支援と年間計画と計画です。</p>", "a.html", "g.html")
    assert [term.id for term in marker.used("a.html")] == ["term-plan-support", "term-plan"]
    assert "年間計画と<a" in html


def test_attributes_are_never_touched(marker) -> None:
    html = '<p title="圏域">あ</p>'
    assert marker.mark(html, "a.html", "g.html") == html


def test_without_terms_nothing_changes() -> None:
    assert TermMarker(Handbook()).mark("<p>協議会</p>", "a.html", "g.html") == "<p>協議会</p>"


def test_a_term_that_is_an_everyday_word_is_not_marked() -> None:
    term = Term(id="term-unit", term="単位", reading="たんい", text="報酬の単位です。", easy="お金の 数です。", everyday=True, see=())
    assert TermMarker(Handbook(terms=(term,))).mark("<p>圏域の単位で</p>", "a.html", "g.html") == "<p>圏域の単位で</p>"
