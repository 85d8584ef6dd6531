"""Which edition of the handbook this is: the last commit's time and name, so that two builds of it are the same."""

from __future__ import annotations

import datetime
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from ..model.files import Handbook


@dataclass(frozen=True)
class Edition:
    """time: seconds since 1970. commit: the short name of the commit, or nothing outside of git."""

    time: int
    commit: str

    @property
    def moment(self) -> datetime.datetime:
        """The time in UTC."""
        return datetime.datetime.fromtimestamp(self.time, datetime.UTC)

    @property
    def date(self) -> str:
        """The day in Japan, as 2026-11-21."""
        return (self.moment + datetime.timedelta(hours=9)).date().isoformat()


def edition(root: Path, handbook: Handbook) -> Edition:
    """The edition of the project at `root`: SOURCE_DATE_EPOCH, the last commit, or the newest entry of 更新履歴."""
    time, commit = _last_commit(root) or (_newest_update(handbook), "")
    return Edition(int(os.environ.get("SOURCE_DATE_EPOCH") or time), commit)


def _last_commit(root: Path) -> tuple[int, str] | None:
    try:
        done = subprocess.run(
            ["git", "log", "-1", "--abbrev=10", "--format=%ct %h"], cwd=root, capture_output=True, text=True, check=True,
        )
        time, commit = done.stdout.split()
    except (OSError, subprocess.CalledProcessError, ValueError):
        return None  # a copy without git
    return int(time), commit


def _newest_update(handbook: Handbook) -> int:
    newest = max((update.date for update in handbook.updates), default="2026-01-01")
    return int(datetime.datetime.fromisoformat(newest).replace(tzinfo=datetime.UTC).timestamp())
