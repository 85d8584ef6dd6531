"""Figures: lines break as Japanese does, nothing leaves the canvas, nothing lies on a word, all words are there."""

from __future__ import annotations

import itertools

import pytest

from macros.figures import drawings
from macros.figures.content import Arrow, Content, Piece, era
from macros.figures.shapes import LEAD, SIZE, Box, Disc, Words, arrow, path, widest
from macros.figures.stages import draw as draw_stages
from macros.figures.year import draw as draw_year
from macros.lines import width, wrap
from macros.load import load

from .conftest import FIXTURES, ROOT

REAL = load(ROOT / "data")[0]
DRAWN = [(figure, form) for figure in REAL.figures for form in ("narrow", "wide")]
NO_START = "、。」）・ー！？ぁぃぅぇぉっゃゅょ"


@pytest.mark.parametrize(("text", "most", "lines"), [
    ("会議", 8, ("会議",)),
    ("日程・議題・資料", 5.6, ("日程・", "議題・資料")),
    ("人材確保・育成", 5.2, ("人材確保・", "育成")),
    ("基幹相談支援センター", 6.2, ("基幹相談支援", "センター")),
    ("すぐできることと、時間がかかること", 10, ("すぐできることと、", "時間がかかること")),
    ("令和2年4月にOJTをする", 9, ("令和2年4月に", "OJTをする")),
])
def test_lines_break_at_phrases(text, most, lines) -> None:
    assert wrap(text, most) == lines


@pytest.mark.parametrize("most", [4, 5.5, 7, 9, 14])
def test_no_line_is_too_wide_or_begins_with_a_closing_sign(most) -> None:
    text = "その場では実現できなかった支援を、「地域の課題」として（事務局会議へ）渡します。"
    lines = wrap(text, most)
    assert "".join(lines) == text
    assert all(width(line) <= most for line in lines)
    assert not any(line[0] in NO_START for line in lines)


def test_a_half_width_character_is_narrower() -> None:
    assert width("令和7年") == pytest.approx(3.6)


@pytest.mark.parametrize(("date", "written"), [
    ("", ""), ("2012-04", "平成24年4月（2012年）"), ("2019-05-01", "令和元年5月1日（2019年）"),
    ("2019-04", "平成31年4月（2019年）"), ("2015", "平成27年（2015年）"), ("2025-05", "令和7年5月（2025年）"),
])
def test_a_date_is_written_with_its_era(date, written) -> None:
    assert era(date) == written


def test_the_head_of_an_arrow_ends_at_its_last_point() -> None:
    line, head = arrow((0, 0), (0, 50))
    assert head.d.startswith("M0 50")
    assert line.d == "M0 0L0 41"


def test_corners_are_rounded() -> None:
    assert path((0, 0), (0, 50), (50, 50), curve=10) == "M0 0L0 40Q0 50 10 50L50 50"


def _drawing(figure, form):
    content, narrow, wide = drawings(figure, REAL)
    return content, narrow if form == "narrow" else wide


def _frame(words: Words) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a text."""
    if words.upright:
        half = words.size * len(words.lines[0]) / 2
        return words.x - words.size / 2, words.y - half, words.x + words.size / 2, words.y + half
    room = widest(words.lines, words.size)
    left = words.x - {"start": 0, "middle": room / 2, "end": room}[words.anchor]
    return left, words.y - words.size * 0.8, left + room, words.y + LEAD * (len(words.lines) - 1) + words.size * 0.2


def _texts(drawing) -> list[Words]:
    return [shape for shape in drawing.shapes if isinstance(shape, Words) and shape.lines and shape.lines[0]]


def _name(value: object) -> str:
    return getattr(value, "id", str(value))


@pytest.mark.parametrize(("figure", "form"), DRAWN, ids=_name)
def test_nothing_leaves_the_canvas(figure, form) -> None:
    _, drawing = _drawing(figure, form)
    for shape in drawing.shapes:
        if isinstance(shape, Box):
            left, top, right, bottom = shape.x, shape.y, shape.x + shape.w, shape.y + shape.h
        elif isinstance(shape, Disc):
            left, top, right, bottom = shape.x - shape.r, shape.y - shape.r, shape.x + shape.r, shape.y + shape.r
        elif isinstance(shape, Words) and shape.lines:
            left, top, right, bottom = _frame(shape)
        else:
            continue
        assert left >= 0 and top >= 0, shape
        assert right <= drawing.width and bottom <= drawing.height, shape


@pytest.mark.parametrize(("figure", "form"), DRAWN, ids=_name)
def test_no_text_is_small_or_lies_on_another(figure, form) -> None:
    _, drawing = _drawing(figure, form)
    frames = [(words.lines, _frame(words)) for words in _texts(drawing)]
    assert all(words.size >= SIZE for words in _texts(drawing))
    for (one, a), (other, b) in itertools.combinations(frames, 2):
        apart = a[2] <= b[0] + 1 or b[2] <= a[0] + 1 or a[3] <= b[1] + 1 or b[3] <= a[1] + 1
        assert apart, (one, other)


@pytest.mark.parametrize(("figure", "form"), DRAWN, ids=_name)
def test_a_text_that_begins_in_a_box_ends_in_it(figure, form) -> None:
    _, drawing = _drawing(figure, form)
    boxes = [s for s in drawing.shapes if isinstance(s, Box)]
    for words in _texts(drawing):
        left, top, right, bottom = _frame(words)
        middle = ((left + right) / 2, (top + bottom) / 2)
        around = [b for b in boxes if b.x <= middle[0] <= b.x + b.w and b.y <= middle[1] <= b.y + b.h]
        for box in around:
            assert box.x <= left + 1 and right <= box.x + box.w + 1, (words.lines, box)
            assert box.y <= top + 1 and bottom <= box.y + box.h + 1, (words.lines, box)


@pytest.mark.parametrize(("figure", "form"), DRAWN, ids=_name)
def test_every_label_and_arrow_label_is_drawn(figure, form) -> None:
    content, drawing = _drawing(figure, form)
    drawn = {"".join(words.lines).replace(" ", "") for words in _texts(drawing)}
    assert {piece.label.replace(" ", "") for piece in content.pieces} <= drawn
    if figure.kind in ("network", "layers"):
        assert {link.label for link in content.arrows if link.label} <= drawn


def test_the_meetings_are_drawn_from_their_records() -> None:
    figure = next(figure for figure in REAL.figures if figure.kind == "network")
    content, _, _ = drawings(figure, REAL)
    fed = {(meeting.id, feed.to) for meeting in REAL.meetings for feed in meeting.feeds}
    names = {part.id: part.of for part in figure.parts}
    assert {(names[link.start], names[link.to]) for link in content.arrows} == fed
    assert all(link.label for link in content.arrows), "矢印の短い言葉が links にありません"


def test_a_part_borrows_its_label_from_its_record() -> None:
    sample = load(FIXTURES / "small" / "data")[0]
    content, _, _ = drawings(sample.figures[0], sample)
    assert [piece.label for piece in content.pieces] == ["中心", "集める"]
    assert content.pieces[1].records == ("fn-sample",)


def test_stages_too_narrow_for_a_row_stand_below_each_other() -> None:
    pieces = tuple(Piece(name, name, group="前", beside=name != "あ") for name in "あいう")
    content = Content("見本", pieces, (Arrow("あ", "い"),))
    rows = [{shape.y for shape in draw_stages(content, wide).shapes if isinstance(shape, Words)} for wide in (False, True)]
    assert len(rows[0]) > len(rows[1])


def test_months_of_a_year_run_from_april_and_never_overlap() -> None:
    pieces = (Piece("a", "四月から", group="左", months=(4, 5)), Piece("b", "三月", group="右", months=(3,)))
    months = [shape for shape in draw_year(Content("年", pieces), False).shapes if isinstance(shape, Words) and shape.anchor == "middle" and "月" in shape.lines[0] and len(shape.lines[0]) < 4]
    assert [words.lines[0] for words in months][:2] == ["4月", "5月"]
    assert all(b.y - a.y >= 40 for a, b in itertools.pairwise(months))
