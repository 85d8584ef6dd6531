"""The templates, group-work sheets and facilitation guides as parts of the kit."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from ..exports.form_files import form_file, form_file_name, guide_file, guide_file_name
from ..model.files import Handbook
from .part import Part


def parts(handbook: Handbook) -> Iterator[Part]:
    """A part for each form and each guide, in the order of the site."""
    for form in handbook.forms:
        kind = "worksheet" if form.group == "group-work" else "template"
        write = functools.partial(form_file, form, handbook)
        yield Part(form.id, kind, form.title, f"templates/{form_file_name(form)}", form.id, write)
    for guide in handbook.guides:
        write = functools.partial(guide_file, guide, handbook)
        yield Part(guide.id, "guide", guide.title, f"guides/{guide_file_name(guide)}", guide.id, write)
