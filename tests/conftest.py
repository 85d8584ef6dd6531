"""Fixtures that all tests share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.check import checked
from macros.model.files import Handbook

ROOT = Path(__file__).parent.parent
FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture(scope="session")
def handbook() -> Handbook:
    """The real data, checked."""
    return checked(ROOT)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small valid project that a test may change."""
    return Path(shutil.copytree(FIXTURES / "small", tmp_path / "project"))
