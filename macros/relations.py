"""Reverse references: what belongs to a record, found from the records that name it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from .load import walk
from .model.checklists import Checklist, Item
from .model.easy import EasyPage
from .model.fields import Record
from .model.files import Handbook
from .model.forms import Form
from .model.knowledge import Citation, Page, Section


class Relations:
    """Looks up, for a page, the checklist items, questions and cases that name its records."""

    def __init__(self, handbook: Handbook) -> None:
        self._handbook = handbook
        self._naming: dict[str, list[Record]] = defaultdict(list)
        for family in (handbook.faqs, handbook.terms, handbook.cases, handbook.troubles, handbook.differences):
            for record in family:
                for target in record.see:
                    self._naming[target].append(record)
        for checklist in handbook.checklists:
            for domain in checklist.domains:
                for item in domain.items:
                    for target in item.links:
                        self._naming[target].append(item)
        self._checklists = {
            item.id: checklist
            for checklist in handbook.checklists for domain in checklist.domains for item in domain.items
        }

    def items(self, page: Page) -> list[Item]:
        """Checklist items whose links lead to this page."""
        return [record for record in self._of_page(page) if isinstance(record, Item)]

    def checks(self, page: Page) -> list[tuple[Checklist, list[Item]]]:
        """The same items, by the checklist that they stand in."""
        groups: dict[str, tuple[Checklist, list[Item]]] = {}
        for item in self.items(page):
            checklist = self.checklist(item)
            groups.setdefault(checklist.id, (checklist, []))[1].append(item)
        return list(groups.values())

    def checklist(self, item: Item) -> Checklist:
        """The checklist that an item stands in."""
        return self._checklists[item.id]

    def of_kind(self, page: Page, kind: str) -> list[Record]:
        """Records named `kind` (a class name) that lead to this page, for example "Faq"."""
        return [record for record in self._of_page(page) if type(record).__name__ == kind]

    def related(self, section: Section, page: Page) -> list[str]:
        """Ids that a section's statements rest on or point to, laws first, those of the page itself left out."""
        own = set(on_page(page, self._handbook))
        laws = [law for statement in section.statements for law in statement.law]
        others = [target for statement in section.statements for target in statement.see]
        return [target for target in dict.fromkeys(laws + others) if target not in own]

    def easy(self, page: Page) -> list[EasyPage]:
        """The pages in plain Japanese that render this page."""
        return [easy for easy in self._handbook.easy if easy.page == page.id]

    def forms(self, own: str) -> list[Form]:
        """The forms that fit a page, a trouble or an event of the calendar."""
        return [form for form in self._handbook.forms if own in form.fits]

    def _of_page(self, page: Page) -> list[Record]:
        found: dict[str, Record] = {}
        for own in on_page(page, self._handbook):
            for record in self._naming.get(own, ()):
                found.setdefault(record.id, record)
        return list(found.values())


def on_page(page: Page, handbook: Handbook) -> list[str]:
    """Ids of all records that stand on a page, its function lists and meetings included."""
    return [own for record in _records(page, handbook) if (own := getattr(record, "id", None))]


def citations_of(page: Page, handbook: Handbook) -> list[Citation]:
    """The citations of a page in reading order, each place of a source once."""
    found: dict[Citation, None] = {}
    for record in _records(page, handbook):
        for citation in getattr(record, "sources", ()):
            found.setdefault(citation)
    return list(found)


def cited(easy: EasyPage, handbook: Handbook) -> list[str]:
    """Ids of the documents behind a page in plain Japanese, each once, in the order of the list of sources."""
    named = [handbook.index[own] for part in easy.parts for own in part.see]
    used = {citation.source for record in named for inner in walk(record) for citation in getattr(inner, "sources", ())}
    return [source.id for source in handbook.sources if source.id in used]


def _records(page: Page, handbook: Handbook) -> Iterable[Record]:
    yield from walk(page)
    for holder in (*handbook.function_sets, *handbook.meetings, *handbook.figures):
        if holder.page == page.id:
            yield from walk(holder)
