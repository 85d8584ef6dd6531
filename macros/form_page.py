"""What the templates of forms and guides use besides the common filters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from .exports.form_files import form_file_name, guide_file_name
from .forms import BLANK, all_citations, articles, citations
from .model.files import Handbook
from .model.forms import Form, FormArticle
from .model.guides import Guide, GuideSlot


def filters() -> dict[str, Callable[..., Any]]:
    """Filters by name."""
    return {"pieces": BLANK.split, "slots": slots, "form_file": form_file_name, "guide_file": guide_file_name}


def sources(record: Form | Guide, handbook: Handbook) -> dict[str, Any]:
    """For a template: the places of sources of the whole record, and a function from ids to their numbers."""
    found = all_citations(record, handbook)
    numbers = {citation: number for number, citation in enumerate(found, 1)}

    def cited(ids: Iterable[str]) -> list[int]:
        return [numbers[citation] for citation in citations(ids, handbook)]

    return {"citations": found, "cited": cited}


def slots(guide: Guide) -> Iterator[tuple[GuideSlot, int]]:
    """Each slot of a timetable with the minute at which it begins."""
    start = 0
    for slot in guide.timetable:
        yield slot, start
        start += slot.minutes


def article_numbers(form: Form) -> Callable[[FormArticle], str]:
    """A function that says the number of an article of this form."""
    numbers = articles(form)
    return lambda article: numbers[id(article)]
