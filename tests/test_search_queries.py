"""The query log of the search tests is sound: its ids exist, its halves are split as its head says."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TypedDict

import pytest
import yaml

from .conftest import ROOT

HALVES = ("tuning", "heldout")
CLASSES = {
    "exact", "partial", "width-spacing", "kana", "katakana-hiragana", "synonym-oldname",
    "okurigana", "typo", "two-words", "three-words", "questions", "everyday-words",
}
FEWEST_QUERIES = 250
FEWEST_IN_A_CLASS = 22
# The split is by hash, so the halves of a class differ by chance; below a third, one half says too little.
SMALLEST_SHARE = 1 / 3

# `class` is a Python keyword, so the entry's type cannot be written as a class.
Entry = TypedDict("Entry", {"query": str, "class": str, "answers": list[str]})
Log = dict[str, list[Entry]]


@pytest.fixture(scope="module")
def log() -> Log:
    """The entries of each half, by the half's name."""
    files = {half: ROOT / f"tests/search/queries-{half}.yml" for half in HALVES}
    return {half: yaml.safe_load(path.read_text(encoding="utf-8")) for half, path in files.items()}


def entries(log: Log) -> list[Entry]:
    return [entry for half in HALVES for entry in log[half]]


def half_of(query: str) -> str:
    """The half that `query` belongs to, by the rule at the head of both files."""
    return HALVES[hashlib.sha256(query.encode("utf-8")).digest()[-1] & 1]


def test_an_entry_has_a_query_a_class_and_answers(log) -> None:
    wrong = [entry for entry in entries(log) if set(entry) != {"query", "class", "answers"} or not entry["answers"]]
    assert wrong == []


def test_every_answer_is_a_record_of_the_handbook(log, handbook) -> None:
    unknown = [(e["query"], own) for e in entries(log) for own in e["answers"] if own not in handbook.index]
    assert unknown == []


def test_no_answer_is_named_twice_for_a_query(log) -> None:
    assert [e["query"] for e in entries(log) if len(set(e["answers"])) < len(e["answers"])] == []


def test_no_query_stands_twice(log) -> None:
    counts = Counter(entry["query"] for entry in entries(log))
    assert [query for query, count in counts.items() if count > 1] == []


def test_there_are_enough_queries(log) -> None:
    assert len(entries(log)) >= FEWEST_QUERIES


def test_every_class_is_well_filled_in_both_halves(log) -> None:
    total = Counter(entry["class"] for entry in entries(log))
    assert set(total) == CLASSES
    assert {name: count for name, count in total.items() if count < FEWEST_IN_A_CLASS} == {}
    for half in HALVES:
        own = Counter(entry["class"] for entry in log[half])
        assert {name: own[name] for name in CLASSES if own[name] < total[name] * SMALLEST_SHARE} == {}, half


@pytest.mark.parametrize("half", HALVES)
def test_a_query_stands_in_the_half_that_its_hash_names(half, log) -> None:
    assert [entry["query"] for entry in log[half] if half_of(entry["query"]) != half] == []
