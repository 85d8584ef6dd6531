"""What is kept from build to build is never stale, and never for longer than it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import jinja2
import pytest

from macros import memo
from macros.load import load
from macros.templates import COMPILED

calls: list[str] = []


@memo.kept
def _worked_out(text: str) -> str:
    calls.append(text)
    return text.upper()


@pytest.fixture
def live() -> Iterator[None]:
    memo.begin(live=True)
    calls.clear()
    yield
    memo.begin(live=False)
    memo.next_build()
    memo.next_build()


def test_a_result_is_kept_while_builds_ask_for_it(live: None) -> None:
    for _ in range(3):
        assert _worked_out("a") == "A"
        memo.next_build()
    assert calls == ["a"]
    memo.next_build()
    _worked_out("a")
    assert calls == ["a", "a"]


def test_a_build_that_comes_alone_keeps_nothing() -> None:
    calls.clear()
    assert _worked_out("a") == _worked_out("a") == "A"
    assert calls == ["a", "a"]


def test_a_changed_file_is_read_anew_and_the_others_are_not(live: None, small: Path) -> None:
    before, _ = load(small / "data")
    path = small / "data/guidelines/laws.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("title: ", "title: 新", 1), encoding="utf-8")
    after, _ = load(small / "data")
    assert after.laws[0].title.startswith("新") and not before.laws[0].title.startswith("新")
    assert after.sources[0] is before.sources[0]


def test_faults_are_told_at_every_build(live: None, small: Path) -> None:
    path = small / "data/guidelines/laws.yml"
    path.write_text(path.read_text(encoding="utf-8") + "  colour: 赤\n", encoding="utf-8")
    assert [load(small / "data")[1] for _ in range(2)][1]


def test_a_changed_template_is_compiled_anew() -> None:
    said = []
    for source in ("{{ 1 }}", "{{ 1 }}", "{{ 2 }}"):
        loader = jinja2.DictLoader({"memo.html": source})
        said.append(jinja2.Environment(loader=loader, bytecode_cache=COMPILED).get_template("memo.html").render())
    assert said == ["1", "1", "2"]
