"""The offline edition: the built site as one ZIP that opens by a double click on Windows, the same at every build."""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Template

from ..faults import StopBuild
from ..templates import when
from .edition import Edition
from .manifest import FILES

TOP = "kyogikai-handbook"
README_JA = "はじめにお読みください.txt"
LONGEST_NAME = 120
"""Characters of a name in the ZIP: with a folder of a user's own before it, it stays below the 260 of Windows."""
LARGEST = 25 * 1024 * 1024
"""Bytes that still go by e-mail systems and shared folders of municipalities."""
_LEFT_OUT = {"404.html", "sitemap.xml", "sitemap.xml.gz"}
_TEXTS = Path(__file__).parent / "texts"


class ArchiveError(StopBuild):
    """The ZIP would not serve its users."""


def offline_zip(site: Path, edition: Edition, name: str, *, instead: Mapping[str, bytes] = {}, contact: str = "") -> bytes:
    """Pack the built site. `name`: the site's name. `instead`: files (path on the site → bytes) that it holds in
    place of the site's own or beside them. Raises ArchiveError for names that Windows could not unpack."""
    entries = {**_site_files(site), **{f"{TOP}/site/{path}": data for path, data in instead.items()}}
    entries |= {f"{TOP}/{path}": data for path, data in _greetings(edition, name, contact)}
    if faults := list(name_faults(entries)):
        raise ArchiveError("オフライン版の ZIP に入れられない名前があります。\n" + "\n".join(faults))
    return packed(entries, edition)


def packed(entries: Mapping[str, bytes], edition: Edition) -> bytes:
    """A ZIP of name → bytes in which nothing depends on the machine: sorted, one time, one permission."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(entries):
            info = zipfile.ZipInfo(path, edition.moment.timetuple()[:6])
            info.create_system = 3  # Unix, wherever it is made: the permissions below are read so
            info.external_attr = 0o100644 << 16
            archive.writestr(info, entries[path], zipfile.ZIP_DEFLATED, compresslevel=9)
    return buffer.getvalue()


def name_faults(names: Iterator[str] | Mapping[str, bytes]) -> Iterator[str]:
    """Names that are too long, or that old unpackers would garble; the greeting has a twin in ASCII."""
    for name in names:
        if len(name) > LONGEST_NAME:
            yield f"「{name}」は {len(name)} 文字です。{LONGEST_NAME} 文字までに縮めてください"
        if not name.isascii() and name != f"{TOP}/{README_JA}":
            yield f"「{name}」は、半角の英数字だけの名前に変えてください"


def _site_files(site: Path) -> dict[str, bytes]:
    return {
        f"{TOP}/site/{path.relative_to(site).as_posix()}": path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and not _left_out(path.relative_to(site).as_posix())
    }


def _left_out(path: str) -> bool:
    """True for what a folder has no use for, and for files of the kit, which the caller gives."""
    return path in _LEFT_OUT or path.endswith(".map") or path.startswith(f"{FILES}/")


def _greetings(edition: Edition, name: str, contact: str) -> Iterator[tuple[str, bytes]]:
    commit = f" ({edition.commit})" if edition.commit else ""
    words = {"name": name, "date": when(edition.date), "commit": commit, "contact": contact and f"\n{contact}"}
    # With a mark and CRLF, so that every editor on Windows opens it right.
    yield README_JA, ("\ufeff" + _filled("readme.txt", words)).replace("\n", "\r\n").encode()
    yield "README.txt", _filled("readme-ascii.txt", {**words, "date": edition.date}).replace("\n", "\r\n").encode("ascii")
    yield "index.html", _filled("start.html", {"name": html.escape(name)}).encode()


def _filled(name: str, words: Mapping[str, str]) -> str:
    return Template((_TEXTS / name).read_text(encoding="utf-8")).substitute(words)
