"""Whose code and data the site ships, with the texts of their licences: 「使っているソフトウェア」.

What is in the scripts comes from the bundler; licences.yml lists what no bundler knows of (a typeface, a dictionary,
templates of office files). Texts and versions are read from the installed packages, so that they never fall behind.
"""

from __future__ import annotations

import importlib.metadata
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from .bundle import ROOT
from .faults import StopBuild

LISTED = Path(__file__).with_suffix(".yml")
_TEXT_FILE = re.compile(r"(licen[cs]e|copying|notice)[^/]*$", re.I)
Paragraph = tuple[str, ...]
"""The lines of a paragraph."""


class LicenceError(StopBuild):
    """Something is shipped whose licence cannot be shown."""


@dataclass(frozen=True)
class Notice:
    """One package. where: what of the site it is in. bundled: it is in the scripts. text: of its licence, in full."""

    name: str
    version: str
    licence: str
    where: str
    bundled: bool
    text: tuple[Paragraph, ...]


@dataclass(frozen=True)
class _Package:
    """An installed package: its version, its licence's name, and its files of licences (name → text)."""

    version: str
    licence: str
    texts: Mapping[str, str]


def notices(bundled: Mapping[str, tuple[str, ...]], root: Path = ROOT) -> list[Notice]:
    """Those in the scripts (`Bundle.packages`), then those of licences.yml. Raises LicenceError where a text is missing."""
    found = [_notice(name, _npm(name, root), "、".join(files), bundled=True) for name, files in bundled.items()]
    for entry in yaml.safe_load(LISTED.read_text(encoding="utf-8")):
        package = _npm(entry["npm"], root) if "npm" in entry else _python(entry["python"])
        if package is None:
            if entry.get("kit"):  # what the kit alone needs is not there where no kit is made
                continue
            raise LicenceError(f"{entry['python']} が入っていません。make build を実行してください")
        found.append(_notice(entry["name"], package, entry["where"], entry.get("licence"), entry.get("file"), entry.get("more", "")))
    return found


def _notice(name: str, package: _Package, where: str, licence: str | None = None, file: str | None = None, more: str = "", *, bundled: bool = False) -> Notice:
    """`file`: the one file that counts, where a package has texts on other things too. `more`: what the package should hold and does not."""
    texts = [text for path, text in package.texts.items() if file in (None, path) and text.strip()]
    licence = licence or package.licence
    if not texts or not licence:
        raise LicenceError(
            f"「{name}」のライセンスが分かりません（{'ライセンスの文のファイル' if licence else 'ライセンスの名前'}がありません）。"
            "ライセンスを示せないものは配れません。別の版か、別のパッケージに替えてください"
        )
    return Notice(name, package.version, licence, where, bundled, tuple(_paragraphs("\n\n".join([more, *texts]))))


def _paragraphs(text: str) -> Iterator[Paragraph]:
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        if lines := tuple(line.strip() for line in block.splitlines() if line.strip()):
            yield lines


def _npm(name: str, root: Path) -> _Package:
    folder = root / "node_modules" / name
    facts = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir()) if path.is_file() and _TEXT_FILE.match(path.name)}
    licence = facts.get("license")
    return _Package(facts["version"], licence if isinstance(licence, str) else "", texts)


def _python(name: str) -> _Package | None:
    """The package, or None if it is not installed."""
    try:
        installed = importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return None
    texts = {file.name: file.locate().read_text(encoding="utf-8") for file in installed.files or () if ".dist-info" in str(file) and _TEXT_FILE.match(file.name)}
    named = installed.metadata
    return _Package(installed.version, named.get("License-Expression") or named.get("License") or "", texts)
