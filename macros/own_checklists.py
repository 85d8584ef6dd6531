"""Checklists of other publishers: what their files may leave out is filled in here.

Ids are made from what a checklist asks, as the browser makes them (client/own/ids.ts; a test
compares): the same sheet, dropped into the page or built into the site, opens the same result files.
"""

from __future__ import annotations

import dataclasses
import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from .model.checklists import Checklist, Domain, Item, Level, Scale

OWN_ID = "own-"
"""How the id of a checklist begins that is made from its content; a file name may not begin so."""

# What nobody sees must not change an id: spaces, line ends, controls, marks without width.
_UNSEEN = re.compile("[\u0000-\u0020\u007f-\u009f\u1680\u200b\u2028\u2029\ufeff]+")


def completed(checklist: Checklist, levels: Iterable[str] = ()) -> Checklist:
    """The checklist with a short title, plain questions and ids where its file has none.

    `levels`: labels of its scale where they are not the site's own four.
    """
    asked = [(domain.title, item.text) for domain in checklist.domains for item in domain.items]
    sheet = sheet_digest(asked, levels or STANDARD_LEVELS)
    domains = tuple(_domain(domain, number, sheet) for number, domain in enumerate(checklist.domains, 1))
    return dataclasses.replace(
        checklist, id=checklist.id or f"{OWN_ID}{sheet}", short=checklist.short or checklist.title, domains=domains,
    )


def _domain(domain: Domain, number: int, sheet: str) -> Domain:
    used: Counter[str] = Counter()

    def own_id(item: Item) -> str:
        made = item_id(sheet, domain.title, item.text)
        used[made] += 1
        # A question that stands twice is a fault of its own, told by its words, not by ids nobody has written.
        return made if used[made] == 1 else f"{made}-{used[made]}"

    items = tuple(
        dataclasses.replace(item, id=item.id or own_id(item), easy=item.easy or item.text) for item in domain.items
    )
    return dataclasses.replace(domain, id=domain.id or f"dom-own-{sheet}-{number}", items=items)


STANDARD_LEVELS = ("できている", "ややできている", "あまりできていない", "できていない")
"""The labels of scale-four: a checklist has to have its ids before other files are read; a test compares."""


def essence(text: str) -> str:
    """The text as it counts for an id: full and half width alike, no spaces."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text))


def sheet_digest(asked: Iterable[tuple[str, str]], levels: Iterable[str]) -> str:
    """Twelve hexadecimal digits for a sheet: its (domain, question) pairs in any order, and its levels."""
    return _digest([*sorted(_digest(pair) for pair in asked), *levels])[:12]


def item_id(sheet: str, domain: str, text: str) -> str:
    """The id of an item of the sheet."""
    return f"it-own-{sheet}-{_digest((domain, text))[:8]}"


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(map(essence, parts)).encode()).hexdigest()


# A pattern: what the browser fills with a checklist that was dropped into the page.

class Blanks:
    """Marks for the places of self-check/template.html that depend on loops (see own-checklist/fill.ts)."""

    domain_number = "⟦domain.number⟧"
    item_number = "⟦item.number⟧"
    last_key = "⟦lastKey⟧"
    size = "⟦size⟧"
    minutes = "⟦checklist.minutes⟧"
    previous = Domain(id="⟦previous.id⟧", title="⟦previous.title⟧", items=())
    next = Domain(id="⟦next.id⟧", title="⟦next.title⟧", items=())


def pattern() -> tuple[Checklist, Scale]:
    """A checklist of one domain and one item, and a scale of one level, whose every text is a mark."""
    item = Item(
        id="⟦item.id⟧", text="⟦item.text⟧", easy="⟦item.easy⟧", why="⟦item.why⟧", look_for=("⟦look⟧",),
        next_steps={"⟦level.id⟧": "⟦step⟧"}, ask_prefecture="⟦item.ask⟧",
    )
    domain = Domain(id="⟦domain.id⟧", title="⟦domain.title⟧", about="⟦domain.about⟧", items=(item,))
    checklist = Checklist(
        id="⟦checklist.id⟧", title="⟦checklist.title⟧", publisher="⟦checklist.publisher⟧", purpose="⟦checklist.purpose⟧",
        when="⟦checklist.when⟧", audience=("⟦checklist.audience⟧",), domains=(domain,),
    )
    level = Level(id="⟦level.id⟧", label="⟦level.label⟧", easy="⟦level.easy⟧")
    return checklist, Scale(id="⟦scale⟧", title="⟦scale⟧", levels=(level,), sources=())
