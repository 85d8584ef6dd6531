"""Finish a PDF that Chromium printed: PDF/UA metadata and structure, and the same bytes at every run.

Chromium writes the tags, the language, the title and the bookmarks. What it leaves undone is done
here: content without a tag becomes an artifact, list points and ruby get the parts that the
standard asks for, links say where they lead, dates and ids are fixed.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

MADE_BY = "協議会ハンドブック"
_PAINTS = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s"}
_KEEPS = {"/Alt", "/ActualText", "/Lang", "/E"}
_LANDS = re.compile(r"(?:^|\s)(?:m|l|c|v|y|re|h)$")


def finished(raw: bytes, title: str, date: str, labels: Mapping[str, str]) -> bytes:
    """Return the accessible PDF. `date` is that of the content (2026-11-21); `labels`: anchor → the words that link to it."""
    with Pdf.open(io.BytesIO(raw)) as pdf:
        for page in pdf.pages:
            page.Contents = pdf.make_stream(_artifacts(_content(page)))
            page.Tabs = Name.S
            for note in page.get("/Annots", ()):
                target = str(note.get("/Dest", ""))[1:]
                note.Contents = String(f"{labels.get(target) or 'この文書の中'}へ移る")
        _mend(pdf)
        _flatten(pdf)
        _metadata(pdf, title, date)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, compress_streams=True, recompress_flate=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def landings(raw: bytes) -> dict[str, int]:
    """Anchor → number of the page (from 1) for every anchor that a link of the document leads to."""
    with Pdf.open(io.BytesIO(raw)) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        return {name[1:]: numbers[place[0].objgen] for name, place in pdf.Root.get("/Dests", {}).items()}


def _content(page: pikepdf.Page) -> str:
    parts = page.Contents if isinstance(page.Contents, Array) else [page.Contents]
    return "\n".join(part.read_bytes().decode("latin-1") for part in parts)


def _artifacts(content: str) -> bytes:
    """Wrap everything that is painted outside marked content (page numbers, rules, grounds) as an artifact.

    Chromium writes one operator a line and texts in hexadecimal, so lines can be told apart without a parser.
    """
    out: list[str] = []
    path: list[str] = []
    depth, in_text = 0, False
    for line in content.split("\n"):
        word = line.rsplit(" ", 1)[-1]
        if word in ("BDC", "BMC") or line.endswith(">>BDC"):
            depth += 1
        elif word == "EMC":
            depth -= 1
        if depth or in_text or word in ("BDC", "EMC"):
            out.append(line)
            if in_text and word == "ET" and not depth:
                out.append("EMC")
                in_text = False
        elif word == "BT":
            out += ["/Artifact BMC", line]
            in_text = True
        elif _LANDS.search(line):
            path.append(line)
        elif word in _PAINTS:
            out += ["/Artifact BMC", *path, line, "EMC"]
            path = []
        elif word == "Do":
            out += ["/Artifact BMC", line, "EMC"]
        else:
            out += [*path, line]
            path = []
    return "\n".join([*out, *path]).encode("latin-1")


def _mend(pdf: Pdf) -> None:
    """Give list points and ruby the parts of the standard, and ids that do not depend on the run."""
    ids: dict[str, str] = {}
    heads: list[Array] = []
    for element in elements(pdf.Root.StructTreeRoot):
        kind = element.get("/S")
        if kind == Name.LI:
            _body_of_point(pdf, element)
        elif kind == Name.Ruby:
            for child in _kids(element):
                if child.get("/S") in (Name.NonStruct, Name.Span):
                    child.S = Name.RB
        if "/ID" in element:
            ids[str(element.ID)] = f"n{len(ids):05}"
            element.ID = String(ids[str(element.ID)])
        heads += [part.Headers for part in _attributes(element) if "/Headers" in part]
    for headers in heads:
        for place, own in enumerate(headers):
            headers[place] = String(ids[str(own)])
    if "/IDTree" in pdf.Root.StructTreeRoot:
        named = {str(e.ID): e for e in elements(pdf.Root.StructTreeRoot) if "/ID" in e}
        pairs = Array([part for own in sorted(named) for part in (String(own), named[own])])
        limits = Array([String(min(named)), String(max(named))])
        pdf.Root.StructTreeRoot.IDTree = Dictionary(Kids=Array([pdf.make_indirect(Dictionary(Names=pairs, Limits=limits))]))


def _body_of_point(pdf: Pdf, point: Dictionary) -> None:
    """A point of a list holds its label and one body."""
    labels = [child for child in _kids(point) if child.get("/S") == Name.Lbl]
    rest = [child for child in _kids(point) if child.get("/S") not in (Name.Lbl, Name.LBody)]
    if rest:
        body = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.LBody, P=point, K=Array(rest)))
        for child in rest:
            child.P = body
        point.K = Array([*labels, body])


def _flatten(pdf: Pdf) -> None:
    """Give the content of elements that mean nothing (NonStruct) to the element around them: half the tree, easier to walk."""
    owners: dict[tuple[int, int], Dictionary] = {}
    root = pdf.Root.StructTreeRoot
    for element in list(elements(root)):
        if element.get("/S") != Name.NonStruct and "/K" in element and element.get("/Type") != Name.StructTreeRoot:
            kids: list[object] = []
            _collect(element, element, kids, owners)
            element.K = Array(kids)
    for numbers in _number_trees(root.ParentTree):
        for listed in numbers:
            if isinstance(listed, Array):
                for place, entry in enumerate(listed):
                    if isinstance(entry, Dictionary) and entry.objgen in owners:
                        listed[place] = owners[entry.objgen]


def _collect(node: Dictionary, owner: Dictionary, kids: list[object], owners: dict[tuple[int, int], Dictionary]) -> None:
    found = node.K if isinstance(node.K, Array) else [node.K]
    for kid in found:
        if isinstance(kid, Dictionary) and kid.get("/S") == Name.NonStruct and not _KEEPS.intersection(kid.keys()):
            owners[kid.objgen] = owner
            if "/K" in kid:
                _collect(kid, owner, kids, owners)
        elif isinstance(kid, Dictionary):
            if "/S" in kid:
                kid.P = owner
            kids.append(kid)
        else:
            if "/Pg" not in owner:
                owner.Pg = node.Pg
            same = owner.Pg.objgen == node.Pg.objgen
            kids.append(int(kid) if same else Dictionary(Type=Name.MCR, Pg=node.Pg, MCID=int(kid)))


def _number_trees(tree: Dictionary) -> Iterator[Array]:
    if "/Nums" in tree:
        yield tree.Nums
    for kid in tree.get("/Kids", ()):
        yield from _number_trees(kid)


def elements(root: Dictionary) -> Iterator[Dictionary]:
    """Yield the elements of a structure tree in reading order."""
    pile = [root]
    while pile:
        element = pile.pop()
        yield element
        pile += reversed(_kids(element))


def _kids(element: Dictionary) -> list[Dictionary]:
    kids = element.get("/K", Array())
    kids = kids if isinstance(kids, Array) else [kids]
    return [kid for kid in kids if isinstance(kid, Dictionary) and "/S" in kid]


def _attributes(element: Dictionary) -> list[Dictionary]:
    found = element.get("/A", Array())
    return [part for part in (found if isinstance(found, Array) else [found]) if isinstance(part, Dictionary)]


def _metadata(pdf: Pdf, title: str, date: str) -> None:
    for key in list(pdf.docinfo):
        del pdf.docinfo[key]
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = title
        metadata["dc:language"] = {"ja"}
        metadata["dc:creator"] = [MADE_BY]
        metadata["xmp:CreateDate"] = metadata["xmp:ModifyDate"] = f"{date}T00:00:00+09:00"
        metadata["pdfuaid:part"] = "1"
    stamp = f"D:{date.replace('-', '')}000000+09'00'"
    for key, value in (("/Title", title), ("/Author", MADE_BY), ("/CreationDate", stamp), ("/ModDate", stamp)):
        pdf.docinfo[key] = String(value)
    pdf.Root.Lang = String("ja-JP")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
