"""`python -m tests.fuzz.data`: single mistakes in real records are harmless or reported, never a traceback.

Every file but the mistaken one is read once, so that a thousand mistakes take a few minutes.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from macros import load as loader
from macros.check import check, common
from macros.faults import Fault
from macros.model.fields import Record
from macros.model.files import FILE_KINDS, Handbook

from .mutations import MUTATIONS, Written, truncated

_REMEDY = re.compile(r"(ください|ありませんか|です|（いまは \d+）)$|ください（いまは[^）]*）$|ください。")


@dataclass(frozen=True)
class Trial:
    """One mistake and what came of it; `problem` is empty if it was harmless or well reported."""

    number: int
    mutation: str
    file: str
    outcome: str
    problem: str = ""


class Project:
    """A copy of a project's data and pages in which one file at a time is mistaken."""

    def __init__(self, root: Path, folder: Path) -> None:
        """Copy what `root` needs for the check into `folder` and read it once. Raises if it has a fault."""
        shutil.copytree(root / "data", folder / "data")
        shutil.copytree(root / "docs", folder / "docs", ignore=shutil.ignore_patterns("*.png", "*.woff2"))
        self.root = folder
        self._read = loader._read_file
        self._kept: dict[Path, list] = {}
        self._walk, self._texts_of = loader.walk, common.texts_of
        self._stable: set[int] = set()
        self._walked: dict[int, list[Record]] = {}
        self._texts: dict[int, list | None] = {}
        self._open: Path | None = None
        with self._reading_once():
            self.handbook, faults = check(folder)
        if faults:
            raise ValueError(f"the data has faults already: {faults[0]}")
        self.files = [Written.read(path) for path in sorted((folder / "data").rglob("*.yml"))]

    def mistaken(self, file: Written, content: bytes) -> tuple[Handbook, list[Fault]]:
        """Check the project with other bytes in one file."""
        file.path.write_bytes(content)
        self._open = file.path
        try:
            with self._reading_once():
                return check(self.root)
        finally:
            file.path.write_text(file.text, encoding="utf-8")

    @contextmanager
    def _reading_once(self) -> Iterator[None]:
        def read(path: Path, data: Path, kind: object, faults: list[Fault]) -> list:
            if path == self._open:
                return self._read(path, data, kind, faults)
            if path not in self._kept:
                self._kept[path] = self._read(path, data, kind, faults)
            return self._kept[path]

        def walk(top: Record) -> list[Record]:
            if id(top) not in self._stable:
                return list(self._walk(top))
            if id(top) not in self._walked:
                self._walked[id(top)] = list(self._walk(top))
                self._texts.update((id(record), None) for record in self._walked[id(top)])
            return self._walked[id(top)]

        def texts_of(record: Record) -> list:
            if id(record) not in self._texts:
                return self._texts_of(record)
            if self._texts[id(record)] is None:
                self._texts[id(record)] = self._texts_of(record)
            return self._texts[id(record)]

        with mock.patch.object(common, "texts_of", texts_of), mock.patch.object(loader, "_read_file", read), mock.patch.object(loader, "walk", walk), mock.patch.object(common, "walk", walk):
            yield
        self._stable.update(id(record) for records in self._kept.values() for record in records)


def run(root: Path, numbers: range, seed: int) -> Iterator[Trial]:
    """Make the mistakes of these numbers, each kind in turn, in files drawn at random."""
    with tempfile.TemporaryDirectory() as folder:
        project = Project(root, Path(folder))
        for number in numbers:
            yield _trial(project, number, random.Random(f"{seed}/{number}"))


def _share(root: Path, numbers: range, seed: int) -> list[Trial]:
    """One process's share of a run; what was not handled is printed at once."""
    trials = []
    for trial in run(root, numbers, seed):
        trials.append(trial)
        if len(trials) % 50 == 0:
            print(f"{len(trials)} of {len(numbers)} in process {numbers.start + 1}", flush=True)
        if trial.problem:
            print(f"#{trial.number} {trial.mutation} in {trial.file}: {trial.outcome}\n    {trial.problem}", flush=True)
    return trials


def _trial(project: Project, number: int, rng: random.Random) -> Trial:
    mutation = MUTATIONS[number % len(MUTATIONS)]
    while True:
        file = rng.choice(project.files)
        mistaken = mutation(file, rng)
        if mistaken is not None and mistaken != file.text:
            break
    content = mistaken if isinstance(mistaken, bytes) else mistaken.encode()
    name = file.path.relative_to(project.root).as_posix()
    try:
        handbook, faults = project.mistaken(file, content)
    except Exception:
        return Trial(number, mutation.__name__, name, "traceback", traceback.format_exc(limit=-3))
    if not faults:
        same = all(getattr(handbook, kind.name) == getattr(project.handbook, kind.name) for kind in FILE_KINDS)
        return Trial(number, mutation.__name__, name, "harmless" if same else "silent", "" if same else _difference(file.text, content))
    return Trial(number, mutation.__name__, name, "reported", _ill_reported(faults, name, content, gone=mutation is truncated))


def _ill_reported(faults: list[Fault], name: str, content: bytes, *, gone: bool) -> str:
    """What a report lacks: the mistaken file, a line that it has, a remedy.

    `gone`: records were cut off. They cannot be pointed at; the ledger and who refers to them speak.
    """
    own = [fault for fault in faults if fault.place.path == name]
    if not own and not gone:
        return f"no fault names {name}: {faults[0]}"
    lines = content.count(b"\n") + content.count(b"\r") + 2
    for fault in own:
        if not 1 <= fault.place.line <= lines:
            return f"no such line: {fault}"
    return next((f"no remedy: {fault}" for fault in faults if not _REMEDY.search(fault.message)), "")


def _difference(before: str, content: bytes) -> str:
    after = content.decode(errors="replace")
    at = next((n for n, (a, b) in enumerate(zip(before, after)) if a != b), min(len(before), len(after)))
    return f"at {at}: …{before[max(0, at - 40) : at + 40]!r} → …{after[max(0, at - 40) : at + 40]!r}"


def main() -> int:
    """Run from the command line; exit status 1 if a mistake was not handled."""
    parser = argparse.ArgumentParser(description="一つずつまちがえたデータを確かめる")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    options = parser.parse_args()
    print(f"seed {options.seed}, {options.count} mistakes")
    cores = os.cpu_count() or 1
    with ProcessPoolExecutor(cores) as pool:
        parts = [pool.submit(_share, Path.cwd(), range(core, options.count, cores), options.seed) for core in range(cores)]
        trials = [trial for part in parts for trial in part.result()]
    counts = Counter((trial.mutation, trial.outcome) for trial in trials)
    bad = [trial for trial in trials if trial.problem]
    for mutation in MUTATIONS:
        told = ", ".join(f"{outcome} {counts[name, outcome]}" for name, outcome in sorted(counts) if name == mutation.__name__)
        print(f"{mutation.__name__:18} {told}")
    print(f"tried {options.count}, not handled {len(bad)} (seed {options.seed})")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
