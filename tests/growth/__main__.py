"""`make growth`: builds with 1, 5 and 20 times the records; time and memory may grow at most in proportion.

`python -m tests.growth 1 2 3` takes other numbers. Processor time is counted, not the clock.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from macros.check import checked

from .copies import grow, link_the_rest, records

ROOT = Path(__file__).parents[2]
MOST = 1.15
"""A build may cost so many times its share: single runs differ by some percent."""


@dataclass(frozen=True)
class Cost:
    """Records of a build, seconds of the processors, and megabytes of memory at its height."""

    records: int
    seconds: float
    megabytes: float


def build(times: int) -> Cost:
    """Build the site with the records `times` times over, in a process of its own. Raises RuntimeError if it fails."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        grow(ROOT, folder, times)
        link_the_rest(ROOT, folder)
        number = records(checked(folder))
        pid = os.posix_spawn(sys.executable, [sys.executable, "-c", _BUILD, str(folder)], os.environ)
        _, status, usage = os.wait4(pid, 0)
        if status:
            raise RuntimeError(f"{times} 倍の記録では組み立てられません")
    return Cost(number, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


_BUILD = "import os, sys; os.chdir(sys.argv[1]); os.execv(sys.executable, [sys.executable, '-m', 'mkdocs', 'build', '--quiet'])"


def main() -> int:
    """Print a line for each size; exit status 1 if the last costs more than its share of the first."""
    parser = argparse.ArgumentParser(prog="python -m tests.growth")
    parser.add_argument("times", nargs="*", type=int, default=[1, 5, 20])
    first = worst = None
    for times in parser.parse_args().times:
        cost = build(times)
        first = first or cost
        share = cost.records / first.records
        worst = max(cost.seconds / first.seconds, cost.megabytes / first.megabytes) / share
        print(
            f"{times:>3} 倍：記録 {cost.records:,} 件、{cost.seconds:.1f} 秒（{cost.seconds / first.seconds / share:.2f}）、"
            f"{cost.megabytes:,.0f} MB（{cost.megabytes / first.megabytes / share:.2f}）、"
            f"一件あたり {1000 * cost.seconds / cost.records:.1f} ミリ秒",
            flush=True,
        )
    return int(worst is not None and worst > MOST)


if __name__ == "__main__":
    sys.exit(main())
