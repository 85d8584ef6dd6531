"""`make zensical`: builds the whole site with Zensical and lays it beside the one that MkDocs built."""

from __future__ import annotations

import sys
from pathlib import Path

from ..conftest import ROOT
from .build import build
from .compare import differences

SITE = ROOT / "site"


def main() -> int:
    """Build into build/zensical/ and tell every difference. 1 if there is one."""
    if not (SITE / "index.html").is_file():
        print("site/ がありません。先に make build を実行してください。", file=sys.stderr)
        return 1
    other = build(ROOT / "build/zensical")
    found = list(differences(SITE, other))
    for line in found:
        print(line)
    count = sum(1 for _ in Path(other).rglob("*.html"))
    print(f"Zensical で {count} ページを組み立てました。MkDocs と比べて、ちがいは {len(found)} か所です。")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
