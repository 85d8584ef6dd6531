"""Furigana: the readings of the site's texts, and the file that lets the browser show them."""
