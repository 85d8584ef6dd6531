"""Lighthouse on a phone: four pages, four categories. `python -m tests.bench.lighthouse` checks those that no timing sways."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from .figures import HERE, Figure
from .measuring import ROOT, SITE, find
from .serving import served

PAGES = {
    "ホーム": "index.html", "ハンドブックの長いページ": "handbook/meetings/meetings.html",
    "自己点検": "self-check/municipal-council.html", "ワークベンチ": "block-meeting/workbench.html",
}
CATEGORIES = {"performance": "速さ", "accessibility": "アクセシビリティ", "best-practices": "作り方", "seo": "見つけやすさ"}
GOAL = 100


def versions() -> dict[str, str]:
    """Version of Lighthouse."""
    return {"lighthouse": json.loads((HERE / "node_modules/lighthouse/package.json").read_text())["version"]}


def rows(runs: int) -> Iterator[Figure]:
    """A row for each page: the medians of its scores."""
    for name, result in zip(PAGES, _results(runs), strict=True):
        points = [statistics.median(result["scores"][category]) for category in CATEGORIES]
        text = "、".join(f"{words} {score:.0f}" for words, score in zip(CATEGORIES.values(), points, strict=True))
        print(*result["faults"], sep="\n", file=sys.stderr)
        yield Figure(name, text, goal=f"どれも {GOAL}", met=min(points) == GOAL)


def _results(runs: int) -> list[dict[str, Any]]:
    # The environment's own Node: Lighthouse wants a newer one than the system may have.
    command = [str(ROOT / ".venv/bin/node"), str(HERE / "lighthouse.mjs"), str(runs)]
    with served(SITE) as site:
        done = subprocess.run(
            [*command, *(f"{site.address}/{path}" for path in PAGES.values())],
            capture_output=True, text=True, check=False, env={**os.environ, "CHROME_PATH": find() or ""},
        )
    if done.returncode:
        raise RuntimeError(f"Lighthouse が動きませんでした:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout)


def main() -> int:
    """Fail where a page has less than all points in a category that does not depend on the machine's speed."""
    faulty = 0
    for name, result in zip(PAGES, _results(1), strict=True):
        short = [words for category, words in CATEGORIES.items() if category != "performance" and result["scores"][category] != [GOAL]]
        faulty += bool(short)
        print(f"{name}: {'、'.join(short) + 'が満点ではありません' if short else '満点'}")
        if short:
            print(*(f"  {fault}" for fault in result["faults"]), sep="\n")
    return int(faulty > 0)


if __name__ == "__main__":
    sys.exit(main())
