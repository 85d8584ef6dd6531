"""The query log and how well results answer it."""

from __future__ import annotations

import json
import subprocess
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from macros.addresses import Address

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[1]


@dataclass(frozen=True)
class Query:
    """What somebody types, of which class, and the ids of the records that answer."""

    query: str
    kind: str
    answers: tuple[str, ...]


def queries(half: str) -> list[Query]:
    """The queries of a file: the halves "tuning" and "heldout", and "extra", "second" and the "fresh" ones, which came later."""
    rows = yaml.safe_load((FOLDER / f"queries-{half}.yml").read_text(encoding="utf-8"))
    return [Query(row["query"], row["class"], tuple(row["answers"])) for row in rows]


def places_of(query: Query, places: Mapping[str, Address]) -> set[str]:
    """Addresses (from the site's root) that answer a query. An answer that is no longer there raises KeyError."""
    return {places[own].seen_from("") for own in query.answers}


def ranks(found: Sequence[Query], results: Sequence[Sequence[str]], places: Mapping[str, Address]) -> list[int | None]:
    """For each query the place (from 1) of the first result that answers; None if there is none."""
    return [
        next((place for place, url in enumerate(urls, 1) if url in places_of(query, places)), None)
        for query, urls in zip(found, results, strict=True)
    ]


@dataclass(frozen=True)
class Score:
    """How many of the queries are answered by the first result, the first three, the first ten; how many find nothing."""

    queries: int
    first: int
    three: int
    ten: int
    nothing: int


def scores(found: Sequence[Query], results: Sequence[Sequence[str]], places: Mapping[str, Address]) -> dict[str, Score]:
    """Scores by class; "" is all."""
    groups: dict[str, list[tuple[int | None, bool]]] = defaultdict(list)
    for query, rank, urls in zip(found, ranks(found, results, places), results, strict=True):
        for name in ("", query.kind):
            groups[name].append((rank, not urls))
    return {name: _score(rows) for name, rows in groups.items()}


def _score(rows: list[tuple[int | None, bool]]) -> Score:
    within: Callable[[int], int] = lambda most: sum(rank is not None and rank <= most for rank, _ in rows)
    return Score(len(rows), within(1), within(3), within(10), sum(nothing for _, nothing in rows))


def answered(index: Path, found: Sequence[Query]) -> list[list[str]]:
    """Addresses of the results for each query, by the engine itself, without a browser."""
    done = subprocess.run(
        [str(ROOT / "tools/with-node"), "node", str(FOLDER / "engine.mjs"), str(index)],
        input=json.dumps([query.query for query in found]), capture_output=True, text=True, check=True, cwd=ROOT,
    )
    return json.loads(done.stdout)
