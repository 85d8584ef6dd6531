"""What the kit's page learns of the files: a classic script, since nothing can be fetched from file://."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
import zlib
from collections.abc import Iterable

from .edition import Edition
from .make import Made

FILES = "kit/files"
"""Folder of the kit on the site."""
MANIFEST = f"{FILES}/manifest.js"
SUMS = "SHA256SUMS.txt"
OFFLINE_ZIP = "kyogikai-handbook-offline.zip"
_GLOBAL = "KyogikaiKit"
_FIRST = ("guide", "worksheet", "template", "checklist", "easy", "handout", "slides", "large-print")
LEFT_OUT = "大きいので、オフライン版には入れていません。公開しているサイトから受け取れます。"


def sha256(data: bytes) -> str:
    """The checksum as people compare it."""
    return hashlib.sha256(data).hexdigest()


def manifest(made: Iterable[Made] = (), edition: Edition | None = None, *, offline: bytes | None = None, wrapped: bool = False) -> str:
    """The manifest as a script: `Manifest` in client/kit/types.ts. Without arguments: a site that carries no files.

    `offline`: the offline edition that stands beside the files. `wrapped`: each file has a script with its bytes.
    """
    made = list(made)
    value = {
        "date": edition.date if edition else "",
        "commit": edition.commit if edition else "",
        "wrapped": wrapped,
        "files": {m.part.id: _facts(m.data) for m in made if not m.missing},
        "missing": {m.part.id: m.missing for m in made if m.missing},
        "offline": None if offline is None else {"path": OFFLINE_ZIP, **_facts(offline)},
    }
    return f"globalThis.{_GLOBAL}={_json(value)};\n"


def wrapped(made: Made) -> str:
    """A part's bytes as a script: the only way by which a page opened from a folder can read a file beside it."""
    text = base64.b64encode(made.data).decode()
    return f"globalThis[{_json(f'{_GLOBAL}:{made.part.id}')}]={_json(text)};\n"


def fitting(made: Iterable[Made], room: int) -> list[Made]:
    """The parts as the offline edition has them: those that fit into `room` bytes of a ZIP, the rest without bytes.

    What a training cannot do without comes first, the shortest slides before the longer ones, large print last.
    """
    found, made = {}, list(made)
    for one in sorted(made, key=lambda one: _FIRST.index(one.part.kind) * 1000 + _minutes(one.part.id)):
        size = len(zlib.compress(wrapped(one).encode(), 6))
        found[one.part.id] = one if size <= room else dataclasses.replace(one, data=b"", missing=one.missing or LEFT_OUT)
        room -= size if size <= room else 0
    return [found[one.part.id] for one in made]


def _minutes(own: str) -> int:
    """The length of a set of slides, which its id ends with; 0 for what has none."""
    last = own.rpartition("-")[2]
    return int(last) if last.isdigit() else 0


def checksums(files: Iterable[tuple[str, bytes]]) -> str:
    """Lines as `sha256sum --check` reads them."""
    return "".join(f"{sha256(data)}  {name}\n" for name, data in sorted(files))


def _facts(data: bytes) -> dict:
    return {"bytes": len(data), "sha256": sha256(data)}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
