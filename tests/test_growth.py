"""Reading and checking ten times the records takes ten times the steps (`make growth` builds whole sites)."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType
from typing import Any

from macros.check import check

from .conftest import FIXTURES
from .growth.copies import grow

TIMES = 20


def test_twice_the_records_take_at_most_twice_the_steps(tmp_path: Path) -> None:
    few, many = _steps(tmp_path / "few", TIMES), _steps(tmp_path / "many", 2 * TIMES)
    assert many < 2.05 * few


def _steps(folder: Path, times: int) -> int:
    """Calls of functions while the grown project is read and checked."""
    folder.mkdir()
    grow(FIXTURES / "small", folder, times)
    called = 0

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal called
        called += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        handbook, faults = check(folder)
    finally:
        sys.setprofile(None)
    assert not faults and len(handbook.index) > 10 * times
    return called
