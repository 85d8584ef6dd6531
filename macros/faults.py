"""A fault in the data: where, what, why, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass

from .model.fields import Place


@dataclass(frozen=True, order=True)
class Fault:
    """One fault. `message` is Japanese and ends with the remedy."""

    place: Place
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


class StopBuild(Exception):
    """The build must stop; the message says why and what to do. Printed without a traceback."""


class BadData(StopBuild):
    """The data has faults."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(f"データに直すところが {len(faults)} か所あります。\n{report(faults)}")
        self.faults = faults


def report(faults: list[Fault]) -> str:
    """All faults, sorted by place, one per line."""
    return "\n".join(str(fault) for fault in sorted(set(faults)))
