"""`python -m macros.kit.some FOLDER [WORD…]`: write parts alone (those whose id holds one of the words) into a folder."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from ..check import checked
from ..faults import StopBuild
from .make import open_press
from .registry import all_parts


def main() -> int:
    """Write, and say how large each is and how long it took."""
    target, words = Path(sys.argv[1]), sys.argv[2:]
    try:
        with open_press() as press:
            for part in all_parts(checked(Path.cwd()), Path.cwd(), press):
                if words and not any(word in part.id for word in words):
                    continue
                begin = time.monotonic()
                content = part.write()
                path = target / part.path
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
                print(f"{part.path}  {len(content) / 1000:.0f} KB  {time.monotonic() - begin:.1f} 秒")
    except StopBuild as stop:
        print(stop, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
