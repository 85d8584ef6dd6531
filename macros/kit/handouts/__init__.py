"""Handouts: tagged PDF (PDF/UA) for chapters, the whole handbook, checklists, the worksheet and the plain version.

`content` gathers what a handout holds, `templates/` lays it out as HTML, Chromium prints it
(macros/kit/browser.py), and `finish` makes the PDF accessible and the same at every run.
"""

from .parts import parts

__all__ = ["parts"]
