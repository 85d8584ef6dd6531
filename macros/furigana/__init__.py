"""Furigana: the readings of the site's texts, and the file that lets the browser show them."""

from .site import write

__all__ = ["write"]
