"""The search index: what the site holds, as the browser searches it (client/search)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..addresses import Address
from ..model.files import Handbook
from .documents import documents
from .pack import packed
from .pages import page_documents
from .readings import reading_table

INDEX = "assets/app/search-index.js"
"""Path of the index on the site."""


def search_index(
    handbook: Handbook, places: Mapping[str, Address], pages: Mapping[str, tuple[str, str]], *, live: bool = False,
) -> str:
    """The index as a script. `pages` are the built pages: path → title and HTML of the content. `live`: soon rather than small."""
    records = documents(handbook, places)
    tops = {document.address.path for document in records if not document.address.anchor}
    found = [*records, *page_documents(pages, places, {document.title for document in records}, tops)]
    texts = [text for document in found for text in (document.title, document.also, document.text)]
    # Terms bring their readings themselves, as other names.
    readings = reading_table(texts, ((reading.reading, reading.word) for reading in handbook.readings))
    return packed(found, readings, synonyms(handbook), variants(handbook), quick=live)


def synonyms(handbook: Handbook) -> Iterator[tuple[str, ...]]:
    """A word of the site, then what somebody may type for it: editors' synonyms, other names of meetings.

    Other names of terms stand in their documents (client/search/unpack.ts reads them there).
    """
    yield from ((synonym.word, *synonym.typed) for synonym in handbook.synonyms if not synonym.same)
    for meeting in handbook.meetings:
        if meeting.aka:
            yield meeting.title, *meeting.aka
            yield from ((other, meeting.title) for other in meeting.aka)


def variants(handbook: Handbook) -> Iterator[tuple[str, str]]:
    """Other spellings of a word, then the word: replaced wherever they stand."""
    return ((typed, synonym.word) for synonym in handbook.synonyms if synonym.same for typed in synonym.typed)
