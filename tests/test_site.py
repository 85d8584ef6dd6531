"""The built site as files: links, anchors, policy, addresses, completeness. Needs `make build` first."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from macros.addresses import addresses
from macros.load import walk

from .conftest import ROOT

SITE = Path(os.environ.get("SITE_DIR", ROOT / "site"))


@dataclass
class PageFacts(HTMLParser):
    """What the tests ask of a page."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    styled: list[str] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)
    policies: int = 0

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect ids, links and what is not allowed."""
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        for name in ("src", "poster", "data", "srcset"):
            if name in values and tag != "a":
                self.loads.append(values[name])
        if tag == "link" and values.get("rel") not in ("canonical", "prev", "next", None):
            self.loads.append(values.get("href", ""))
        if "style" in values or tag == "style":
            self.styled.append(self.get_starttag_text() or tag)
        self.handlers += [name for name in values if name.startswith("on")]
        self.policies += values.get("http-equiv") == "Content-Security-Policy"


@pytest.fixture(scope="module")
def pages() -> dict[str, PageFacts]:
    """Path below site/ → facts, for every page."""
    assert SITE.is_dir(), "先に make build を実行してください"
    found = {}
    for path in sorted(SITE.rglob("*.html")):
        facts = PageFacts()
        facts.feed(path.read_text(encoding="utf-8"))
        found[path.relative_to(SITE).as_posix()] = facts
    return found


def _local_links(pages: dict[str, PageFacts]) -> Iterator[tuple[str, str, str, str]]:
    for name, facts in pages.items():
        if name == "404.html":
            continue
        for link in facts.links:
            parts = urlsplit(link)
            if parts.scheme or not (parts.path or parts.fragment):
                continue
            target = os.path.normpath(os.path.join(os.path.dirname(name), unquote(parts.path))) if parts.path else name
            yield name, link, target, unquote(parts.fragment)


def test_every_link_leads_to_a_file(pages) -> None:
    broken = {(name, link) for name, link, target, _ in _local_links(pages) if not (SITE / target).is_file()}
    assert not broken


def test_every_anchor_is_there(pages) -> None:
    anchors = {name: set(facts.ids) for name, facts in pages.items()}
    broken = {(n, link) for n, link, target, a in _local_links(pages) if a and target in anchors and a not in anchors[target]}
    assert not broken


def test_no_id_stands_twice_on_a_page(pages) -> None:
    twice = {(n, i) for n, facts in pages.items() for i in facts.ids if facts.ids.count(i) > 1}
    assert not twice


def test_no_page_loads_anything_from_another_host(pages) -> None:
    foreign = {(n, url) for n, facts in pages.items() for url in facts.loads if urlsplit(url).netloc}
    assert not foreign


def test_every_page_has_one_policy_and_no_inline_style_or_handler(pages) -> None:
    assert {n for n, facts in pages.items() if facts.policies != 1} == set()
    assert {(n, s) for n, facts in pages.items() for s in facts.styled} == set()
    assert {(n, h) for n, facts in pages.items() for h in facts.handlers} == set()


def test_links_are_relative_so_that_they_work_from_a_folder(pages) -> None:
    rooted = {(n, link) for n, facts in pages.items() if n != "404.html" for link in facts.links if link.startswith("/")}
    assert not rooted


def test_every_record_stands_where_its_address_says(pages, handbook) -> None:
    missing = []
    for own, address in addresses(handbook).items():
        facts = pages.get(address.path)
        if facts is None or (address.anchor and address.anchor not in facts.ids):
            missing.append((own, address.path, address.anchor))
    assert not missing


def test_every_statement_of_a_page_is_shown(pages, handbook) -> None:
    hidden = [
        record.id for page in handbook.pages for record in walk(page)
        if getattr(record, "id", "").startswith("st-")
        and record.id not in pages[f"handbook/{'/'.join(page.place.path.split('/')[-2:]).removesuffix('.yml')}.html"].ids
    ]
    assert not hidden


def test_every_page_is_reached_from_the_navigation(pages) -> None:
    linked = {target for _, _, target, _ in _local_links({"index.html": pages["index.html"]})}
    near = linked | {t for name in linked if name in pages for _, _, t, _ in _local_links({name: pages[name]})}
    assert set(pages) - near - {"404.html", "index.html"} == set()
