"""Text into placeholders, and words for what is no text."""

from __future__ import annotations

from pptx.oxml.ns import qn
from pptx.slide import Slide as Sheet
from pptx.util import Pt

from . import layout
from .look import colour
from .plan import Line


def placeholder(sheet: Sheet, index: int) -> object:
    """The placeholder of a sheet with this index."""
    return next(shape for shape in sheet.placeholders if shape.placeholder_format.idx == index)


def fill(shape: object, lines: tuple[Line, ...], size: float, leading: bool = True) -> None:
    """Write points into a placeholder."""
    frame = shape.text_frame
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        if leading:  # in points, so that every program and typeface gives the height that was measured
            paragraph.line_spacing = Pt(round(size * layout.LEADING))
            paragraph.space_after = Pt(layout.AFTER)
        if line.label:
            run = paragraph.add_run()
            run.text = line.label + ("　" if line.text else "")
            run.font.bold = True
            run.font.color.rgb = colour("brand-strong")
        if line.text:
            paragraph.add_run().text = line.text
        if size != layout.BODY_SIZE:
            for run in paragraph.runs:
                run.font.size = Pt(size)


def describe(shape: object, name: str, words_for_it: str) -> None:
    """Give a picture, chart or table its name and its alternative text."""
    own = shape._element.find(".//" + qn("p:cNvPr"))
    own.set("name", name)
    own.set("descr", words_for_it)
