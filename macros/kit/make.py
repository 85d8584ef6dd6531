"""Makes the parts, in two processes: pages to PDF and slides take most of the kit's time."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.util import Finalize
from pathlib import Path
from typing import TypeVar

from ..check import checked
from ..faults import StopBuild
from .part import Part, ToolMissing
from .registry import all_parts

_T = TypeVar("_T")

_known: list[Part] = []
"""The parts as a worker process knows them: their functions cannot be sent from one process to another."""


@dataclass(frozen=True)
class Made:
    """A part with its bytes, or without and with the reason: a fault of the part, or only a tool that is not there."""

    part: Part
    data: bytes = b""
    missing: str = ""
    fault: bool = False


def make_all(root: Path, listed: Sequence[Part], jobs: int = 2) -> list[Made]:
    """Make every part of the project at `root`, in the order of `listed`.

    One that cannot be made is told about, and the rest is made.
    """
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_learn, initargs=(root,)) as pool:
        found = _told(pool.map(_make, range(len(listed))), len(listed))
        return [Made(part, *one) for part, one in zip(listed, found, strict=True)]


def open_press() -> AbstractContextManager:
    """What prints pages; it starts its browser with the first page."""
    try:
        from .browser import Press
    except ModuleNotFoundError:  # nothing is printed
        return nullcontext()
    return Press()


def _told(found: Iterable[_T], total: int) -> Iterator[_T]:
    """Say from time to time how many are made: the whole takes minutes."""
    for number, one in enumerate(found, 1):
        yield one
        if number % 20 == 0 or number == total:
            print(f"{total} 個のうち {number} 個を作りました。", flush=True)


def _learn(root: Path) -> None:
    os.chdir(root)
    press = open_press()
    Finalize(None, press.__exit__, args=(None, None, None), exitpriority=1)  # a pool's process runs no atexit
    _known[:] = all_parts(checked(root), root, press.__enter__())


def _make(number: int) -> tuple[bytes, str, bool]:
    """Bytes, or why there are none, and whether that is a fault of the part."""
    try:
        return _known[number].write(), "", False
    except StopBuild as stop:
        return b"", str(stop), not isinstance(stop, ToolMissing)
