"""The list of all decks."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import Any

from ...model.files import Handbook
from ..browser import Press
from ..part import Part
from .decks import decks
from .plan import Deck


def parts(handbook: Handbook, root: Path, press: Press) -> list[Part]:
    """Every deck, planned and measured, not yet written. Raises BadData where a text would leave its box."""
    shop = _Shop(handbook, root, press)
    return [
        Part(f"slides-{deck.id}", "slides", f"{deck.title}　スライド（30分・60分・90分）", f"slides/{deck.id}.pptx", deck.about, partial(shop.write, deck))
        for deck in decks(handbook, root)
    ]


class _Shop:
    """Writes decks; each figure is taken once for all of them."""

    def __init__(self, handbook: Handbook, root: Path, press: Press) -> None:
        self._handbook = handbook
        self._root = root
        self._press = press

    @cached_property
    def _pictures(self) -> Any:
        from .pictures import Pictures  # here and below: the site lists the parts without the kit's packages

        return Pictures(self._handbook, self._root, self._press)

    def write(self, deck: Deck) -> bytes:
        """The file of a deck."""
        from .write import written

        date = max((update.date for update in self._handbook.updates), default="2026-01-01")
        return written(deck, self._handbook, self._pictures, date)
