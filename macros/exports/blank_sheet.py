"""The blank spreadsheet of a checklist."""

from ..model.checklists import Checklist
from ..model.files import Handbook


def blank_sheet(checklist: Checklist, handbook: Handbook) -> bytes:
    return b""
