"""The words under which a record is linked."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from .load import walk
from .model.files import FILE_KINDS, Handbook


@functools.lru_cache(maxsize=2)  # every guide asks for it
def titles(handbook: Handbook) -> Mapping[str, str]:
    """Return id → title. A record without one (a statement) takes that of what it stands in."""
    found: dict[str, str] = {}
    for kind in FILE_KINDS:
        for top in getattr(handbook, kind.name):
            _collect(top, "", found)
    return found


def _collect(record, around: str, found: dict[str, str]) -> None:
    own = getattr(record, "id", "")
    title = next((text for name in ("title", "question", "term", "short") if (text := getattr(record, name, ""))), around)
    if own:
        found[own] = title
    for inner in walk(record):
        if inner is not record and getattr(inner, "id", "") not in found:
            _collect(inner, title, found)
