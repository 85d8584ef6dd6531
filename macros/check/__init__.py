"""The rules that the data must keep. `python -m macros.check` prints every fault.

A rule is a generator that yields faults; its docstring is the rule. A new rule
is added to the list at the end of its module.
"""

from __future__ import annotations

from pathlib import Path

from ..faults import BadData, Fault
from ..load import load
from ..model.files import Handbook
from . import checklists, choices, figures, forms, ledger, pages, plain, readings, records, references, search, site, statistics, tools

RULES = (*records.RULES, *references.RULES, *statistics.RULES, *checklists.RULES, *choices.RULES, *figures.RULES, *tools.RULES, *forms.RULES, *plain.RULES, *readings.RULES, *search.RULES, *site.RULES)


def check(root: Path) -> tuple[Handbook, list[Fault]]:
    """Load `root`/data and return the handbook and all faults, sorted by place."""
    handbook, faults = load(root / "data")
    for rule in RULES:
        faults.extend(rule(handbook))
    faults.extend(pages.faults(handbook, root))
    faults.extend(figures.faults(handbook, root))
    faults.extend(ledger.faults(handbook, root))
    faults.extend(site.faults(handbook, root))
    return handbook, sorted(set(faults))


def checked(root: Path) -> Handbook:
    """Return the handbook of `root`. Raises BadData with every fault if there is any."""
    handbook, faults = check(root)
    if faults:
        raise BadData(faults)
    return handbook
