"""A handbook in which every text is one of tests/payloads.json, and what an Office file must not hold."""

from __future__ import annotations

import dataclasses
import io
import itertools
import json
import zipfile
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

from lxml import etree

from macros.load import walk
from macros.model.fields import Record
from macros.model.files import FILE_KINDS, Handbook
from macros.model.forms import FormPart
from macros.model.types import FieldShape, own_field, shape

from .conftest import ROOT

_FILE = json.loads((ROOT / "tests/payloads.json").read_text(encoding="utf-8"))
_OF_OFFICE = ("http://127.0.0.1:9/", "mailto:a@127.0.0.1", "internal:Sheet1!A1", "{=1+1}", "題&G&F&P&&", 'a"&b', "_x0041_", "]]>")
"""What only Office files and their writers read: addresses, array formulas, codes of a footer, signs by number."""
_ALL = (*_FILE["markup"], *_FILE["formulas"], *_OF_OFFICE)
# `${…}` is the figure of a statistic, and the rules refuse one that does not exist, as they do a line end of another system.
PAYLOADS: tuple[str, ...] = tuple(text.replace("${", "$ {") for text in _ALL if "\r" not in text)
CHOICES = tuple(text for text in PAYLOADS if len(text) <= 24 and "," not in text)
"""Those that the rules take as words to choose from, which are short and hold no comma."""
_JOINING = {"group", "chart_columns", "benchmark_row"}
"""Fields whose words name columns, rows or groups of the same record."""
_FIELDS_OF_WORD = {"PAGE", "NUMPAGES"}


def hostile(handbook: Handbook) -> Handbook:
    """The handbook with payloads in place of every text that a reader sees; ids, references and figures stay."""
    texts, choices = itertools.cycle(PAYLOADS), itertools.cycle(CHOICES)
    families = {kind.name: tuple(_hostile(record, texts, choices) for record in getattr(handbook, kind.name)) for kind in FILE_KINDS}
    index = {
        getattr(record, own.name): record
        for family in families.values() for top in family for record in walk(top) if (own := own_field(type(record)))
    }
    return Handbook(**families, index=MappingProxyType(index))


def _hostile(record: Record, texts: Iterator[str], choices: Iterator[str]) -> Record:
    changed = {field.name: _value(record, field, texts, choices) for field in shape(type(record)) if _shown(field)}
    if isinstance(record, FormPart) and record.kind == "table":
        changed["sheet"] = record.sheet or record.title  # the rules keep names of sheets
    return dataclasses.replace(record, **changed)


def _shown(field: FieldShape) -> bool:
    meta = field.meta
    return field.name not in _JOINING and not (meta["own"] or meta["refs"] or meta["choices"] or meta["pattern"])


def _value(record: Record, field: FieldShape, texts: Iterator[str], choices: Iterator[str]) -> Any:
    value = getattr(record, field.name)
    source = choices if field.name == "choices" or (type(record).__name__, field.name) == ("Level", "label") else texts
    if field.kind == "text":
        return next(source) if value else value
    if field.kind == "texts":
        return tuple(next(source) for _ in value)
    if field.kind in ("text_map", "value_map"):
        return {key: next(texts) if isinstance(inner, str) else inner for key, inner in value.items()}
    if field.kind == "records":
        return tuple(_hostile(inner, texts, choices) for inner in value)
    return value


def squeezed(text: str) -> str:
    """The text without spaces and line ends, which programs keep in ways of their own."""
    return "".join(text.split())


def dangers(content: bytes, name: str = "") -> Iterator[str]:
    """What in a file of Office leads out of it or reckons; in the workbooks of its charts too. Raises if its XML is broken."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for entry in archive.namelist():
            where = f"{name}/{entry}"
            if entry.endswith(".xlsx"):
                yield from dangers(archive.read(entry), where)
            elif entry.endswith((".xml", ".rels")):
                yield from (f"{where}: {danger}" for danger in _dangers_of_part(etree.fromstring(archive.read(entry))))
            elif not entry.endswith((".png", ".jpeg")):
                yield f"{where}: a part of another kind"


def _dangers_of_part(root: etree._Element) -> Iterator[str]:
    for element in root.iter(etree.Element):
        tag = etree.QName(element)
        if element.get("TargetMode") == "External":
            yield f"a relationship to {element.get('Target')}"
        elif tag.localname == "f" and "spreadsheetml" in (tag.namespace or ""):
            yield f"the formula {element.text}"
        elif tag.localname in ("hyperlink", "hlinkClick", "hlinkHover", "instrText", "ddeLink", "oleLink", "externalReference"):
            yield f"<{tag.localname}>"
        elif tag.localname == "fldSimple" and element.values()[0] not in _FIELDS_OF_WORD:
            yield f"the field {element.values()[0]}"
