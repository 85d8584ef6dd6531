"""The text edition: every page and every blank checklist as plain text, for braille transcription and screen readers."""

from .site import write

__all__ = ["write"]
