"""The list of all decks."""

from __future__ import annotations

from pathlib import Path

from ...model.files import Handbook
from ..browser import Press
from ..part import Part
from .decks import decks
from .pictures import Pictures
from .write import written


def parts(handbook: Handbook, root: Path, press: Press) -> list[Part]:
    """Every deck, planned and measured, not yet written. Raises BadData where a text would leave its box."""
    pictures = Pictures(handbook, root, press)
    date = max((update.date for update in handbook.updates), default="2026-01-01")
    return [
        Part(f"slides-{deck.id}", "slides", f"{deck.title}　スライド", f"slides/{deck.id}.pptx", deck.about,
             lambda deck=deck: written(deck, handbook, pictures, date))
        for deck in decks(handbook, root)
    ]
