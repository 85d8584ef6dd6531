"""Makes the parts, in two processes: pages to PDF and slides take most of the kit's time."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from ..check import checked
from .part import Part, ToolMissing
from .registry import parts

_known: list[Part] = []
"""The parts as a worker process knows them: their functions cannot be sent from one process to another."""


@dataclass(frozen=True)
class Made:
    """A part with its bytes, or without and with the reason."""

    part: Part
    data: bytes = b""
    missing: str = ""


def make_all(root: Path, listed: Sequence[Part], jobs: int = 2) -> list[Made]:
    """Make every part of the project at `root`, in the order of `listed`.

    A part whose tool is missing is told about. Any other fault stops the kit.
    """
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_learn, initargs=(root,)) as pool:
        made = list(pool.map(_make, range(len(listed))))
    return [Made(part, data, missing) for part, (data, missing) in zip(listed, made, strict=True)]


def _learn(root: Path) -> None:
    os.chdir(root)
    _known[:] = parts(checked(root))


def _make(number: int) -> tuple[bytes, str]:
    try:
        return _known[number].write(), ""
    except ToolMissing as missing:
        return b"", str(missing)
