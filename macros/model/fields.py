"""Building blocks of the records: places, located text, and described fields."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, order=True)
class Place:
    """Where something stands: a path relative to the project, and a line from 1."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


NOWHERE = Place("", 0)


class Text(str):
    """A string that remembers where it was written, so that a rule can name the line."""

    place: Place = NOWHERE

    @classmethod
    def at(cls, value: str, place: Place) -> "Text":
        """Return `value` as a Text written at `place`."""
        text = cls(value)
        text.place = place
        return text


@dataclass(frozen=True, kw_only=True)
class Record:
    """Base of all records; `place` is the line where the record begins."""

    place: Place = dataclasses.field(default=NOWHERE, compare=False, repr=False)


def spec(
    doc: str,
    *,
    default: Any = dataclasses.MISSING,
    own: str = "",
    refs: tuple[str, ...] = (),
    choices: dict[str, str] | None = None,
    pattern: str = "",
    hint: str = "",
    prose: bool = False,
    ours: bool = False,
    plain: bool = False,
) -> Any:
    """Describe one field of a record.

    `doc` is the Japanese explanation for editors. `own` names the id kind if the
    field is the record's own id, `refs` the id kinds it may refer to, `choices`
    the allowed words with their labels, `pattern` a regular expression that the
    text must match and `hint` how to write it. `prose` marks a text that readers
    see and that may hold Markdown, id links and `${figures}`; `plain` one in plain
    Japanese, which macros/check/plain.py judges. `ours` marks a field
    that our own files need and that a file of another publisher may lack: it has a
    default all the same.
    """
    metadata = {
        "doc": doc, "own": own, "refs": refs, "choices": choices or {},
        "pattern": pattern, "hint": hint, "prose": prose, "ours": ours, "plain": plain,
    }
    if isinstance(default, dict):
        return dataclasses.field(default_factory=dict, metadata=metadata)
    return dataclasses.field(default=default, metadata=metadata)


DATE = r"\d{4}-\d{2}-\d{2}"
PARTIAL_DATE = r"\d{4}(-\d{2}(-\d{2})?)?"
DATE_HINT = "2025-04-01 の形（西暦-月-日）"
PARTIAL_DATE_HINT = "2025、2025-04、2025-04-01 のどれかの形"
VERSION = r"\d+\.\d+\.\d+"

ROLES = {
    "municipality": "市町村の担当",
    "kikan": "基幹相談支援センター",
    "prefecture": "都道府県の担当",
    "adviser": "アドバイザー",
    "member": "当事者・家族の委員",
    "provider": "相談支援・サービス事業者",
    "finance": "財政担当",
}
ROLES_SHORT = {
    "municipality": "市町村",
    "kikan": "基幹センター",
    "prefecture": "都道府県",
    "adviser": "アドバイザー",
    "member": "当事者・家族",
    "provider": "事業者",
    "finance": "財政",
}
"""The roles in a word or two, for marks beside a statement."""
