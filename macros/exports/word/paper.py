"""The blank paper: a Word document in Japanese with our styles, header and page numbers."""

from __future__ import annotations

import datetime
import functools
import io

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import BaseStyle
from docx.text.paragraph import Paragraph

from ..same_bytes import same_bytes

FONT = "BIZ UDPゴシック"
INK, SOFT, LINE = RGBColor(0x1A, 0x25, 0x23), RGBColor(0x4A, 0x59, 0x55), "8A96A3"
GROUND, PLACEHOLDER = "FFF6D8", "Blank"
"""Ground and style of what stands in a blank until somebody writes there."""
_FIXED = datetime.datetime(2020, 1, 1)
_UNUSED = {"thumbnail", "stylesWithEffects", "customXml", "numbering", "webSettings"}
"""Parts of python-docx's own template that we do without."""
_USED = {"Normal", "Title", "heading 1", "heading 2", "header", "footer", "Table Grid"}
_HEADINGS = {"Title": (17, 0, 8), "Heading 1": (12.5, 14, 4), "Heading 2": (10.5, 8, 0)}


def paper(title: str, mark: str, *, wide: bool = False) -> Document:
    """An empty A4 document named `title`; `mark` stands at the head of every page."""
    document = docx.Document(io.BytesIO(_blank(wide)))
    _properties(document, title)
    document.sections[0].header.paragraphs[0].add_run(mark)
    return document


@functools.cache  # styling it costs more than reading it
def _blank(wide: bool) -> bytes:
    """The file of a document with our styles, page and page numbers, and nothing in it."""
    document = docx.Document()
    for relations in (document.part.package.rels, document.part.rels):
        for key in [key for key, relation in relations.items() if relation.reltype.rpartition("/")[2] in _UNUSED]:
            del relations[key]
    _language(document)
    _styles(document)
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(297), Mm(210)) if wide else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(22), Mm(18)
    section.header_distance = section.footer_distance = Mm(9)
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    head.alignment, foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.CENTER
    _field(foot, "PAGE")
    foot.add_run(" / ")
    _field(foot, "NUMPAGES")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def saved(document: Document) -> bytes:
    """The bytes of the file, the same at every run."""
    for number, control in enumerate(document.element.iter(qn("w:sdtPr")), 1):
        control.find(qn("w:id")).set(qn("w:val"), str(number))
    buffer = io.BytesIO()
    document.save(buffer)
    return same_bytes(buffer.getvalue())


def inner_width(document: Document) -> int:
    """Width between the margins, in English Metric Units as Word counts."""
    section = document.sections[0]
    return section.page_width - section.left_margin - section.right_margin


def _properties(document: Document, title: str) -> None:
    core = document.core_properties
    core.title, core.author, core.language, core.comments = title, "協議会ハンドブック", "ja-JP", ""
    core.created = core.modified = _FIXED
    core.last_modified_by, core.revision = "協議会ハンドブック", 1


def _language(document: Document) -> None:
    for language in document.styles.element.iter(qn("w:lang")):
        for name in ("val", "eastAsia"):
            language.set(qn(f"w:{name}"), "ja-JP")
    settings = document.settings.element
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), "ja-JP")
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")  # else Word says 互換モード in the title of its window


def _styles(document: Document) -> None:
    _fewer_styles(document)
    styles = document.styles
    normal = styles["Normal"]
    _font(normal, 10.5)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(3), 1.25
    for name, (size, before, after) in _HEADINGS.items():
        style = styles[name]
        _font(style, size, bold=True)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.keep_with_next = True
        for border in style.element.pPr.findall(qn("w:pBdr")):
            style.element.pPr.remove(border)
    styles["Title"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for name in ("Header", "Footer"):
        _font(styles[name], 9, color=SOFT)
    _font(styles.add_style("Hint", WD_STYLE_TYPE.PARAGRAPH), 9.5, color=SOFT)
    styles["Hint"].base_style = normal
    blank = styles.add_style(PLACEHOLDER, WD_STYLE_TYPE.CHARACTER)
    blank.font.color.rgb = RGBColor(0x5F, 0x4A, 0x12)
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:color"), "auto")
    shade.set(qn("w:fill"), GROUND)
    blank.element.get_or_add_rPr().append(shade)


def _fewer_styles(document: Document) -> None:
    """Leave out the styles that we do not use: python-docx looks through all of them at every paragraph."""
    root = document.styles.element
    for style in list(root.style_lst):
        if style.name_val not in _USED and not style.default:
            root.remove(style)
    for style in root.style_lst:
        for link in style.findall(qn("w:link")):
            style.remove(link)


def _font(style: BaseStyle, size: float, *, bold: bool = False, color: RGBColor = INK) -> None:
    style.font.size, style.font.bold, style.font.color.rgb, style.font.italic = Pt(size), bold, color, False
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):  # a theme's font would go before ours
        del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{name}"), FONT)


def _field(paragraph: Paragraph, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)
