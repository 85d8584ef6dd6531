"""One file that the kit holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from ..faults import StopBuild

Kind = Literal["slides", "handout", "large-print", "checklist", "worksheet", "template", "guide", "easy"]


@dataclass(frozen=True)
class Part:
    """A file of the kit, known before it is made, so that pages can list it without making it.

    id: stable, ASCII. title: what a reader calls it. path: below kit/files/, ASCII and short for Windows.
    about: the record it is made from (chapter, path, checklist …). write: makes the bytes, the same at every run.
    """

    id: str
    kind: Kind
    title: str
    path: str
    about: str
    write: Callable[[], bytes]


class ToolMissing(StopBuild):
    """A program or a font that a part needs is not there. The message (Japanese) says what to install.

    The part is left out and told about; the rest of the kit is made.
    """
