"""What the build hands to the browser keeps the shape that client/types.ts declares."""

from __future__ import annotations

import re
from pathlib import Path

from macros.addresses import addresses
from macros.client_data import catalogue, checklist_data, own_standards
from macros.titles import titles

TYPES = (Path(__file__).parents[1] / "macros" / "client" / "types.ts").read_text(encoding="utf-8")


def _keys(interface: str) -> tuple[set[str], set[str]]:
    """Required and optional keys of an interface in types.ts."""
    body = re.search(rf"export interface {interface} {{(.*?)\n}}", TYPES, re.S).group(1)
    found = re.findall(r"readonly (\w+)(\??):", body)
    return {key for key, optional in found if not optional}, {key for key, optional in found if optional}


def _holds(value: dict, interface: str, more: frozenset[str] = frozenset()) -> None:
    required, optional = _keys(interface)
    assert required <= set(value) <= required | optional | more, interface


def test_a_checklist_has_the_shape_that_the_client_reads(handbook) -> None:
    checklist = next(c for c in handbook.checklists if c.id == "municipal-council")
    data = checklist_data(checklist, handbook, addresses(handbook), titles(handbook), "self-check/municipal-council.html")
    _holds(data, "ChecklistData")
    for domain in data["domains"]:
        _holds(domain, "ChecklistDomain")
        for item in domain["items"]:
            _holds(item, "ChecklistItem")
            assert item["next_steps"] and item["links"]


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
