"""axe-core over a page as it stands in the browser."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable
from itertools import product
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERYTHING = bool(os.environ.get("ALL_PAGES"))
"""Set by `make axe`: every page in every state; `make test` takes one page of each kind, and the states in turn."""


class State(NamedTuple):
    """How a page is looked at."""

    width: int
    scheme: str
    furigana: str = "off"


def _states(furigana: str, few: list[tuple[int, str]]) -> list[State]:
    """All widths and schemes for `make axe`, a few for `make test`."""
    return [State(width, scheme, furigana) for width, scheme in (product((1300, 390), ("light", "dark")) if EVERYTHING else few)]


PLAIN = _states("off", [(1300, "light"), (390, "dark")])
WITH_READINGS = _states("all", [(390, "light")])
WIDTHS_AND_SCHEMES = [(state.width, state.scheme) for state in PLAIN]
"""For tests that open a page of their own for each state."""

CHOOSE_FURIGANA = """
(value) => {
  if ((document.documentElement.dataset.lookFurigana ?? "off") !== value) document.querySelector(`[name=look-furigana][value=${value}]`).click();
}
"""


def violations(page: Page, inside: str = "html") -> list[str]:
    """Rule, help and place of every violation of WCAG 2.2 A/AA and of best practice, as the page stands."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))  # the policy forbids a script tag
    found = page.evaluate(
        "([inside, tags]) => axe.run(inside, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})", [inside, RULES]
    )
    return [
        f"{violation['id']}: {violation['help']} — {node['target']}"
        for violation in found["violations"] for node in violation["nodes"]
    ]


def show(page: Page, state: State) -> None:
    """Bring the page into a state, without loading it again, so that what is open stays open."""
    page.set_viewport_size({"width": state.width, "height": 900})
    page.emulate_media(reduced_motion="reduce")
    page.evaluate("dark => document.documentElement.toggleAttribute('data-dark', dark)", state.scheme == "dark")
    page.evaluate(CHOOSE_FURIGANA, state.furigana)
    if state.furigana != "off":
        page.locator("html[data-furigana-made=all]").wait_for(state="attached")
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")  # observers have run


def in_turn(page: Page) -> list[State]:
    """All plain states for `make axe`; for `make test` one of them, always the same for a page's address."""
    return PLAIN if EVERYTHING else [PLAIN[zlib.crc32(urlsplit(page.url).path.rpartition("site/")[2].encode()) % len(PLAIN)]]


def faults(page: Page, inside: str = "html", states: Iterable[State] | None = None) -> list[str]:
    """The violations in each state, or where none are named in those whose turn it is."""
    found: list[str] = []
    for state in in_turn(page) if states is None else states:
        show(page, state)
        found += [f"{state.width} px, {state.scheme}, furigana {state.furigana}: {violation}" for violation in violations(page, inside)]
    return found
