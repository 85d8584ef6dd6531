"""A facilitation guide as a Word file: for the hand of who leads the meeting."""

from __future__ import annotations

from collections.abc import Iterable

from docx.document import Document
from docx.table import _Cell

from ...forms import OURS, all_citations, places
from ...model.files import Handbook
from ...model.guides import Guide, GuideSlot, GuideTask
from ...model.tools import ToolPoint
from ...prose import plain
from ...titles import titles
from .paper import paper, saved
from .tables import head, height, label, line, table


def guide_document(guide: Guide, handbook: Handbook) -> bytes:
    """The Word file of a guide."""
    document = paper(guide.title, "進行ガイド　協議会ハンドブック")
    names = titles(handbook)
    document.add_paragraph(guide.title, style="Title")
    document.add_paragraph(guide.description)
    document.add_paragraph(f"時間：{guide.minutes}分　／　人：{guide.people}")
    _listed(document, "ねらい", guide.aims)
    _points(document, "もとにした考え", guide.basis, handbook)
    _tasks(document, "準備", guide.prepare, handbook)
    _listed(document, "配るもの・映すもの", (f"{names[one.go]}：{one.use}" for one in guide.handouts))
    _timetable(document, guide, handbook)
    _listed(document, "話が止まったときの問い", guide.questions)
    _points(document, "つまずきやすいところ", guide.pitfalls, handbook)
    _tasks(document, "そのあと", guide.after, handbook)
    used = (f"{handbook.index[one.source].title}　{one.at}" for one in all_citations(guide, handbook))
    _listed(document, "出典", used, style="Hint")
    return saved(document)


def _listed(document: Document, title: str, lines: Iterable[str], style: str = "Normal") -> None:
    document.add_heading(title, 1)
    for text in lines:
        document.add_paragraph(f"・{text}", style=style)


def _points(document: Document, title: str, points: Iterable[ToolPoint], handbook: Handbook) -> None:
    def said(point: ToolPoint) -> str:
        return OURS if point.basis == "ours" else f"出典：{'／'.join(places(point.see, handbook))}"

    _listed(document, title, (f"{plain(point.text, handbook)}（{said(point)}）" for point in points))


def _tasks(document: Document, title: str, tasks: tuple[GuideTask, ...], handbook: Handbook) -> None:
    document.add_heading(title, 1)
    for row, task in zip(table(document, [3, 12], len(tasks), title).rows, tasks, strict=True):
        when, what = row.cells
        label(when, task.when)
        line(what).add_run(plain(task.text, handbook))
        height(row, 1)


def _timetable(document: Document, guide: Guide, handbook: Handbook) -> None:
    document.add_heading("時間割", 1)
    rows = list(table(document, [3, 12], len(guide.timetable) + 1, "時間割").rows)
    head(rows[0], ["時間", "すること"])
    start = 0
    for row, slot in zip(rows[1:], guide.timetable, strict=True):
        time, what = row.cells
        label(time, f"{start}〜{start + slot.minutes}分")
        _slot(what, slot, handbook)
        height(row, 1)
        start += slot.minutes


def _slot(cell: _Cell, slot: GuideSlot, handbook: Handbook) -> None:
    line(cell).add_run(f"{slot.title}（{slot.minutes}分）").bold = True
    cell.add_paragraph(plain(slot.text, handbook))
    if slot.say:
        cell.add_paragraph(f"言葉の例：「{slot.say}」")
    for number, step in enumerate(slot.steps, 1):
        cell.add_paragraph(f"{number}．（{step.minutes}分）{plain(step.text, handbook)}")
