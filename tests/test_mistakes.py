"""Single mistakes in the small project: harmless or reported. `make fuzz-data` tries 1,000 in the real data."""

from __future__ import annotations

from .conftest import FIXTURES
from .fuzz.data import run
from .fuzz.mutations import MUTATIONS

SEED = 20261121


def test_a_single_mistake_is_harmless_or_reported() -> None:
    trials = list(run(FIXTURES / "small", range(3 * len(MUTATIONS)), SEED))
    assert [trial for trial in trials if trial.problem] == []
    assert {"harmless", "reported"} == {trial.outcome for trial in trials}
