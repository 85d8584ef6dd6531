"""The slides: planned over all records, and one deck reopened."""

from __future__ import annotations

import dataclasses
import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from pptx import Presentation

from macros.faults import BadData
from macros.kit.browser import Press
from macros.kit.slides.decks import decks
from macros.kit.slides.measure import faults
from macros.kit.slides.parts import parts
from macros.kit.slides.plan import Deck, Line, Slide
from macros.model.fields import Place
from macros.model.files import Handbook

ROOT = Path(__file__).parent.parent
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


@pytest.fixture(scope="module")
def planned(handbook: Handbook) -> list[Deck]:
    """Every deck; BadData where a text leaves its box."""
    return decks(handbook, ROOT)


def test_every_chapter_and_path_has_a_deck(planned: list[Deck], handbook: Handbook) -> None:
    assert [deck.about for deck in planned] == [record.id for record in (*handbook.chapters, *handbook.paths)]


def test_the_minutes_of_every_set_add_up(planned: list[Deck]) -> None:
    for deck in planned:
        assert {total: sum(minutes.values()) for total, minutes in deck.sets.items()} == {30: 30, 60: 60, 90: 90}, deck.id
        assert all(minutes > 0 for taken in deck.sets.values() for minutes in taken.values()), deck.id
        assert set().union(*deck.sets.values()) == set(range(len(deck.slides))), deck.id


def test_every_set_opens_talks_and_closes(planned: list[Deck]) -> None:
    for deck in planned:
        for places in deck.sets.values():
            titles = [deck.slides[place].title for place in sorted(places)]
            assert deck.slides[min(places)].kind == "cover" and titles[-1] == "もっと知るには" and "話し合ってみましょう" in titles, deck.id


def test_a_set_shows_all_slides_of_a_series_or_none(planned: list[Deck]) -> None:
    for deck in planned:
        for places in deck.sets.values():
            units = {(deck.slides[p].group, deck.slides[p].unit) for p in places if deck.slides[p].unit not in ("", "exercise")}
            assert all(p in places for p, slide in enumerate(deck.slides) if (slide.group, slide.unit) in units), deck.id


def test_every_slide_has_words_to_say_and_a_question(planned: list[Deck]) -> None:
    assert [(deck.id, slide.title) for deck in planned for slide in deck.slides if not slide.say or not slide.ask] == []


def test_a_text_larger_than_its_box_is_found_with_its_place() -> None:
    here = Place("data/guidelines/topics/x/y.yml", 7)
    slide = Slide("points", "題", (Line("長" * 600, place=here),), place=here)
    assert [str(fault) for fault in faults(slide)] == [f"{here}: スライド「題」の文が、枠からはみ出します。見出し語（label）か文を短くしてください"]
    assert list(faults(dataclasses.replace(slide, title="長" * 90, lines=())))
    assert not list(faults(dataclasses.replace(slide, lines=(Line("短い文です。", place=here),))))


def test_the_plan_stops_at_a_record_that_overflows(handbook: Handbook) -> None:
    page = handbook.index[handbook.chapters[0].pages[0]]
    long = dataclasses.replace(page, title="長い題" * 40)
    changed = dataclasses.replace(handbook, chapters=handbook.chapters[:1], paths=(), index={**handbook.index, page.id: long})
    with pytest.raises(BadData, match=r"data/guidelines/topics/.+\.yml:\d+: 題「長い題.+二行に収まりません"):
        decks(changed, ROOT)


@pytest.fixture(scope="module")
def deck(handbook: Handbook) -> bytes:
    """A deck with charts and without figures: no browser is needed."""
    part = next(part for part in parts(handbook, ROOT, Press()) if part.id == "slides-chapter-self-plan")
    content = part.write()
    assert content == part.write(), "two runs differ"
    return content


def test_a_deck_can_be_read_without_seeing_it(deck: bytes) -> None:
    made = Presentation(io.BytesIO(deck))
    assert made.core_properties.language == "ja-JP" and made.core_properties.title.startswith("セルフプラン")
    for sheet in made.slides:
        assert sheet.shapes.title is not None and sheet.shapes.title.text_frame.text
        notes = sheet.notes_slide.notes_text_frame.text
        assert "【話すこと】" in notes and "【時間】" in notes and "【会場への問い】" in notes
        assert any(shape.is_placeholder and shape.placeholder_format.type == 13 for shape in sheet.shapes)
        assert all(shape._element.find(f".//{P}cNvPr").get("descr") for shape in sheet.shapes if not shape.is_placeholder)
        assert {run.find(f"{A}rPr").get("lang") for run in sheet._element.iter(f"{A}r")} == {"ja-JP"}
        assert len({element.get("id") for element in sheet._element.iter(f"{P}cNvPr")}) == len(list(sheet._element.iter(f"{P}cNvPr")))
    assert any(shape.has_chart for sheet in made.slides for shape in sheet.shapes)


def test_the_file_names_its_sets_and_its_typeface(deck: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        presentation = etree.fromstring(archive.read("ppt/presentation.xml"))
        theme = etree.fromstring(archive.read("ppt/theme/theme1.xml"))
        assert {info.date_time[0] for info in archive.infolist()} == {2020}
    assert [show.get("name") for show in presentation.iter(f"{P}custShow")] == ["30分", "60分", "90分"]
    assert {face.get("typeface") for face in theme.iter(f"{A}ea")} == {"BIZ UDPゴシック"}
