"""The tools' data: figures that fit the source's examples, every way has an end, every reason a source."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.load import load, walk
from macros.model.files import Handbook
from macros.model.tools import Tool, ToolPoint
from macros.tool_data import citations_of, citations_of_tool, page_values, tool_data

from .conftest import ROOT

MAN = 10_000


@pytest.fixture(scope="module")
def data() -> Handbook:
    """The real data as read, so that a fault elsewhere does not hide what is tested here."""
    return load(ROOT / "data")[0]


@pytest.fixture(scope="module", params=["tool-sharing", "tool-sort-issues", "tool-coordinator-costs"])
def tool(request: pytest.FixtureRequest, data: Handbook) -> Tool:
    return data.index[request.param]


def _values(handbook: Handbook, own: str, column: str) -> dict[str, float]:
    return {row.id: row.values[column] for row in handbook.index[own].rows}


def test_the_terms_of_the_estimate_give_what_the_source_expects(data: Handbook) -> None:
    term = _values(data, "stat-base-bonus-terms", "value")
    benefit = _values(data, "stat-base-bonus-estimate", "benefit")
    for row, times in _values(data, "stat-base-bonus-estimate", "limit").items():
        assert term["units"] * times * term["months"] * term["price"] == benefit[row] * MAN
        for share in ("national", "prefectural", "municipal"):
            assert benefit[row] * term[share] / 100 == _values(data, "stat-base-bonus-estimate", share)[row]


def test_the_terms_give_the_costs_of_the_three_cities_and_the_area(data: Handbook) -> None:
    term = _values(data, "stat-base-bonus-terms", "value")
    each = term["units"] * term["limit"] * term["months"] * term["price"] * term["municipal"] / 100 / MAN
    for row in data.index["stat-base-coordinator-costs"].rows:
        if not row.id.endswith("_before"):
            assert row.values["coordinators"] * each + (row.values["others"] or 0) == row.values["cost"], row.id


def test_the_shares_of_the_terms_add_up(data: Handbook) -> None:
    term = _values(data, "stat-base-bonus-terms", "value")
    assert term["national"] + term["prefectural"] + term["municipal"] == 100


def _ways(tool: Tool, at: str) -> Iterator[list[str]]:
    question = next((one for one in tool.questions if one.id == at), None)
    if question is None:
        yield [at]
        return
    for choice in question.choices:
        for rest in _ways(tool, choice.to):
            yield [choice.id, *rest]


@pytest.mark.parametrize("own", ["tool-sharing", "tool-sort-issues"])
def test_every_way_through_a_tool_ends_in_an_outcome(data: Handbook, own: str) -> None:
    tool = data.index[own]
    outcomes = {outcome.id for outcome in tool.outcomes}
    ends = [way[-1] for way in _ways(tool, tool.questions[0].id)]
    assert set(ends) == outcomes


def test_nothing_is_shared_unless_all_three_conditions_or_consent_are_there(data: Handbook) -> None:
    tool = data.index["tool-sharing"]
    conditions = {"tc-sharing-cannot-yes", "tc-sharing-danger-yes", "tc-sharing-together-yes", "tc-sharing-whom-council"}
    consents = {"tc-sharing-consent-given", "tc-sharing-again-yes"}
    shared = [set(way) for way in _ways(tool, tool.questions[0].id) if way[-1] == "to-sharing-share"]
    assert shared
    assert all(conditions <= way or consents & way for way in shared)
    assert all("tc-sharing-least-yes" in way for way in shared)


def test_every_issue_gets_a_term_and_every_end_a_name(data: Handbook) -> None:
    tool = data.index["tool-sort-issues"]
    choices = {choice.id: choice for question in tool.questions for choice in question.choices}
    for way in _ways(tool, tool.questions[0].id):
        assert any(choices[step].term for step in way[:-1]), way
    assert all(outcome.label for outcome in tool.outcomes)


def test_every_point_of_a_source_has_a_place_in_it(tool: Tool, data: Handbook) -> None:
    for point in walk(tool):
        if isinstance(point, ToolPoint) and point.basis == "source":
            assert citations_of(point, data), point.text


def test_every_citation_of_a_point_is_in_the_list_of_the_page(tool: Tool, data: Handbook) -> None:
    listed = len(citations_of_tool(tool, data))
    cited = page_values(tool, data)["cited"]
    numbers = {number for part in walk(tool) if isinstance(part, ToolPoint) for number in cited(part)}
    assert numbers <= set(range(1, listed + 1))


def test_the_script_gets_plain_texts(tool: Tool, data: Handbook) -> None:
    text = str(tool_data(tool, data))
    assert "${" not in text
    assert "](" not in text

