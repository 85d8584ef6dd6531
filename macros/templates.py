"""The template environment of the components, and what every template may use."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import jinja2
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from .figures.shapes import number
from .load import walk
from .model import accessibility, checklists, easy, evidence, fields, forms, knowledge
from .prose import format_value

_ANCHOR = re.compile(r"\S*#[a-z][a-z0-9-]*")
COMPONENTS = Path(__file__).parent / "components"

LABELS = {
    "role": fields.ROLES,
    "role_short": fields.ROLES_SHORT,
    "statement": knowledge.STATEMENT_KINDS,
    "source": knowledge.SOURCE_KINDS,
    "case": evidence.CASE_KINDS,
    "occasion": checklists.OCCASIONS,
    "result": accessibility.RESULTS,
    "method": accessibility.METHODS,
    "easy_group": easy.EASY_GROUPS,
    "form_group": forms.FORM_GROUPS,
    "form_file": forms.FORM_FILES,
}


class _Compiled(jinja2.BytecodeCache):
    """What templates are compiled to, by name and source: the next build while the site is served finds it."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the bucket what its source was compiled to before, if anything."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember what the source in the bucket was compiled to."""
        self._codes[bucket.key, bucket.checksum] = bucket.code


COMPILED = _Compiled()


def environment(filters: Mapping[str, Callable[..., Any]]) -> jinja2.Environment:
    """The environment for macros/components/<name>/template.html: strict, escaped, with these filters too."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(COMPONENTS), autoescape=True, bytecode_cache=COMPILED,
        undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_never_a_heading,
    )
    made.filters |= {"value": format_value, "when": when, "pairs": pairs, "grouped": grouped, "short": number, "finding": finding, "has_figures": has_figures, "roles_of": roles_of, **filters}
    made.globals |= {"walk": walk, "labels": LABELS, "prefectures": evidence.PREFECTURES}
    return made


def _never_a_heading(value: Any) -> Any:
    """A text as it is, but written so that no line of a page begins with its #: Markdown would make a heading of the line."""
    if not isinstance(value, str) or "#" not in value or isinstance(value, Markup) or _ANCHOR.fullmatch(value):
        return value
    return escape(value).replace("#", Markup("&#35;"))


def when(date: str, weekday: bool = False) -> str:
    """Write 2025-04 as 2025年4月, 2025 as 2025年, 2026-11-21 as 2026年11月21日, with its weekday 2026年11月21日（土）."""
    parts = [int(part) for part in date.split("-")]
    text = "".join(f"{part}{unit}" for part, unit in zip(parts, "年月日"))
    if weekday and len(parts) == 3:
        text += f"（{'月火水木金土日'[datetime.date(*parts).weekday()]}）"
    return text


def pairs(words: Iterable[Any]) -> list[tuple[Any, Any]]:
    """Each word as value and label of a choice."""
    return [(word, word) for word in words]


def finding(summary: str) -> str:
    """The first sentence of a summary."""
    return summary.partition("。")[0] + "。"


def roles_of(page: knowledge.Page) -> list[str]:
    """The roles that single statements of a page name, in the order of the list of roles."""
    named = {role for section in page.sections for statement in section.statements for role in statement.roles}
    return [role for role in fields.ROLES if role in named]


def grouped(records: Iterable[Any], attribute: str) -> list[tuple[Any, list[Any]]]:
    """Records by the value of an attribute, groups and records in their first order."""
    groups: dict[Any, list[Any]] = {}
    for record in records:
        groups.setdefault(getattr(record, attribute), []).append(record)
    return list(groups.items())


def has_figures(statement: knowledge.Statement) -> bool:
    """True if a statement tells a measured figure, so that its date must stand beside it."""
    return bool(re.search(r"\$\{|\d\s?[%％]", statement.text))
