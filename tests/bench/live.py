"""`mkdocs serve`: how long after a change of one file the new site is there."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .measuring import Spent

_WATCHES = "Serving on"
_READY = "Reloading browsers"


def rebuilds(folder: Path, changed: str, old: str, new: str, runs: int) -> Spent:
    """Medians of the time from writing `changed` (words `old` and `new` in turn) until the site is built anew."""
    path = folder / changed
    first = path.read_text(encoding="utf-8")
    if old not in first:
        raise ValueError(f"{changed} に「{old}」がありません")
    texts = (first.replace(old, new, 1), first)
    with _serving(folder) as running:
        _until(running, _WATCHES)
        taken = []
        for turn in range(runs):
            time.sleep(1.5)  # the watcher looks twice a second and compares times of change
            before, start = _used(running.pid), time.perf_counter()
            path.write_text(texts[turn % 2], encoding="utf-8")
            _until(running, _READY)
            taken.append(Spent(time.perf_counter() - start, _used(running.pid) - before))
    return Spent(statistics.median(one.wall for one in taken), statistics.median(one.cpu for one in taken))


@contextmanager
def _serving(folder: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-u", "-m", "mkdocs", "serve", "--dev-addr", "127.0.0.1:8765"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as running:
        try:
            yield running
        finally:
            running.terminate()


def _until(running: subprocess.Popen[str], words: str) -> None:
    """Read what the server says up to `words`."""
    said: list[str] = []
    assert running.stdout is not None
    for line in running.stdout:
        said.append(line)
        if words in line:
            return
    raise RuntimeError("mkdocs serve が止まりました:\n" + "".join(said[-20:]))


def _used(pid: int) -> float:
    """Seconds of the processors that a program and what it waited for have used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
