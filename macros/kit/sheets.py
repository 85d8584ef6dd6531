"""Blank checklists as workbooks: the same files that stand beside the self-checks."""

from __future__ import annotations

import functools

from ..exports.xlsx import blank_sheet
from ..model.files import Handbook
from .part import Part


def parts(handbook: Handbook) -> list[Part]:
    """One workbook for each checklist."""
    return [
        Part(
            id=f"sheet-{checklist.id}", kind="checklist", title=f"{checklist.title}（Excel、記入前）",
            path=f"sheets/{checklist.id}.xlsx", about=checklist.id,
            write=functools.partial(blank_sheet, checklist, handbook),
        )
        for checklist in handbook.checklists
    ]
