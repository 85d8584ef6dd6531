"""`python -m macros.furigana`: every reading of the built site, the rarest first, for a person to look through.

Writes build/readings.csv (surface, reading, how often, one place where it stands).
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from ..check import checked
from .dictionary import Readings
from .site import reader_of, site_readings

TARGET = Path("build/readings.csv")
_AROUND = 12


def review(readings: Readings) -> list[tuple[str, str, int, str]]:
    """Rows of surface, reading, count and example; a surface with several readings counts as rare as its rarest."""
    examples: dict[tuple[str, str], str] = {}
    for text, groups in readings.texts.items():
        for group in groups:
            word = (text[group.start:group.end], group.reading)
            examples.setdefault(word, text[max(0, group.start - _AROUND):group.end + _AROUND])
    rows = [(surface, reading, count, examples.get((surface, reading), "")) for (surface, reading), count in readings.counts.items()]
    rarest: dict[str, int] = {}
    for surface, _, count, _ in rows:
        rarest[surface] = min(count, rarest.get(surface, count))
    return sorted(rows, key=lambda row: (rarest[row[0]], row[0], row[2]))


def main() -> int:
    """Write the list for the project in the current folder; the site must have been built."""
    root = Path.cwd()
    if not (root / "site/index.html").is_file():
        print("site/ がありません。make build を先に実行してください。", file=sys.stderr)
        return 1
    rows = review(site_readings(root / "site", reader_of(checked(root))))
    TARGET.parent.mkdir(exist_ok=True)
    with TARGET.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([("語", "読み", "回数", "例"), *rows])
    print(f"{TARGET} に {len(rows)} 語を書きました。")
    return 0


if __name__ == "__main__":
    sys.exit(main())
