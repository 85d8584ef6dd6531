"""What is done to a built site, whichever program built it: search index, readings, text edition, policy.

Knows no site generator. hooks.py calls it after MkDocs; tests/zensical calls it after Zensical.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from . import furigana, offline, text_edition
from .search import INDEX, search_index
from .views import Views


def finish(site: str | Path, views: Views, pages: Mapping[str, tuple[str, str]], *, live: bool = False) -> None:
    """Complete the site in the folder `site`. Raises StopBuild where a page breaks a rule.

    `pages`: path on the site → title and HTML of the content, without the frame (for the search).
    `live`: whoever writes wants to see pages soon, so the text edition is left out, the index is not
    made small, and the reload script is let pass.
    """
    index = Path(site) / INDEX
    index.write_text(search_index(views.handbook, views.places, pages, live=live), encoding="utf-8")
    reader = furigana.reader_of(views.handbook)
    furigana.write(site, views.handbook, reader)
    if not live:
        text_edition.write(site, views.handbook, reader)
    offline.seal(site, live=live)
