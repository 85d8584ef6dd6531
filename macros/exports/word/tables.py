"""Tables of forms: a heading row that comes again on every page, thin lines, cells high enough to write in."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from .paper import LINE, inner_width

_HEAD, _LABEL = "DCE9E5", "EEF4F2"
_LINE_HEIGHT = Mm(7.5)


def table(document: Document, widths: Sequence[int], rows: int, title: str) -> Table:
    """An empty table with these shares of the width; `title` is what a screen reader says of it."""
    made = document.add_table(rows, len(widths))
    made.style, made.autofit = "Table Grid", False
    settings = made._tbl.tblPr
    _border(settings)
    for tag in ("tblCaption", "tblDescription"):
        note = OxmlElement(f"w:{tag}")
        note.set(qn("w:val"), title)
        settings.append(note)
    whole = inner_width(document)
    shares = [Emu(whole * width // sum(widths)) for width in widths]
    for column, share in zip(made._tbl.tblGrid.findall(qn("w:gridCol")), shares, strict=True):
        column.w = share
    for cells in (row.cells for row in made.rows):
        for cell, share in zip(cells, shares, strict=True):
            cell.width = share
    return made


def head(row: _Row, words: Sequence[str]) -> None:
    """Make `row` the heading of its table."""
    repeated = OxmlElement("w:tblHeader")
    row._tr.get_or_add_trPr().append(repeated)
    for cell, word in zip(row.cells, words, strict=True):
        label(cell, word, fill=_HEAD)


def label(cell: _Cell, word: str, *, fill: str = _LABEL) -> None:
    """Write a bold word on a tinted ground."""
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:color"), "auto")
    shade.set(qn("w:fill"), fill)
    cell._tc.get_or_add_tcPr().append(shade)
    line(cell).add_run(word).bold = True


def line(cell: _Cell) -> Paragraph:
    """The first paragraph of a cell, close to its edges."""
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    return paragraph


def height(row: _Row, lines: int) -> None:
    """Keep `row` at least so many written lines high, and on one page."""
    row.height, row.height_rule = Emu(_LINE_HEIGHT * lines), WD_ROW_HEIGHT_RULE.AT_LEAST
    if lines < 12:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _border(settings: OxmlElement) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        edge = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", LINE)):
            edge.set(qn(f"w:{name}"), value)
        borders.append(edge)
    settings.find(qn("w:tblLayout")).addprevious(borders)  # the order of the schema, which Word insists on
