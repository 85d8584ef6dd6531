"""A component's template → HTML for a page, with the addresses, titles and relations of the records at hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import jinja2

from . import form_page, templates
from .addresses import Address, addresses, page_path
from .kana import kana_rows
from .licences import Notice
from .model import knowledge
from .model.files import Handbook
from .model.knowledge import Citation, Page
from .prose import prose_filter
from .relations import Relations, citations_of
from .terms import TermMarker
from .titles import titles
from .uses import uses


class Renderer:
    """Renders components for the pages of one handbook: what each macro stands on."""

    def __init__(self, handbook: Handbook) -> None:
        self.handbook = handbook
        self.places: Mapping[str, Address] = addresses(handbook)
        self.titles: Mapping[str, str] = titles(handbook)
        self.terms = TermMarker(handbook)
        self.relations = Relations(handbook)
        self.uses = uses(handbook)
        self.pages = {page_path(page): page for page in handbook.pages}
        self.published: frozenset[str] = frozenset()
        """Addresses of the site's pages; the build fills it before the first page is rendered."""
        self.notices: list[Notice] = []
        """Whose code and data the site ships; the build fills it, too."""
        self._path = "index.html"
        self._templates = templates.environment({
            "prose": prose_filter(handbook, self.places, lambda: self._path),
            "url": lambda own: self.places[own].seen_from(self._path),
            "title": lambda own: self.titles[own],
            "kana_rows": kana_rows,
            "links": self.links,
            **form_page.filters(),
        })
        self._templates.tests["published"] = self.has

    def render(self, component: str, path: str, **values: Any) -> str:
        """Render a component as seen from the page at `path` (relative to the site's root)."""
        self._path = path
        try:
            html = self._templates.get_template(f"{component}/template.html").render(
                handbook=self.handbook, index=self.handbook.index, relations=self.relations,
                root="../" * path.count("/"), path=path, has=self.has, **values,
            )
        except jinja2.TemplateSyntaxError as error:
            # As it is, mkdocs-macros would look for the fault in the page that calls the macro.
            raise ValueError(f"macros/components/{error.name}:{error.lineno}: {error.message}") from error
        return _for_markdown(html)

    def has(self, target: str) -> bool:
        """True if the page of a record, or the page at an address, is part of the site."""
        address = self.places.get(target)
        return (address.path if address else target) in self.published

    def links(self, ids: Iterable[str]) -> list[tuple[str, str]]:
        """Address and words of a link for each id; ids that share the words share the link."""
        found: dict[str, str] = {}
        for own in ids:
            if self.has(own):
                found.setdefault(self._words(own), self.places[own].seen_from(self._path))
        return [(url, words) for words, url in found.items()]

    def _words(self, own: str) -> str:
        """The title (of a law, the short one); for a part of a handbook page, with the page before it."""
        page = self.pages.get(self.places[own].path)
        record = self.handbook.index[own]
        title = record.short if isinstance(record, knowledge.Law) else self.titles[own]
        return title if page is None or own.startswith(("page-", "fn-", "mt-")) else f"{page.short}：{title}"

    def _page(self, path: str) -> Page:
        if path not in self.pages:
            raise ValueError(f"{path} にはデータ（data/guidelines/topics/）がないので、このマクロは使えません")
        return self.pages[path]

    def _record(self, own: str, kind: type) -> Any:
        record = self.handbook.index.get(own)
        if not isinstance(record, kind):
            raise ValueError(f"「{own}」という id の記録がないか、種類がちがいます")
        return record

    def _numbers(self, page: Page) -> dict[Citation, int]:
        return {citation: number for number, citation in enumerate(citations_of(page, self.handbook), 1)}


def _for_markdown(html: str) -> str:
    """Make a rendered template fit for a page: one HTML block, since a blank line would end it.

    A line that begins with # is a Markdown heading, which has to stand alone.
    """
    lines = [line for line in html.splitlines() if line.strip()]
    return "\n".join(f"\n{line}\n" if line.startswith("#") else line for line in lines)
