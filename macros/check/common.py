"""Helpers that the rules share."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Any

from ..faults import Fault
from ..load import walk
from ..model.fields import Place, Record, Text
from ..model.files import FILE_KINDS, Handbook
from ..model.types import FieldShape, shape

FIGURE = re.compile(r"\$\{([^}]*)\}")
KANA = r"[ぁ-ゖァ-ヺー・ 　]+"
"""A reading as `{漢字|よみ}` has it; nothing else comes into an attribute of a page."""
ID_LINK = re.compile(r"\[[^\]\n]+\]\(([^)\s]+)\)")


@functools.lru_cache(maxsize=2)
def everything(handbook: Handbook) -> tuple[Record, ...]:
    """Every record of the handbook, nested ones included. Kept, since most rules ask for it."""
    return tuple(record for kind in FILE_KINDS for top in getattr(handbook, kind.name) for record in walk(top))


@functools.lru_cache(maxsize=2)
def texts(handbook: Handbook) -> tuple[tuple[Record, FieldShape, Text], ...]:
    """Every written text with its record and field: singles, list entries and map values. Kept likewise."""
    return tuple(text for record in everything(handbook) for text in texts_of(record))


def texts_of(record: Record) -> list[tuple[Record, FieldShape, Text]]:
    """The written texts of a record, without those of the records in it."""
    return [(record, field, value) for field in _written(type(record)) for value in _strings(getattr(record, field.name)) if isinstance(value, Text)]


@functools.cache
def _written(record: type[Record]) -> tuple[FieldShape, ...]:
    """The fields that may hold written texts themselves."""
    return tuple(field for field in shape(record) if field.kind in ("text", "texts", "number_or_text", "text_map", "value_map"))


def place_of(value: Any, record: Record) -> Place:
    """Where `value` was written, or else where its record begins."""
    return value.place if isinstance(value, Text) else record.place


def fault(value: Any, record: Record, message: str) -> Fault:
    """A fault at the place of `value`, or else of `record`."""
    return Fault(place_of(value, record), message)


def _strings(value: Any) -> tuple[Any, ...]:
    if isinstance(value, tuple):
        return value
    if isinstance(value, dict):
        return tuple(value.values())
    return (value,)
