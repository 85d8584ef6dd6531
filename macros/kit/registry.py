"""The one list of what the kit is made of: each producer offers parts, made only when they are asked for."""

from __future__ import annotations

import importlib
import importlib.util
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from ..faults import StopBuild
from ..model.files import Handbook
from .part import Part

PLAIN = ("sheets", "forms")
"""Modules of macros.kit with `parts(handbook)`, which need nothing but what the site is built with."""
PRINTED = ("slides", "handouts")
"""Modules of macros.kit with `parts(handbook, root, press)`, which need the packages of requirements-kit.txt, and a
browser (macros/kit/browser.py) once a part is made."""

LONGEST_PATH = 80
"""Characters of a part's path: below a deep folder on Windows, 260 are soon used up."""


def plain_parts(handbook: Handbook) -> list[Part]:
    """The parts that can be listed in no time, none of them made. Raises StopBuild as `all_parts`."""
    return _sound([part for producer in _producers(PLAIN) for part in producer(handbook)])


def all_parts(handbook: Handbook, root: Path, press: Any) -> list[Part]:
    """All parts of the kit of the project at `root`, none of them made. `press`: what prints (macros/kit/browser.py).

    Raises StopBuild if ids or paths could not stand in one kit.
    """
    printed = [part for producer in _producers(PRINTED) for part in producer(handbook, root, press)]
    return _sound([*plain_parts(handbook), *printed])


def _producers(names: Iterable[str]) -> list[Callable[..., Iterable[Part]]]:
    return [importlib.import_module(f"{__package__}.{name}").parts for name in names if _exists(name)]


def _exists(name: str) -> bool:
    return importlib.util.find_spec(f"{__package__}.{name}") is not None


def _sound(found: list[Part]) -> list[Part]:
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
