"""Furigana: the readings of the site's texts, and the file that lets the browser show them."""

from .site import reader_of, write

__all__ = ["reader_of", "write"]
