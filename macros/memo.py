"""What a build has worked out, kept for the next one while the site is served.

A result is found by all that it rests on (the arguments), so nothing can be stale. What a build
did not ask for is gone after the next: what was written hours ago takes no memory.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

_Function = TypeVar("_Function", bound=Callable[..., Any])
_shelves: list["_Shelf"] = []
_run = {"live": False}


class _Shelf:
    """The results of one function: those of this build, and those of the build before."""

    def __init__(self) -> None:
        self.now: dict[Hashable, Any] = {}
        self.before: dict[Hashable, Any] = {}

    def turn(self) -> None:
        self.before, self.now = self.now, {}


def kept(function: _Function) -> _Function:
    """Keep the results of a function whose arguments can be keys and tell all that its result rests on.

    The result must never be changed. In a build that comes alone nothing is kept.
    """
    shelf = _Shelf()
    _shelves.append(shelf)

    @functools.wraps(function)
    def asked(*arguments: Hashable) -> Any:
        if not _run["live"]:
            return function(*arguments)
        if arguments not in shelf.now:
            shelf.now[arguments] = shelf.before[arguments] if arguments in shelf.before else function(*arguments)
        return shelf.now[arguments]

    return asked  # type: ignore[return-value]


def begin(*, live: bool) -> None:
    """Say before the first build whether others will follow."""
    _run["live"] = live


def next_build() -> None:
    """Say after a build that the next thing to come is another."""
    for shelf in _shelves:
        shelf.turn()
