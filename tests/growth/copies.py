"""A project with many times its records: copies with ids and texts of their own, in a folder of their own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from macros.check import checked
from macros.load import walk
from macros.model.files import Handbook

KINDS = {
    "statistics": "statistics", "cases": "cases", "terms": "glossary", "faqs": "faq", "troubles": "troubles",
    "laws": "laws.yml", "events": "calendar.yml", "differences": "differences.yml", "pages": "topics",
}
"""Families of records that are copied, with their files below data/guidelines/."""

_SAID = {"title", "question", "term", "text", "answer", "summary", "lesson", "not_this", "first_step", "before", "after", "meaning"}
_WHOLE = {"aka"}
_CLOSED = {"roles", "rows", "columns"}
"""Words of lists of their own, some of which are ids of records too."""
# What belongs to one page alone: a copy goes without.
_OF_ONE_PAGE = re.compile(r"\{\{ (?:functions|meetings|picture)\(.*?\) \}\}\n*")


def records(handbook: Handbook) -> int:
    """How many records with an id the handbook has."""
    return len(handbook.index)


def grow(root: Path, folder: Path, times: int) -> None:
    """Write the data and pages of the project at `root` into `folder`, the records of KINDS `times` times over."""
    for name in ("data", "docs"):
        shutil.copytree(root / name, folder / name)
    ids = _ids(checked(root))
    guidelines = folder / "data/guidelines"
    for place in KINDS.values():
        files = [guidelines / place] if place.endswith(".yml") else sorted((guidelines / place).rglob("*.yml"))
        for file in filter(Path.is_file, files):
            value = _read(file)
            if isinstance(value, list):
                _write(file, [record for number in range(times) for record in _copy(value, ids, number)])
            else:
                for number in range(1, times):
                    _write(file.with_stem(f"{file.stem}-g{number}"), _copy(value, ids, number))
    _grow_prose(folder, ids, times)


def _ids(handbook: Handbook) -> frozenset[str]:
    """Ids of the records that are copied."""
    tops = (top for family in KINDS for top in getattr(handbook, family))
    return frozenset(own for top in tops for record in walk(top) if (own := getattr(record, "id", "")) in handbook.index)


def _copy(value: Any, ids: frozenset[str], number: int) -> Any:
    """The value as its copy of this number says it; number 0 is the value itself."""
    return value if number == 0 else _changed(value, ids, number, "")


def _changed(value: Any, ids: frozenset[str], number: int, key: str) -> Any:
    if isinstance(value, Mapping):
        return {name: inner if name in _CLOSED else _changed(inner, ids, number, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_changed(inner, ids, number, key) for inner in value]
    if not isinstance(value, str):
        return value
    if value in ids:
        return f"{value}-g{number}"
    if key in _WHOLE:
        return f"{value}その{number}"
    return _told_again(value, number) if key in _SAID else value


def _told_again(text: str, number: int) -> str:
    """The text in words of its own: no sentence of it stands in another copy."""
    return re.sub(r"(?<=[^。？])(。|？|$)", rf"その{number}\1", text, count=0)


def _grow_prose(folder: Path, ids: frozenset[str], times: int) -> None:
    """The pages of docs/handbook/ beside the copied records, and their places in the chapters."""
    for page in sorted((folder / "docs/handbook").glob("*/*.md")):
        text = page.read_text(encoding="utf-8")
        for number in range(1, times if page.stem != "index" else 1):
            mine = re.sub(r'"([a-z0-9-]+)"', lambda found, number=number: _renamed(found, ids, number), _OF_ONE_PAGE.sub("", text))
            page.with_stem(f"{page.stem}-g{number}").write_text(mine, encoding="utf-8")
    chapters = folder / "data/guidelines/chapters.yml"
    value = _read(chapters)
    for chapter in value:
        chapter["pages"] = [own if number == 0 else f"{own}-g{number}" for number in range(times) for own in chapter.get("pages", [])]
    _write(chapters, value)


def _renamed(found: re.Match[str], ids: frozenset[str], number: int) -> str:
    return f'"{found[1]}-g{number}"' if found[1] in ids else found[0]


def _read(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))


class _Plain(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):
    """Writes what stands there twice out twice: our data knows no anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _write(file: Path, value: Any) -> None:
    file.write_text(yaml.dump(value, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10**9), encoding="utf-8")


def link_the_rest(root: Path, folder: Path) -> None:
    """Link what a build needs beside the data and pages."""
    for name in ("macros", "overrides", "node_modules", "mkdocs.yml"):
        (folder / name).symlink_to((root / name).resolve())
