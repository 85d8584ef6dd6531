"""After the build: the readings of all pages, in one file that pages load when furigana are switched on."""

from __future__ import annotations

import json
from pathlib import Path

from ..memo import kept
from ..model.files import Handbook
from .align import KANJI
from .dictionary import Readings
from .reader import Reader

_MAIN = 'id="content"'


def reader_of(handbook: Handbook) -> Reader:
    """A reader that knows the handbook's own readings."""
    return _reader(tuple((record.word, record.reading) for record in handbook.readings))


@kept  # with all sentences that it has read
def _reader(overrides: tuple[tuple[str, str], ...]) -> Reader:
    return Reader(overrides)


def site_readings(site: Path, reader: Reader) -> Readings:
    """The readings of every page of the built site."""
    readings = Readings()
    for path in sorted(site.rglob("*.html")):
        page = path.read_text(encoding="utf-8")
        # The frame of the start page is that of all: read once, it saves most of the time.
        readings.add(page if path.parent == site else page[max(page.find(_MAIN), 0):], reader)
    return readings


def write(site: str | Path, handbook: Handbook, reader: Reader) -> None:
    """Write the file for the browser (DictionaryFile in client/look/readings.ts)."""
    words = [word for term in handbook.terms for word in (term.term, *term.aka) if KANJI.search(word)]
    file = site_readings(Path(site), reader).file(set(words))
    text = json.dumps(file, ensure_ascii=False, separators=(",", ":"))
    (Path(site) / "assets/app/furigana-words.js").write_text(f"globalThis.KyogikaiReadings={text};\n", encoding="utf-8")
