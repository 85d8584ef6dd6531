"""axe-core over a page as it stands in the browser."""

from __future__ import annotations

import os
from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERYTHING = bool(os.environ.get("ALL_PAGES"))
"""Set by `make axe`: every page in every state; `make test` takes one page of each kind in two states."""
STATES = [(width, scheme) for scheme in ("light", "dark") for width in (1300, 390)] if EVERYTHING else [(1300, "light"), (390, "dark")]


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


def faults(page: Page, inside: str = "html") -> list[str]:
    """The violations at each width and in each scheme; the page is loaded once, so what is open stays open."""
    found: list[str] = []
    for width, scheme in STATES:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(reduced_motion="reduce")
        page.evaluate("dark => document.documentElement.toggleAttribute('data-dark', dark)", scheme == "dark")
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")  # observers have run
        found += [f"{width} px, {scheme}: {violation}" for violation in violations(page, inside)]
    return found
