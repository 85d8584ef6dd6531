"""axe-core over a page as it stands in the browser."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[str]:
    """Rule, help and place of every violation of WCAG 2.2 A/AA and of best practice."""
    page.evaluate(AXE.read_text(encoding="utf-8"))  # the policy forbids a script tag
    found = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})", RULES
    )
    return [
        f"{violation['id']}: {violation['help']} — {node['target']}"
        for violation in found["violations"] for node in violation["nodes"]
    ]
