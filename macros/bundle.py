"""TypeScript and CSS → the files that the browser loads, by esbuild.

Classic scripts (IIFE), since module scripts do not work from file://.
A component's behaviour is macros/components/<name>/<name>.ts, its look style.css.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .faults import StopBuild
from .memo import kept

ROOMS = {
    "site": ("furigana", "search", "settings"),
    "check": ("own-checklist", "self-check"),
    "bench": ("compare", "steps", "workbench", "worksheet"),
}
"""Style sheets and the components in each: on every page, on sheets to answer, where many answers are read.
All other components are in the sheet "reading". A template names its room by data-room; overrides/main.html reads it."""

_SETTINGS = ("tsconfig.json", "macros/client/tsconfig.json", "package.json", "package-lock.json")

MACROS = Path(__file__).parent
ROOT = MACROS.parent


class BundleError(StopBuild):
    """esbuild is missing or found a fault; the message says which."""


@dataclass(frozen=True)
class Bundle:
    """files: name → content of every script and style sheet. packages: npm package → the files that hold code of it."""

    files: Mapping[str, bytes]
    packages: Mapping[str, tuple[str, ...]]


def bundle() -> Bundle:
    """Make every script and style sheet. Raises BundleError."""
    return _bundled(tuple((path, path.read_bytes()) for path in _sources()))


def _sources() -> list[Path]:
    """All that a script or a style sheet may be made of."""
    return sorted([*MACROS.rglob("*.ts"), *MACROS.rglob("*.css"), *(path for path in map(ROOT.joinpath, _SETTINGS) if path.is_file())])


@kept
def _bundled(sources: tuple[tuple[Path, bytes], ...]) -> Bundle:
    """`sources` says what the result rests on; esbuild reads the files itself."""
    scripts = sorted(path for path in MACROS.glob("components/*/*.ts") if _is_entry(path))
    with tempfile.TemporaryDirectory() as folder:
        styles = {Path(folder) / f"{name}.css": paths for name, paths in _style_sheets().items()}
        for sheet, paths in styles.items():
            sheet.write_text("".join(f'@import "{path}";\n' for path in paths), encoding="utf-8")
        out, told = Path(folder) / "out", Path(folder) / "made-of.json"
        _esbuild([*map(str, scripts), *map(str, styles)], out, told)
        return Bundle({path.name: path.read_bytes() for path in sorted(out.iterdir())}, packages_in(json.loads(told.read_text(encoding="utf-8"))))


def packages_in(metafile: Mapping) -> dict[str, tuple[str, ...]]:
    """Package → names of the files that hold code of it, from what esbuild tells (`--metafile`). Code that it threw away is in none."""
    found: dict[str, set[str]] = {}
    for path, output in metafile["outputs"].items():
        for source, part in output["inputs"].items():
            if part["bytesInOutput"] and "node_modules/" in source:
                found.setdefault(_package(source), set()).add(Path(path).name)
    return {name: tuple(sorted(files)) for name, files in sorted(found.items())}


def _package(source: str) -> str:
    """…/node_modules/@scope/name/file.js → @scope/name."""
    parts = source.rpartition("node_modules/")[2].split("/")
    return "/".join(parts[:2] if parts[0].startswith("@") else parts[:1])


def _is_entry(path: Path) -> bool:
    """A script that pages load bears its component's name; .head is for the head of every page, .lazy comes on demand."""
    return path.stem == path.parent.name or path.stem.endswith((".head", ".lazy"))


def _style_sheets() -> dict[str, list[Path]]:
    """The files that each style sheet is made of. What paper needs has the last word in each room's sheet."""
    base, paper = [[MACROS / "styles" / f"{name}.css" for name in names] for names in (("tokens", "base", "frame"), ("print",))]
    looks = {path.parent.name: path for path in sorted(MACROS.glob("components/*/style.css"))}
    room_of = {component: room for room, components in ROOMS.items() for component in components}
    sheets = {room: [path for name, path in looks.items() if room_of.get(name, "reading") == room] for room in (*ROOMS, "reading")}
    return {room: [*base, *paths] if room == "site" else [*paths, *paper] for room, paths in sheets.items()}


def _esbuild(entries: list[str], out: Path, told: Path) -> None:
    # The program itself, not its Node wrapper: the build then needs no Node.
    programs = sorted(ROOT.glob("node_modules/@esbuild/*/bin/esbuild")) + sorted(ROOT.glob("node_modules/@esbuild/*/esbuild.exe"))
    if not programs:
        raise BundleError("esbuild がありません。make build か npm ci を実行してください")
    command = [
        str(programs[0]), *entries, f"--outdir={out}", "--entry-names=[name]", "--bundle", "--format=iife",
        "--minify", "--target=es2021,chrome100,edge100,firefox100,safari15", "--charset=utf8",
        "--log-level=warning", f"--metafile={told}",
        "--legal-comments=none",  # what they say is on a page of its own (licences.py)
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BundleError(done.stderr.strip())
