"""The figures: what a part of the bench gives, where they are kept, and the page that shows them."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import jinja2

from .measuring import ROOT, load

HERE = Path(__file__).parent
RESULTS = HERE / "results.json"
PAGE = ROOT / "docs/about/speed.md"


@dataclass(frozen=True)
class Figure:
    """One row of a table: ours, what it is held against, and the goal that the issue sets.

    `ratio` is ours by the other's; `met` is None where there is no goal.
    """

    name: str
    ours: str
    other: str = ""
    ratio: float | None = None
    goal: str = ""
    met: bool | None = None


def against(name: str, ours: float, other: float, unit: str, most: float | None = None, digits: int = 1) -> Figure:
    """A row that compares two numbers of one unit; `most` is the highest ratio that is good enough."""
    ratio = ours / other
    shown = [f"{number:,.{digits}f} {unit}" for number in (ours, other)]
    return Figure(name, *shown, round(ratio, 3), "" if most is None else f"{most:g} 倍以下", None if most is None else ratio <= most)


def within(name: str, ours: float, most: float, unit: str, other: str = "", digits: int = 0) -> Figure:
    """A row with a limit of its own."""
    return Figure(name, f"{ours:,.{digits}f} {unit}", other, None, f"{most:,.{digits}f} {unit}以下", ours <= most)


def keep(part: str, rows: Iterable[Figure], versions: Mapping[str, str]) -> None:
    """Write the rows of a part, with the day, the machine and the versions, beside those of the other parts."""
    results = kept()
    results[part] = {
        "date": date.today().isoformat(), "load": round(load(), 1), "machine": machine(), "versions": dict(versions),
        "rows": [asdict(row) for row in rows],
    }
    RESULTS.write_text(json.dumps(results, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def kept() -> dict[str, Any]:
    """The results as they are kept: name of a part → day, machine, versions, rows."""
    return json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}


def page(results: Mapping[str, Any]) -> str:
    """The results as the Markdown of the page 「速さと大きさ」."""
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(HERE), undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    return environment.get_template("page.md.j2").render(results=results)


def machine() -> str:
    """Processor, cores and system, as far as they can be known."""
    return f"{_processor()}、{os.cpu_count()}コア、{platform.system()}、Python {platform.python_version()}"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    names = [line.partition(":")[2].strip() for line in info.read_text().splitlines() if line.startswith("model name")] if info.exists() else []
    return names[0] if names else platform.machine()


def version_of(program: str) -> str:
    """What a program says of its version."""
    return subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.strip().splitlines()[0]
