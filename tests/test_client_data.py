"""What the build hands to the browser keeps the shape that client/types.ts declares."""

from __future__ import annotations

import json
import re
from pathlib import Path

from lxml.html import HtmlElement, fromstring

from macros.addresses import addresses
from macros.client_data import catalogue, own_standards
from macros.prose import plain
from macros.titles import titles

from .test_site import SITE

TYPES = (Path(__file__).parents[1] / "macros" / "client" / "types.ts").read_text(encoding="utf-8")


def _keys(interface: str) -> tuple[set[str], set[str]]:
    """Required and optional keys of an interface in types.ts."""
    body = re.search(rf"export interface {interface} {{(.*?)\n}}", TYPES, re.S).group(1)
    found = re.findall(r"readonly (\w+)(\??):", body)
    return {key for key, optional in found if not optional}, {key for key, optional in found if optional}


def _holds(value: dict, interface: str, more: frozenset[str] = frozenset()) -> None:
    required, optional = _keys(interface)
    assert required <= set(value) <= required | optional | more, interface


def test_what_is_read_on_a_sheet_is_what_its_record_says(handbook) -> None:
    """The hooks that components/self-check/read-sheet.ts reads, on the built pages."""
    places, names = addresses(handbook), titles(handbook)
    for checklist in handbook.checklists:
        path = f"self-check/{checklist.id}.html"
        page = fromstring((SITE / path).read_bytes())
        (sheet,) = page.xpath("//*[@data-js-sheet]")
        (data,) = page.xpath("//script[@data-js-checklist]/text()")
        _holds({**json.loads(data), "domains": []}, "ChecklistData")
        assert _texts(sheet, "domain-name") == [domain.title for domain in checklist.domains]
        for item in (item for domain in checklist.domains for item in domain.items):
            (found,) = sheet.xpath(f'//*[@data-js-item="{item.id}"]')
            steps = dict(zip(found.xpath(".//@data-js-step"), _texts(found, "next"), strict=True))
            assert (_texts(found, "plain"), _texts(found, "easier")) == ([item.text], [item.easy])
            assert steps == {level: plain(step, handbook) for level, step in item.next_steps.items()}
            assert _texts(found, "asks") == ([item.ask_prefecture] if item.ask_prefecture else [])
            assert found.get("data-js-weight") == str(item.weight)
            links = dict(reversed([(names[own], places[own].seen_from(path)) for own in item.links]))
            assert {link.text_content(): link.get("href") for link in found.xpath(".//a[@data-js-link]")} == links


def _texts(element: HtmlElement, hook: str) -> list[str]:
    return [one.text_content() for one in element.xpath(f".//*[@data-js-{hook}]")]


def test_the_page_for_own_checklists_gets_what_it_judges_them_by(handbook) -> None:
    text = (Path(__file__).parents[1] / "macros/client/own/types.ts").read_text(encoding="utf-8")
    body = re.search(r"export interface Standards {(.*?)\n}", text, re.S).group(1)
    standards = own_standards(handbook)
    assert set(re.findall(r"readonly (\w+):", body)) == set(standards)
    kinds = set(standards["subjects"])
    assert kinds == set(standards["subjectLabels"]) == set(standards["asked"])
    assert {"publisher", "domains", "sources"} <= set(standards["keys"]["checklist"]) | set(standards["keys"]["item"])


def test_the_catalogue_holds_every_checklist_without_help_texts(handbook) -> None:
    listed = catalogue(handbook)
    assert [data["id"] for data in listed] == [c.id for c in handbook.checklists]
    for data in listed:
        _holds(data, "ChecklistData", frozenset({"short"}))
        assert not any(item["next_steps"] or item["links"] for domain in data["domains"] for item in domain["items"])
