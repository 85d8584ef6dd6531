"""What can be said about a PDF/UA file without a validator: the structural checks that we make ourselves.

veraPDF is in none of the registries that this project uses; these checks cover what its rules most
often find: metadata, language, tags for all content, alternatives, headings, tables, lists, links, fonts.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Pdf

from .finish import elements

_PAINTING = re.compile(r"^(?:.* )?(?:Tj|TJ|f|F|f\*|B|B\*|b|b\*|S|s|Do|sh)$")


def complaints(content: bytes) -> list[str]:
    """Everything that keeps the PDF from being accessible, as far as we can see; an empty list is good."""
    with Pdf.open(io.BytesIO(content)) as pdf:
        return [*_document(pdf), *_structure(pdf), *_pages(pdf), *_fonts(pdf)]


def _document(pdf: Pdf) -> Iterator[str]:
    root = pdf.Root
    if not str(root.get("/Lang", "")).startswith("ja"):
        yield "no language"
    if not bool(root.get("/MarkInfo", Dictionary()).get("/Marked", False)):
        yield "not tagged"
    if not bool(root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False)):
        yield "the title is not shown"
    if "/Outlines" not in root:
        yield "no bookmarks"
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        if str(metadata.get("pdfuaid:part")) != "1" or not metadata.get("dc:title"):
            yield "no PDF/UA mark or no title in the metadata"


def _structure(pdf: Pdf) -> Iterator[str]:
    level = 0
    for element in elements(pdf.Root.StructTreeRoot):
        kind = str(element.get("/S", ""))[1:]
        kids = [str(kid.S)[1:] for kid in _kids(element)]
        if kind == "Figure" and not str(element.get("/Alt", "")).strip():
            yield "a figure without an alternative"
        if re.fullmatch(r"H[1-6]", kind):
            if int(kind[1]) > level + 1:
                yield f"heading {kind} after H{level}"
            level = int(kind[1])
        if kind == "Table" and not any(str(e.S) == "/TH" for e in elements(element) if "/S" in e):
            yield "a table without heads"
        if kind == "TR" and not set(kids) <= {"TH", "TD"}:
            yield f"a row that holds {kids}"
        if kind == "L" and not set(kids) <= {"LI", "Caption", "L"}:
            yield f"a list that holds {kids}"
        if kind == "LI" and not set(kids) <= {"Lbl", "LBody"}:
            yield f"a point that holds {kids}"
        if kind == "Ruby" and not set(kids) <= {"RB", "RT", "RP"}:
            yield f"ruby that holds {kids}"


def _kids(element: Dictionary) -> list[Dictionary]:
    kids = element.get("/K", Array())
    return [kid for kid in (kids if isinstance(kids, Array) else [kids]) if isinstance(kid, Dictionary) and "/S" in kid]


def _pages(pdf: Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, 1):
        if page.get("/Tabs") != Name.S:
            yield f"page {number}: no tab order"
        for note in page.get("/Annots", ()):
            if not str(note.get("/Contents", "")) or "/StructParent" not in note:
                yield f"page {number}: a link without words or tag"
        depth = 0
        for line in page.Contents.read_bytes().decode("latin-1").split("\n"):
            depth += line.endswith(("BDC", "BMC"))
            depth -= line.endswith("EMC")
            if not depth and _PAINTING.match(line):
                yield f"page {number}: content that is neither tagged nor an artifact: {line[:40]}"


def _fonts(pdf: Pdf) -> Iterator[str]:
    for item in pdf.objects:
        if isinstance(item, Dictionary) and item.get("/Type") == Name.Font and item.get("/Subtype") in (Name.Type0, Name.Type3):
            if "/ToUnicode" not in item:
                yield f"font {item.get('/BaseFont', '')} cannot be read as text"
            inner = item.get("/DescendantFonts", Array())
            if inner and "/FontFile2" not in inner[0].FontDescriptor and "/FontFile3" not in inner[0].FontDescriptor:
                yield f"font {item.BaseFont} is not embedded"
