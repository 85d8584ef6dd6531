"""Slides (PPTX) for every chapter and learning path, in sets of 30, 60 and 90 minutes.

`chapters` and `paths` plan the slides from the records, `sets` cuts them to a time, `measure` sees
that no text leaves its box, `look` is the master, and `write` makes the file.
"""

from .parts import parts

__all__ = ["parts"]
