"""Rules for tools: the questions come to an end, and every reason says where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from ..faults import Fault
from ..load import walk
from ..model.files import Handbook
from ..model.tools import Tool, ToolPoint
from .common import fault


def tools_are_named_as_their_file(handbook: Handbook) -> Iterator[Fault]:
    """The id of a tool is `tool-` and the name of its file, since the file name becomes the address."""
    for tool in handbook.tools:
        stem = PurePosixPath(tool.place.path).stem
        if tool.id != f"tool-{stem}":
            yield fault(tool.id, tool, f"id「{tool.id}」とファイル名「{stem}.yml」が合いません。id を「tool-{stem}」にしてください")


def tools_come_to_an_end(handbook: Handbook) -> Iterator[Fault]:
    """The questions of a tool lead only forward, to a later question or an outcome of the same tool, and leave none out."""
    for tool in handbook.tools:
        order = {question.id: number for number, question in enumerate(tool.questions)}
        outcomes = {outcome.id for outcome in tool.outcomes}
        reached = {question.id for question in tool.questions[:1]}
        for question in tool.questions:
            for choice in question.choices:
                reached.add(choice.to)
                if choice.to in order and order[choice.to] <= order[question.id]:
                    yield fault(choice.to, choice, f"「{choice.to}」へ戻ると、問いが終わりません。後の問いか結果へ進めてください")
                elif choice.to in handbook.index and choice.to not in order.keys() | outcomes:
                    yield fault(choice.to, choice, f"「{choice.to}」は別の道具のものです。同じ道具の問いか結果へ進めてください")
        yield from _left_out(tool, reached)


def _left_out(tool: Tool, reached: set[str]) -> Iterator[Fault]:
    for part in (*tool.questions, *tool.outcomes):
        if part.id not in reached:
            yield fault(part.id, part, f"「{part.id}」へ進む答えがありません。どこかの答えの to に書くか、消してください")


def points_say_where_they_come_from(handbook: Handbook) -> Iterator[Fault]:
    """A point of a tool that rests on a source names the statements it rests on."""
    for tool in handbook.tools:
        for point in walk(tool):
            if isinstance(point, ToolPoint) and point.basis == "source" and not point.see:
                yield fault(point.text, point, "出典による文なのに see がありません。もとになる記述を書くか、basis を ours にしてください")


RULES = (tools_are_named_as_their_file, tools_come_to_an_end, points_say_where_they_come_from)
