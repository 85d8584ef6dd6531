"""Tools → what their pages need: the sources of each point, and JSON for the script (client/tools/guide.ts)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .client_data import script_json
from .load import walk
from .model.fields import Record
from .model.files import Handbook
from .model.knowledge import Citation
from .model.tools import BASES, LEVELS, TERMS, Tool, ToolChoice, ToolOutcome, ToolPoint, ToolQuestion
from .prose import plain


def page_values(tool: Tool, handbook: Handbook) -> dict[str, Any]:
    """What the template of a tool's component works with."""
    citations = citations_of_tool(tool, handbook)
    numbers = {citation: number for number, citation in enumerate(citations, 1)}

    def cited(record: Record) -> list[int]:
        return [numbers[citation] for citation in citations_of(record, handbook)]

    return {"tool": tool, "citations": citations, "cited": cited, "data": script_json(tool_data(tool, handbook))}


def citations_of(record: Record, handbook: Handbook) -> list[Citation]:
    """The sources of a statement; of a point, those of the records it rests on, each place once."""
    if not isinstance(record, ToolPoint):
        return list(getattr(record, "sources", ()))
    resting = record.see if record.basis == "source" else ()
    return list(dict.fromkeys(citation for own in resting for citation in citations_of(handbook.index[own], handbook)))


def citations_of_tool(tool: Tool, handbook: Handbook) -> list[Citation]:
    """All places of sources that a tool's points and rules rest on, in reading order."""
    records = [*walk(tool), *(handbook.index[own] for own in tool.rules)]
    return list(dict.fromkeys(citation for record in records for citation in citations_of(record, handbook)))


def tool_data(tool: Tool, handbook: Handbook) -> dict:
    """The questions of a tool as the browser needs them; the shape is `Guide` in client/tools/guide.ts."""

    def points(records: Iterable[ToolPoint]) -> list[dict]:
        return [
            {"text": plain(point.text, handbook), "basis": point.basis, "sources": _places(citations_of(point, handbook), handbook)}
            for point in records
        ]

    def choice(record: ToolChoice) -> dict:
        return {
            "id": record.id, "text": record.text, "to": record.to, "level": record.level, "term": record.term,
            "reasons": points(record.reasons), "todo": points(record.todo),
        }

    def question(record: ToolQuestion) -> dict:
        return {"id": record.id, "title": record.title, "choices": [choice(one) for one in record.choices]}

    def outcome(record: ToolOutcome) -> dict:
        return {
            "id": record.id, "title": record.title, "label": record.label or record.title,
            "points": points(record.points), "todo": points(record.todo), "record": points(record.record),
        }

    return {
        "id": tool.id,
        "title": tool.title,
        "cautions": points(tool.cautions),
        "questions": [question(one) for one in tool.questions],
        "outcomes": [outcome(one) for one in tool.outcomes],
        "levels": LEVELS,
        "terms": TERMS,
        "bases": BASES,
    }


def _places(citations: list[Citation], handbook: Handbook) -> list[str]:
    return [f"{handbook.index[citation.source].short} {citation.at}" for citation in citations]
