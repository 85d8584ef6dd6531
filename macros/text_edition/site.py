"""After the build: the text edition at /text/, with and without readings, and each as one ZIP."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from ..addresses import checklist_path
from ..furigana.reader import Reader
from ..model.files import Handbook
from .checklist import checklist_paragraphs
from .extract import paragraphs

FOLDER = "text"
READ_FOLDER = "text/yomi"
ZIP_NAME = "kyogikai-text.zip"
_FIXED_TIME = (2020, 1, 1, 0, 0, 0)
_LEFT_OUT = ("404.html", "text/")


def write(site: str | Path, handbook: Handbook, reader: Reader) -> None:
    """Write a text file for every page of the built site below text/ and, with readings, below text/yomi/."""
    site = Path(site)
    texts = dict(_texts(site, handbook))
    _write_edition(site / FOLDER, texts, lambda line: line)
    _write_edition(site / READ_FOLDER, texts, reader.bracketed)


def text_name(path: str) -> str:
    """Path of a page's text below the edition's folder: handbook/x.html → handbook/x.txt."""
    return path.removesuffix(".html") + ".txt"


def _texts(site: Path, handbook: Handbook) -> Iterator[tuple[str, list[str]]]:
    """Path below the edition's folder and paragraphs."""
    checklists = {checklist_path(checklist): checklist for checklist in handbook.checklists}
    for page in sorted(site.rglob("*.html")):
        path = page.relative_to(site).as_posix()
        if path.startswith(_LEFT_OUT):
            continue
        lines = checklist_paragraphs(checklists[path], handbook) if path in checklists else paragraphs(page.read_text(encoding="utf-8"))
        yield text_name(path), lines


def _write_edition(folder: Path, texts: dict[str, list[str]], worded: Callable[[str], str]) -> None:
    contents = ["協議会ハンドブック　文字だけの版", "", *(f"{lines[0]}　{path}" for path, lines in texts.items() if lines)]
    files = {"contents.txt": contents, **texts}
    with zipfile.ZipFile(_made(folder / ZIP_NAME), "w", zipfile.ZIP_DEFLATED) as archive:
        for path, lines in files.items():
            # With a mark and CRLF, so that every editor on Windows opens it right.
            data = ("\ufeff" + "\r\n".join(map(worded, lines)) + "\r\n").encode()
            _made(folder / path).write_bytes(data)
            archive.writestr(zipfile.ZipInfo(path, _FIXED_TIME), data, zipfile.ZIP_DEFLATED)


def _made(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
