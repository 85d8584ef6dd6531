"""The shape of a record as data: one reading of the type hints for loader, schema and docs."""

from __future__ import annotations

import dataclasses
import functools
import types
import typing
from dataclasses import dataclass
from typing import Any

from .fields import Record


@dataclass(frozen=True)
class FieldShape:
    """One field: its name, kind and what `spec` said of it.

    `kind` is one of text, int, float, bool, number_or_text, record, texts,
    numbers, records, text_map, value_map. `record` is the record type inside.
    A required field may still be missing in a file of another publisher (meta "ours").
    """

    name: str
    kind: str
    record: type[Record] | None
    required: bool
    nullable: bool
    meta: typing.Mapping[str, Any]


@functools.cache
def shape(record: type[Record]) -> tuple[FieldShape, ...]:
    """The fields that an editor may write in a record of this type, in order."""
    hints = typing.get_type_hints(record)
    return tuple(
        _field_shape(field, hints[field.name])
        for field in dataclasses.fields(record)
        if field.name != "place"
    )


@functools.cache
def own_field(record: type[Record]) -> FieldShape | None:
    """The field that holds the record's own id, or None."""
    return next((field for field in shape(record) if field.meta["own"]), None)


def _field_shape(field: dataclasses.Field[Any], hint: Any) -> FieldShape:
    nullable = False
    if isinstance(hint, types.UnionType):
        members = [m for m in typing.get_args(hint) if m is not type(None)]
        nullable = len(members) < len(typing.get_args(hint))
        hint = members[0] if len(members) == 1 else float | str
    kind, inner = _kind(hint)
    missing = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    required = missing or field.metadata["ours"]
    return FieldShape(field.name, kind, inner, required, nullable, field.metadata)


def _kind(hint: Any) -> tuple[str, type[Record] | None]:
    simple = {str: "text", int: "int", float: "float", bool: "bool", float | str: "number_or_text"}
    if hint in simple:
        return simple[hint], None
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        inner = arguments[0]
        if inner in (str, int):
            return ("texts" if inner is str else "numbers"), None
        return "records", inner
    if origin is dict:
        return ("text_map" if arguments[1] is str else "value_map"), None
    if isinstance(hint, type) and issubclass(hint, Record):
        return "record", hint
    raise TypeError(f"no reading for the type {hint!r}")
