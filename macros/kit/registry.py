"""The one list of what the kit is made of: each producer offers parts, made only when they are asked for."""

from __future__ import annotations

import importlib
from collections import Counter
from collections.abc import Iterable

from ..faults import StopBuild
from ..model.files import Handbook
from .part import Part

PRODUCERS = ("sheets",)
"""Modules of macros.kit with `parts(handbook) -> list[Part]`, in the order of the page. They list without making,
so they import what only the making needs (python-pptx, Playwright …) inside the functions that make."""

LONGEST_PATH = 80
"""Characters of a part's path: below a deep folder on Windows, 260 are soon used up."""


def parts(handbook: Handbook) -> list[Part]:
    """All parts of the kit, none of them made. Raises StopBuild if ids or paths could not stand in one kit."""
    found = [
        part for name in PRODUCERS
        for part in importlib.import_module(f"{__package__}.{name}").parts(handbook)
    ]
    if faults := list(_faults(found)):
        raise StopBuild("研修キットの部品に直すところがあります。\n" + "\n".join(faults))
    return found


def _faults(found: list[Part]) -> Iterable[str]:
    for field in ("id", "path"):
        for value, count in Counter(getattr(part, field).lower() for part in found).items():
            if count > 1:
                yield f"「{value}」という {field} の部品が {count} つあります。ほかにない {field} に変えてください"
    for part in found:
        if not (part.path.isascii() and part.id.isascii()):
            yield f"「{part.path}」は、半角の英数字だけの名前に変えてください"
        if len(part.path) > LONGEST_PATH:
            yield f"「{part.path}」は {len(part.path)} 文字です。{LONGEST_PATH} 文字までに縮めてください"
