"""Every rule of the data: a faulty file named by its fault gives exactly its messages.

A fixture in fixtures/faulty/ replaces one file of fixtures/small/. Its head says which
(`# file:`) and every line that the check must print (`# says:`).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.check import RULES, check
from macros.faults import Fault
from macros.load import load

from .conftest import FIXTURES, ROOT

FAULTY = sorted((FIXTURES / "faulty").glob("*.txt"))


@pytest.mark.parametrize("fixture", FAULTY, ids=lambda path: path.stem)
def test_a_faulty_file_is_reported_with_place_and_remedy(fixture: Path, small: Path) -> None:
    head, _, body = fixture.read_bytes().decode("utf-8").partition("# ----\n")
    lines = head.splitlines()
    target = small / lines[0].removeprefix("# file: ")
    expected = [line.removeprefix("# says: ") for line in lines if line.startswith("# says: ")]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True) if "# gone" in lines else target.write_bytes(body.encode())

    _, faults = check(small)

    assert [str(fault) for fault in faults] == expected
    assert expected, "a fixture must expect a message"


def test_the_small_project_has_no_fault(small: Path) -> None:
    handbook, faults = check(small)
    assert faults == []
    assert len(handbook.index) > 20


def test_faults_of_all_files_are_reported_in_one_run(small: Path) -> None:
    for name in ("laws.yml", "scales.yml", "faq/sample.yml"):
        path = small / "data/guidelines" / name
        path.write_text(path.read_text(encoding="utf-8") + "  colour: 赤\n", encoding="utf-8")
    _, faults = check(small)
    assert [fault.place.path for fault in faults] == [
        "data/guidelines/faq/sample.yml", "data/guidelines/laws.yml", "data/guidelines/scales.yml",
    ]


def test_a_file_in_another_encoding_is_named(small: Path) -> None:
    path = small / "data/guidelines/laws.yml"
    path.write_bytes(path.read_text(encoding="utf-8").encode("shift_jis"))
    _, faults = check(small)
    assert [str(f) for f in faults if f.place.path.endswith("laws.yml")] == [
        "data/guidelines/laws.yml:2: 文字コードが UTF-8 ではありません。エディターで「UTF-8」を選んで保存し直してください",
    ]


def test_a_byte_order_mark_does_no_harm(small: Path) -> None:
    path = small / "data/guidelines/laws.yml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert check(small)[1] == []


@pytest.fixture(scope="module")
def real_data():
    """The real data as read, so that each rule is judged on its own."""
    return load(ROOT / "data")[0]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_real_data_keeps_the_rule(rule, real_data) -> None:
    assert [str(fault) for fault in rule(real_data)] == []


def test_the_real_data_can_be_read_and_fits_the_pages() -> None:
    assert [str(fault) for fault in check(ROOT)[1]] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_says_in_its_docstring_what_it_is(rule) -> None:
    assert rule.__doc__ and rule.__doc__.strip().endswith(".")


def test_every_rule_has_a_faulty_file(small: Path) -> None:
    """Each rule yields at least one fault over all fixtures: a rule that never speaks is untested."""
    spoken: set[str] = set()
    for fixture in FAULTY:
        head, _, body = fixture.read_text(encoding="utf-8").partition("# ----\n")
        target = small / head.splitlines()[0].removeprefix("# file: ")
        before = target.read_bytes() if target.exists() else None
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True) if "# gone" in head else target.write_text(body, encoding="utf-8")
        handbook, _ = check(small)
        spoken |= {rule.__name__ for rule in RULES if any(isinstance(f, Fault) for f in rule(handbook))}
        target.unlink(missing_ok=True)
        if before is not None:
            target.write_bytes(before)
    assert spoken == {rule.__name__ for rule in RULES}
