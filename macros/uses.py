"""Where a statistic is used: the handbook pages that show, cite or quote it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from .check.common import FIGURE
from .load import walk
from .model.evidence import Statistic
from .model.files import Handbook
from .model.knowledge import Page


def uses(handbook: Handbook) -> dict[str, list[str]]:
    """Ids of handbook pages by statistic, in reading order."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    ordered = [handbook.index[own] for chapter in handbook.chapters for own in chapter.pages]
    for page in ordered:
        for own in _named(page, handbook):
            found[own].setdefault(page.id)
    for statistic in handbook.statistics:
        for own in statistic.see:
            if isinstance(handbook.index[own], Page):
                found[statistic.id].setdefault(own)
    return {own: list(pages) for own, pages in found.items()}


def related(statistic: Statistic, handbook: Handbook) -> list[str]:
    """Statistics that this one names, that name it, or that belong to the same subject."""
    named = [own for own in statistic.see if isinstance(handbook.index[own], Statistic)]
    naming = [other.id for other in handbook.statistics if statistic.id in other.see]
    beside = [other.id for other in handbook.statistics if other.group == statistic.group and other.id != statistic.id]
    return list(dict.fromkeys(named + naming + beside))


def _named(page: Page, handbook: Handbook) -> Iterator[str]:
    """Ids of statistics that a page names in references or quotes in texts."""
    holders = [page, *(h for h in (*handbook.function_sets, *handbook.meetings) if h.page == page.id)]
    for record in (part for holder in holders for part in walk(holder)):
        for own in (*getattr(record, "see", ()), *getattr(record, "next", ())):
            if isinstance(handbook.index.get(own), Statistic):
                yield own
        for text in (getattr(record, name, "") for name in ("text", "description", "title")):
            for name in FIGURE.findall(text):
                yield name.partition(".")[0]
