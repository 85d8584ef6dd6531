"""The file of a form: its name and its bytes."""

from __future__ import annotations

from ..model.files import Handbook
from ..model.forms import Form
from ..model.guides import Guide
from .form_sheet import form_sheet
from .word.form import form_document
from .word.guide import guide_document


def form_file_name(form: Form) -> str:
    """Name of a form's file, beside its page in templates/."""
    return f"{form.id.removeprefix('form-')}.{form.file}"


def form_file(form: Form, handbook: Handbook) -> bytes:
    """The Word or Excel file of a form."""
    return form_sheet(form, handbook) if form.file == "xlsx" else form_document(form, handbook)


def guide_file_name(guide: Guide) -> str:
    """Name of a guide's Word file, beside its page in kit/guides/."""
    return f"{guide.id.removeprefix('guide-')}.docx"


def guide_file(guide: Guide, handbook: Handbook) -> bytes:
    """The Word file of a guide."""
    return guide_document(guide, handbook)
