"""Blanks as Word's content controls: Tab goes from one to the next, and what is typed takes the hint's place."""

from __future__ import annotations

from collections.abc import Sequence

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree

from ...forms import BLANK
from .paper import GROUND, PLACEHOLDER

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_TICKED, _OPEN = "☑", "☐"


def write(paragraph: Paragraph, text: str) -> None:
    """Write `text`; each 〔…〕 in it becomes a blank."""
    for piece in BLANK.split(text):
        if BLANK.fullmatch(piece):
            write_blank(paragraph, piece.strip("〔〕　 ") or "書くところ", piece)
        elif piece:
            paragraph.add_run(piece)


def write_blank(paragraph: Paragraph, name: str, shown: str) -> None:
    """A blank for text, called `name`, that shows `shown` until it is filled in."""
    _control(paragraph, name, shown, OxmlElement("w:text"))


def write_choice(paragraph: Paragraph, name: str, words: Sequence[str]) -> None:
    """A blank where one of `words` is chosen."""
    listing = OxmlElement("w:dropDownList")
    for word in words:
        item = OxmlElement("w:listItem")
        item.set(qn("w:displayText"), word)
        item.set(qn("w:value"), word)
        listing.append(item)
    _control(paragraph, name, "選ぶ", listing)


def write_tick(paragraph: Paragraph, name: str) -> None:
    """A box that is ticked by a click, or by a pen on paper."""
    box = etree.Element(f"{{{_W14}}}checkbox", nsmap={"w14": _W14})
    for tag, sign in (("checked", "0"), ("checkedState", _TICKED), ("uncheckedState", _OPEN)):
        state = etree.SubElement(box, f"{{{_W14}}}{tag}")
        state.set(f"{{{_W14}}}val", sign if tag == "checked" else f"{ord(sign):04X}")
        if tag != "checked":
            state.set(f"{{{_W14}}}font", "MS Gothic")
    _control(paragraph, name, _OPEN, box, hint=False)


def _control(paragraph: Paragraph, name: str, shown: str, kind: etree._Element, *, hint: bool = True) -> None:
    control, settings, content = (OxmlElement(f"w:{tag}") for tag in ("sdt", "sdtPr", "sdtContent"))
    for tag, value in (("alias", name[:60]), ("id", "0")):  # the number comes when the file is saved
        setting = OxmlElement(f"w:{tag}")
        setting.set(qn("w:val"), value)
        settings.append(setting)
    if hint:
        settings.append(OxmlElement("w:showingPlcHdr"))
    settings.append(kind)
    run = OxmlElement("w:r")
    look = OxmlElement("w:rPr")
    if hint:
        style = OxmlElement("w:rStyle")
        style.set(qn("w:val"), PLACEHOLDER)
        shade = OxmlElement("w:shd")  # LibreOffice does not take the ground from the style
        for attribute, value in (("val", "clear"), ("color", "auto"), ("fill", GROUND)):
            shade.set(qn(f"w:{attribute}"), value)
        look.extend((style, shade))
    else:
        fonts = OxmlElement("w:rFonts")
        for part in ("ascii", "hAnsi", "eastAsia"):
            fonts.set(qn(f"w:{part}"), "MS Gothic")
        look.append(fonts)
    run.append(look)
    text = OxmlElement("w:t")
    text.text = shown
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(text)
    content.append(run)
    control.append(settings)
    control.append(content)
    paragraph._p.append(control)
