"""TypeScript and CSS → the files that the browser loads, by esbuild.

Classic scripts (IIFE), since module scripts do not work from file://.
A component's behaviour is macros/components/<name>/<name>.ts, its look style.css.
"""

from __future__ import annotations

import subprocess
import tempfile
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


def bundle() -> dict[str, bytes]:
    """Return file name → content for every script and style sheet. Never change what it returns."""
    return _bundled(tuple((path, path.read_bytes()) for path in _sources()))


def _sources() -> list[Path]:
    """All that a script or a style sheet may be made of."""
    return sorted([*MACROS.rglob("*.ts"), *MACROS.rglob("*.css"), *(path for path in map(ROOT.joinpath, _SETTINGS) if path.is_file())])


@kept
def _bundled(sources: tuple[tuple[Path, bytes], ...]) -> dict[str, bytes]:
    """`sources` says what the result rests on; esbuild reads the files itself."""
    scripts = sorted(path for path in MACROS.glob("components/*/*.ts") if _is_entry(path))
    with tempfile.TemporaryDirectory() as folder:
        styles = {Path(folder) / f"{name}.css": paths for name, paths in _style_sheets().items()}
        for sheet, paths in styles.items():
            sheet.write_text("".join(f'@import "{path}";\n' for path in paths), encoding="utf-8")
        out = Path(folder) / "out"
        _esbuild([*map(str, scripts), *map(str, styles)], out)
        return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


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


def _esbuild(entries: list[str], out: Path) -> None:
    # The program itself, not its Node wrapper: the build then needs no Node.
    programs = sorted(ROOT.glob("node_modules/@esbuild/*/bin/esbuild")) + sorted(ROOT.glob("node_modules/@esbuild/*/esbuild.exe"))
    if not programs:
        raise BundleError("esbuild がありません。make build か npm ci を実行してください")
    command = [
        str(programs[0]), *entries, f"--outdir={out}", "--entry-names=[name]", "--bundle", "--format=iife",
        "--minify", "--target=es2021,chrome100,edge100,firefox100,safari15", "--charset=utf8",
        "--legal-comments=none", "--log-level=warning",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BundleError(done.stderr.strip())
