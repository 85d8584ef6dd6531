"""TypeScript and CSS → the files that the browser loads, by esbuild.

Classic scripts (IIFE), since module scripts do not work from file://.
A component's behaviour is macros/components/<name>/<name>.ts, its look style.css.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from .faults import StopBuild

MACROS = Path(__file__).parent
ROOT = MACROS.parent


class BundleError(StopBuild):
    """esbuild is missing or found a fault; the message says which."""


def bundle() -> dict[str, bytes]:
    """Return file name → content for every script and the one stylesheet."""
    scripts = sorted(path for path in MACROS.glob("components/*/*.ts") if _is_entry(path))
    with tempfile.TemporaryDirectory() as folder:
        style = Path(folder) / "site.css"
        style.write_text("".join(f'@import "{path}";\n' for path in _styles()), encoding="utf-8")
        out = Path(folder) / "out"
        _esbuild([*map(str, scripts), str(style)], out)
        return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


def _is_entry(path: Path) -> bool:
    """A script that pages load bears its component's name; .head is for the head of every page, .lazy comes on demand."""
    return path.stem == path.parent.name or path.stem.endswith((".head", ".lazy"))


def _styles() -> list[Path]:
    base = [MACROS / "styles" / f"{name}.css" for name in ("tokens", "base", "frame")]
    return [*base, *sorted(MACROS.glob("components/*/style.css")), MACROS / "styles" / "print.css"]


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
