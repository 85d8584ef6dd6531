"""The master of all decks: the site's colours, a Japanese typeface, and real placeholders on four layouts."""

from __future__ import annotations

import copy
import re
from functools import cache
from pathlib import Path

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.util import Pt

from . import layout
from .layout import Box

COVER, POINTS, TITLE_ONLY, QUESTION = "表紙", "要点", "図と数字", "問い"
LEAD_INDEX, SOURCE_INDEX = 14, 13
FACE = "BIZ UDPゴシック"
_KEPT = {"Title Slide": COVER, "Title and Content": POINTS, "Title Only": TITLE_ONLY, "Section Header": QUESTION}
_TOKENS = Path(__file__).parents[2] / "styles/tokens.css"


@cache
def colour(token: str) -> RGBColor:
    """A colour of the site's tokens in the light scheme, for example brand or tone-note-bg."""
    found = re.search(rf"--(?:color-)?{token}: #([0-9a-f]{{3,6}});", _TOKENS.read_text(encoding="utf-8"))
    code = found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1])
    return RGBColor.from_string(code.upper())


def blank_deck() -> Deck:
    """An empty presentation with our layouts alone."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(layout.WIDTH), Pt(layout.HEIGHT)
    body = next(shape for shape in deck.slide_layouts.get_by_name("Section Header").placeholders if shape.placeholder_format.idx == 1)._element
    for own in list(deck.slide_layouts):
        if own.name in _KEPT:
            _dress(own, _KEPT[own.name], body)
        else:
            deck.slide_layouts.remove(own)
    _master(deck)
    _theme(deck)
    for rel in [rel for rel in deck.part.rels.values() if rel.reltype.endswith("/printerSettings")]:
        deck.part.rels.pop(rel.rId)
    package = deck.part.package
    for own in [own for own, rel in package._rels.items() if rel.reltype.endswith("/thumbnail")]:
        package._rels.pop(own)  # the picture of an empty deck
    return deck


def put(shape: object, box: Box) -> None:
    """Move a shape into a box."""
    shape.left, shape.top, shape.width, shape.height = Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height)


def _dress(own: object, name: str, body: etree._Element) -> None:
    own.name = name
    for shape in list(own.placeholders):
        kind = shape.placeholder_format.idx
        if kind == 10:  # the date: it would change at every opening
            shape._element.getparent().remove(shape._element)
        elif kind == 11:
            _foot(shape, layout.FOOT)
        elif kind == 12:
            _foot(shape, layout.NUMBER)
    title, *rest = [shape for shape in own.placeholders if shape.placeholder_format.idx < 10]
    if name == COVER:
        put(title, Box(80, 150, 800, 120))
        put(rest[0], Box(80, 290, 800, 110))
        _text(title, 44, bold=True, anchor="b")
        _text(rest[0], 24, colour_token="ink-soft")
        _ground(own, "bg-tint")
        return
    put(title, layout.TITLE)
    if name == QUESTION:
        put(rest[0], layout.BODY)
        _text(rest[0], layout.BODY_SIZE, colour_token="ink", anchor="t")
        _ground(own, "accent-soft")
    elif name == POINTS:
        put(rest[0], layout.BODY)
    if name == TITLE_ONLY:
        _text(_added(own, body, LEAD_INDEX, "説明", layout.LEAD), layout.LEAD_SIZE, colour_token="ink-soft", anchor="t")
    _text(_added(own, body, SOURCE_INDEX, "出典", layout.SOURCE), layout.SOURCE_SIZE, colour_token="ink-soft", anchor="b")
    _text(title, layout.TITLE_SIZE, bold=True, colour_token="brand-strong", anchor="ctr")


def _added(own: object, body: etree._Element, index: int, name: str, box: Box) -> object:
    """Add a text placeholder of our own to a layout."""
    element = copy.deepcopy(body)
    element.find(".//" + qn("p:ph")).set("idx", str(index))
    element.find(".//" + qn("p:cNvPr")).set("id", str(100 + index))
    element.find(".//" + qn("p:cNvPr")).set("name", name)
    own.shapes._spTree.append(element)
    shape = next(s for s in own.placeholders if s.placeholder_format.idx == index)
    put(shape, box)
    return shape


def _text(shape: object, size: float, *, bold: bool = False, colour_token: str = "brand-strong", anchor: str = "") -> None:
    """Size, weight and colour of a placeholder's text, told once in the layout; slides inherit them."""
    body = shape._element.txBody
    body.bodyPr.set("anchor", anchor or "t")
    for fit in list(body.bodyPr):
        body.bodyPr.remove(fit)  # nothing shrinks by itself: texts are measured instead
    styles = body.find(qn("a:lstStyle"))
    for child in list(styles):
        styles.remove(child)
    level = etree.SubElement(styles, qn("a:lvl1pPr"), marL="0", indent="0", algn="l")
    etree.SubElement(level, qn("a:buNone"))
    run = etree.SubElement(level, qn("a:defRPr"), sz=str(int(size * 100)), b="1" if bold else "0", cap="none")
    fill = etree.SubElement(etree.SubElement(run, qn("a:solidFill")), qn("a:srgbClr"))
    fill.set("val", str(colour(colour_token)))


def _foot(shape: object, box: Box) -> None:
    put(shape, box)


def _ground(own: object, token: str) -> None:
    fill = own.background.fill
    fill.solid()
    fill.fore_color.rgb = colour(token)


def _master(deck: Deck) -> None:
    master = deck.slide_master
    for shape in list(master.placeholders):
        kind = shape._element.find(".//" + qn("p:ph")).get("type")
        place = {"title": layout.TITLE, "body": layout.BODY, "ftr": layout.FOOT, "sldNum": layout.NUMBER}.get(kind)
        if place is None:
            shape._element.getparent().remove(shape._element)
            continue
        put(shape, place)
        if kind in ("ftr", "sldNum"):
            for run in shape._element.iter(qn("a:defRPr")):
                run.set("sz", "1200" if kind == "ftr" else "1400")
            for level in shape._element.iter(qn("a:lvl1pPr")):
                level.set("algn", "l" if kind == "ftr" else "r")
    # A band at the edge, drawn behind everything and named as decoration.
    band = deck.slides.add_slide(deck.slide_layouts.get_by_name(TITLE_ONLY)).shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, Pt(14), Pt(layout.HEIGHT))
    band.fill.solid()
    band.fill.fore_color.rgb = colour("brand")
    band.line.fill.background()
    band.shadow.inherit = False
    band.name = "帯（かざり）"
    band._element.find(".//" + qn("p:cNvPr")).set("id", "50")
    master.shapes._spTree.insert(2, band._element)
    _drop_slides(deck)
    _body_style(master)


def _drop_slides(deck: Deck) -> None:
    for listed in list(deck.slides._sldIdLst):
        deck.part.drop_rel(listed.rId)
        deck.slides._sldIdLst.remove(listed)


def _body_style(master: object) -> None:
    """Points: size, fixed leading (the same in every program and typeface), a green bullet."""
    level = master._element.find(".//" + qn("p:bodyStyle")).find(qn("a:lvl1pPr"))
    level.set("marL", str(Pt(layout.INDENT)))
    level.set("indent", str(-Pt(layout.INDENT)))
    for child in list(level):
        if child.tag != qn("a:defRPr"):
            level.remove(child)
    run = level.find(qn("a:defRPr"))
    run.set("sz", str(layout.BODY_SIZE * 100))
    made = etree.fromstring(
        f'<a:x xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="{int(layout.AFTER * 100)}"/></a:spcAft>'
        f'<a:buClr><a:srgbClr val="{colour("brand")}"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="●"/></a:x>'
    )
    for place, child in enumerate(list(made)):
        level.insert(place, child)
    made = None
    size = etree.Element(qn("a:buSzPct"), val="60000")
    level.insert([child.tag for child in level].index(qn("a:buFont")), size)


def _theme(deck: Deck) -> None:
    """Typeface (Latin and East Asian) and colours, so that what a user adds looks the same."""
    part = next(r.target_part for r in deck.slide_master.part.rels.values() if r.reltype.endswith("/theme"))
    theme = etree.fromstring(part.blob)
    spaces = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
    for kind in ("majorFont", "minorFont"):
        for tag in ("latin", "ea"):
            theme.find(f".//a:{kind}/a:{tag}", spaces).set("typeface", FACE)
        for script in theme.findall(f".//a:{kind}/a:font", spaces):
            script.getparent().remove(script)
    colours = {
        "dk1": "ink", "lt1": "bg", "dk2": "brand-strong", "lt2": "bg-tint", "accent1": "chart-1", "accent2": "chart-2", "accent3": "chart-3",
        "accent4": "chart-4", "accent5": "chart-5", "accent6": "chart-6", "hlink": "link", "folHlink": "link-visited",
    }
    for name, token in colours.items():
        slot = theme.find(f".//a:clrScheme/a:{name}", spaces)
        for child in list(slot):
            slot.remove(child)
        etree.SubElement(slot, qn("a:srgbClr"), val=str(colour(token)))
    theme.set("name", "協議会ハンドブック")
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)
