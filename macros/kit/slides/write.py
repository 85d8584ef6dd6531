"""A planned deck → PPTX, the same bytes at every run."""

from __future__ import annotations

import copy
import datetime
import io
import re
import zipfile

from lxml import etree
from pptx.oxml.ns import qn
from pptx.slide import Slide as Sheet
from pptx.util import Pt

from ...model.files import Handbook
from . import layout, words
from .boxes import describe, fill, placeholder
from .charts import put_chart, put_table
from .layout import Box
from .look import COVER, POINTS, QUESTION, SOURCE_INDEX, TITLE_ONLY, blank_deck, put
from .measure import body_size
from .pictures import Pictures
from .plan import Deck, Slide

LANGUAGE = "ja-JP"
_LAYOUTS = {"cover": COVER, "points": POINTS, "figure": POINTS, "chart": TITLE_ONLY, "table": TITLE_ONLY, "question": QUESTION}
_DATE = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def written(deck: Deck, handbook: Handbook, pictures: Pictures, date: str) -> bytes:
    """Return the file. `date` (2026-11-21) is that of the content."""
    made = blank_deck()
    for place, slide in enumerate(deck.slides):
        sheet = made.slides.add_slide(made.slide_layouts.get_by_name(_LAYOUTS[slide.kind]))
        _title(sheet, slide)
        _DRAW[slide.kind](sheet, slide, handbook, pictures)
        _source(sheet, slide, handbook)
        _foot(sheet, deck)
        sheet.notes_slide.notes_text_frame.text = _notes(slide, _times(deck, place), handbook)
        _speak_japanese(sheet)
    _custom_shows(made, deck)
    own = made.core_properties
    own.title, own.author, own.language, own.subject, own.keywords, own.comments = deck.title, "協議会ハンドブック", LANGUAGE, "研修用スライド", "", ""
    own.last_modified_by, own.revision = "協議会ハンドブック", 1
    own.created = own.modified = datetime.datetime.fromisoformat(date)
    buffer = io.BytesIO()
    made.save(buffer)
    return rezipped(buffer.getvalue(), date)


def rezipped(content: bytes, date: str) -> bytes:
    """The same archive with sorted names and fixed dates; the workbooks inside it likewise."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            data = old.read(name)
            if name.endswith(".xlsx"):
                data = rezipped(data, date)
            elif name.endswith("docProps/core.xml"):
                data = _DATE.sub(f"{date}T00:00:00Z".encode(), data)
            info = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            new.writestr(info, data, compresslevel=9)
    return out.getvalue()


def _times(deck: Deck, place: int) -> str:
    """What a slide takes in each set, and how much of the set is over then."""
    said = []
    for total, minutes in deck.sets.items():
        elapsed = sum(taken for at, taken in minutes.items() if at <= place)
        said.append(f"{total}分の組：{minutes[place]}分（ここまで {elapsed}分）" if place in minutes else f"{total}分の組：使いません")
    return "　／　".join(said)


def _custom_shows(made: object, deck: Deck) -> None:
    """Name the sets as custom shows (目的別スライドショー)."""
    presentation = made.part._element
    listed = [slide.rId for slide in made.slides._sldIdLst]
    shows = etree.SubElement(presentation, qn("p:custShowLst"))
    for number, (total, minutes) in enumerate(deck.sets.items()):
        show = etree.SubElement(shows, qn("p:custShow"), name=f"{total}分", id=str(number))
        slides = etree.SubElement(show, qn("p:sldLst"))
        for place in sorted(minutes):
            etree.SubElement(slides, qn("p:sld")).set(qn("r:id"), listed[place])
    presentation.remove(shows)
    presentation.find(qn("p:notesSz")).addnext(shows)


def _notes(slide: Slide, times: str, handbook: Handbook) -> str:
    parts = ["【話すこと】", *slide.say, "", f"【時間】{times}", "", f"【会場への問い】{slide.ask}"]
    if slide.citations:
        parts += ["", f"【出典】{words.source_notes(slide.citations, handbook)}"]
    return "\n".join(parts)


def _title(sheet: Sheet, slide: Slide) -> None:
    sheet.shapes.title.text_frame.text = slide.title


def _points(sheet: Sheet, slide: Slide, handbook: Handbook, pictures: Pictures) -> None:
    del handbook, pictures
    fill(placeholder(sheet, 1), slide.lines, body_size(slide.lines))


def _question(sheet: Sheet, slide: Slide, handbook: Handbook, pictures: Pictures) -> None:
    _points(sheet, slide, handbook, pictures)


def _cover(sheet: Sheet, slide: Slide, handbook: Handbook, pictures: Pictures) -> None:
    del handbook, pictures
    placeholder(sheet, 1).text_frame.text = slide.lines[0].text


def _figure(sheet: Sheet, slide: Slide, handbook: Handbook, pictures: Pictures) -> None:
    del handbook
    ratio = pictures.shape(slide.figure)
    body = placeholder(sheet, 1)
    put(body, layout.HALF_RIGHT)
    fill(body, slide.lines, layout.SIDE_SIZE)
    _picture(sheet, slide, pictures, layout.HALF_LEFT, ratio)


def _picture(sheet: Sheet, slide: Slide, pictures: Pictures, box: Box, ratio: float) -> None:
    width = min(box.width, box.height / ratio)
    shape = sheet.shapes.add_picture(
        io.BytesIO(pictures.of(slide.figure)), Pt(box.left + (box.width - width) / 2), Pt(box.top + (box.height - width * ratio) / 2), Pt(width), Pt(width * ratio),
    )
    describe(shape, f"図：{slide.figure.title}", slide.figure.alt)


def _source(sheet: Sheet, slide: Slide, handbook: Handbook) -> None:
    """The sources at the foot; an empty placeholder would say 「テキストを入力」."""
    line = words.source_line(slide.citations, handbook, 2 * (layout.SOURCE.width / layout.SOURCE_SIZE) - 6)
    for shape in list(sheet.placeholders):
        if shape.placeholder_format.idx == SOURCE_INDEX:
            if line:
                shape.text_frame.text = line
            else:
                shape._element.getparent().remove(shape._element)


def _foot(sheet: Sheet, deck: Deck) -> None:
    """Foot and number are real placeholders too; python-pptx leaves them to the layout."""
    for shape in sheet.slide_layout.placeholders:
        index = shape.placeholder_format.idx
        if index not in (11, 12):
            continue
        made = copy.deepcopy(shape._element)
        sheet.shapes._spTree.append(made)
        added = sheet.shapes[-1]
        added._element.find(".//" + qn("p:cNvPr")).set("id", str(200 + index))
        if index == 11:
            added.text_frame.text = f"協議会ハンドブック　{deck.title}"


def _speak_japanese(sheet: Sheet) -> None:
    """Mark every run as Japanese: a screen reader takes the right voice."""
    for root in (sheet._element, sheet.notes_slide._element):
        for paragraph in root.iter(qn("a:p")):
            for run in paragraph.iter(qn("a:r"), qn("a:fld")):
                properties = run.find(qn("a:rPr"))
                if properties is None:
                    properties = etree.Element(qn("a:rPr"))
                    run.insert(0, properties)
                properties.set("lang", LANGUAGE)
                properties.set("altLang", "en-US")


_DRAW = {"cover": _cover, "points": _points, "figure": _figure, "chart": put_chart, "table": put_table, "question": _question}
