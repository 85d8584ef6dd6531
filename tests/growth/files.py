"""`make growth`: 5,000 files of results into the workbench of the built site, in real Chromium. Does it still answer?"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from ..bench.measuring import SITE, launched
from ..bench.serving import served
from ..bench.workbench import CATALOGUE, PAGE, memory, time_to_matrix, write_files

FILES = 5000
MOST_STILL = 1000
"""Milliseconds that the page may stand still."""


def main() -> int:
    """Print how long the table took, the longest pause and the memory; exit status 1 if the page stood still for long."""
    checklist = json.loads(CATALOGUE.search((SITE / PAGE).read_text(encoding="utf-8"))[2])[0]
    with tempfile.TemporaryDirectory() as name, served(SITE) as site, sync_playwright() as playwright:
        folder = Path(name)
        write_files(folder, checklist, FILES)
        browser = launched(playwright)
        page = browser.new_page()
        page.goto(f"{site.address}/{PAGE}")
        taken, longest = time_to_matrix(page, folder)
        heap = memory(page.context.new_cdp_session(page))
        browser.close()
    print(f"ワークベンチに {FILES:,} 件：表が出るまで {taken / 1000:.1f} 秒、いちばん長く止まった時間 {longest:.0f} ミリ秒、記憶 {heap / 1e6:.0f} MB")
    return int(longest > MOST_STILL)


if __name__ == "__main__":
    sys.exit(main())
