"""`make bench`: measure, keep the figures in results.json and write docs/about/speed.md. `python -m tests.bench form` measures a part.

The site has to be built before (`make build`), and nothing else should run on the machine.
"""

from __future__ import annotations

import argparse

from playwright.sync_api import sync_playwright

from . import figures, form, form_pages, lighthouse, own, spreadsheet, stock
from .measuring import launched

PARTS = {
    "lighthouse": (lighthouse.rows, lighthouse.versions, 3),
    "form": (form.rows, form_pages.versions, 3),
    "spreadsheet": (spreadsheet.rows, spreadsheet.versions, 3),
    "own": (own.rows, own.versions, 3),
    "stock": (stock.rows, stock.versions, 3),
}
"""Name → what measures it, what it is compared with, how often."""


def main() -> None:
    """Measure the parts that are named, or all."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS])
    parser.add_argument("--runs", type=int, help="how often each thing is measured")
    parser.add_argument("--page", action="store_true", help="write the page again and measure nothing")
    options = parser.parse_args()
    for name in [] if options.page else options.parts or PARTS:
        rows, versions, runs = PARTS[name]
        found = []
        for row in rows(options.runs or runs):
            print(f"{name}: {row.name}: {row.ours} / {row.other or '—'} / {row.ratio or ''} / {row.goal} {row.met}", flush=True)
            found.append(row)
        figures.keep(name, found, versions() | _chromium())
    figures.PAGE.write_text(figures.page(figures.kept()), encoding="utf-8")


def _chromium() -> dict[str, str]:
    with sync_playwright() as playwright:
        browser = launched(playwright)
        version = browser.version
        browser.close()
    return {"Chromium": version}


if __name__ == "__main__":
    main()
