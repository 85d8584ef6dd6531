"""How programs are timed, and what stands for a user's slow device."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright

from macros.kit.browser import FLAGS, find

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
SLOWER = 4
"""How many times slower than here the processor of a user may be (Lighthouse's figure for a cheap phone)."""


@dataclass(frozen=True)
class Spent:
    """Seconds of a program and all it started: by the clock, and of the processors."""

    wall: float
    cpu: float


def spent(run: Callable[[], object]) -> Spent:
    """Time one run of `run`, which has to wait for what it starts."""
    before, start = _children(), time.perf_counter()
    run()
    return Spent(time.perf_counter() - start, _children() - before)


def in_turn(*programs: Callable[[], object], runs: int) -> list[Spent]:
    """Medians of programs that run in turn, so that a busy moment of the machine meets them all alike."""
    taken = [[spent(program) for program in programs] for _ in range(runs)]
    return [_medians(of_one) for of_one in zip(*taken, strict=True)]


def _medians(runs: Sequence[Spent]) -> Spent:
    return Spent(statistics.median(run.wall for run in runs), statistics.median(run.cpu for run in runs))


def python(*arguments: str, folder: Path = ROOT) -> Callable[[], object]:
    """A whole Python process as something to time."""
    return partial(subprocess.run, [sys.executable, *arguments], cwd=folder, check=True, capture_output=True)


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def launched(playwright: Playwright) -> Browser:
    """Chromium with the flags of the tests."""
    return playwright.chromium.launch(executable_path=find(), args=list(FLAGS))


def slowed(page: Page) -> None:
    """Let a page run as on a slow processor."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def percentile(times: Sequence[float], percent: int) -> float:
    """The time that `percent` of 100 do not pass."""
    return statistics.quantiles(times, n=100, method="inclusive")[percent - 1]


def load() -> float:
    """How many programs wanted a processor during the last minute."""
    return os.getloadavg()[0]
