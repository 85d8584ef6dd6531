"""`python -m macros.kit` (make kit): the built site, the parts of the training kit, and the offline edition.

A part that cannot be made is left out, and the end says why. Where only a tool is missing, it says what to install,
and the exit status is 0, since the rest can be used, but 1 with --complete, which is for what gets published. A fault
of the part itself (a slide that overflows) gives 1.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from ..check import checked
from ..faults import StopBuild
from ..model.files import Handbook
from ..model.site import Site
from .archive import LARGEST, offline_zip
from .edition import Edition, edition
from .make import Made, make_all, open_press
from .manifest import FILES, MANIFEST, OFFLINE_ZIP, SUMS, checksums, fitting, manifest, wrapped
from .page import LISTED, as_list
from .part import Part
from .registry import all_parts

ROOM_FOR_THE_LIST = 200 * 1024
"""Bytes for the manifest, the checksums and the entries of the parts."""


def main() -> int:
    """Make the kit of the project in the current folder."""
    complete = _arguments().complete
    root = Path.cwd()
    try:
        handbook = checked(root)
        listed, this = all_parts(handbook, root, open_press()), edition(root, handbook)
        if not _build_site(root, listed, this):
            return 1
        made = make_all(root, listed)
        _write(root, handbook, made, this)
    except StopBuild as stop:
        print(stop, file=sys.stderr)
        return 1
    return _tell(made, complete)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m macros.kit", description="研修・配布キットを作ります")
    parser.add_argument("--complete", action="store_true", help="作れないものがあれば、失敗にします（公開するとき）")
    return parser.parse_args()


def _build_site(root: Path, listed: list[Part], this: Edition) -> bool:
    told = root / "build/kit-parts.json"
    told.parent.mkdir(exist_ok=True)
    told.write_text(as_list(listed), encoding="utf-8")
    environment = {**os.environ, LISTED: str(told), "SOURCE_DATE_EPOCH": str(this.time), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--clean", "--quiet"]
    return subprocess.run(command, env=environment, check=False).returncode == 0


def _write(root: Path, handbook: Handbook, made: list[Made], this: Edition) -> None:
    """Put the parts into the site, and the offline edition and the checksums into dist/ and beside the parts."""
    site, dist = root / "site", root / "dist"
    there = [m for m in made if not m.missing]
    files = {f"{FILES}/{m.part.path}": m.data for m in there}
    listed = [(m.part.path, m.data) for m in there]
    offline = _offline(site, handbook, made, this)
    for path, data in {
        **{site / path: data for path, data in files.items()},
        site / MANIFEST: manifest(made, this, offline=offline).encode(),
        site / FILES / OFFLINE_ZIP: offline,
        site / FILES / SUMS: checksums([(OFFLINE_ZIP, offline), *listed]).encode(),
        dist / OFFLINE_ZIP: offline,
        dist / "SHA256SUMS": checksums([(OFFLINE_ZIP, offline)]).encode(),
    }.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    print(f"dist/{OFFLINE_ZIP}  {len(offline) / 1024**2:.1f} MB")
    if len(offline) > LARGEST:
        raise StopBuild(f"オフライン版が {LARGEST // 1024**2} MB を超えています。大きい部品を小さくしてください")


def _offline(site: Path, handbook: Handbook, made: list[Made], this: Edition) -> bytes:
    """The offline edition with as many parts as it has room for."""
    whose = handbook.site
    room = LARGEST - len(offline_zip(site, this, whose.name)) - ROOM_FOR_THE_LIST
    held = fitting(made, room)
    there = [m for m in held if not m.missing]
    return offline_zip(site, this, whose.name, contact=_contacts(whose), instead={
        **{f"{FILES}/{m.part.path}.js": wrapped(m).encode() for m in there},
        MANIFEST: manifest(held, this, wrapped=True).encode(),
        f"{FILES}/{SUMS}": checksums((m.part.path, m.data) for m in there).encode(),
    })


def _contacts(whose: Site) -> str:
    """Whom to ask, as lines for the readme."""
    return "\n".join("　".join(filter(None, (c.office, c.phone, c.mail, c.url))) for c in whose.contacts)


def _tell(made: list[Made], complete: bool) -> int:
    """Say what was made and what was not. Returns the exit status."""
    missing = [m for m in made if m.missing]
    size = sum(len(m.data) for m in made)
    print(f"site/{FILES}/  {len(made) - len(missing)} 個  {size / 1024**2:.1f} MB")
    for reason in dict.fromkeys(m.missing for m in missing):
        titles = [m.part.title for m in missing if m.missing == reason]
        print(f"\n作れなかったもの {len(titles)} 個（{titles[0]} など）\n{reason}", file=sys.stderr)
    return int(any(m.fault for m in missing) or (complete and bool(missing)))


if __name__ == "__main__":
    sys.exit(main())
