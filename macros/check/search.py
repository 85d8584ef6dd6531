"""Rules for what helps the search."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator

from ..faults import Fault
from ..model.files import Handbook
from ..model.search import Asked, Synonym
from .common import fault, texts


def synonyms_lead_to_words_of_the_site(handbook: Handbook) -> Iterator[Fault]:
    """A synonym leads to a word that the site uses; a mere spelling (`same`) may lead anywhere."""
    written = "\n".join(_plain(text) for record, _, text in texts(handbook) if not isinstance(record, (Asked, Synonym)))
    for synonym in handbook.synonyms:
        if not synonym.same and _plain(synonym.word) not in written:
            yield fault(synonym.word, synonym, f"「{synonym.word}」は、このサイトの文に出てきません。本文で使っている言葉にしてください")


def synonyms_are_told_once(handbook: Handbook) -> Iterator[Fault]:
    """A word is led from to another word once, and never to itself."""
    seen: set[tuple[str, str]] = set()
    for synonym in handbook.synonyms:
        for typed in synonym.typed:
            pair = (_plain(typed), _plain(synonym.word))
            if pair[0] == pair[1]:
                yield fault(typed, synonym, f"「{typed}」は word と同じ言葉です。全角と半角、大文字と小文字は、書かなくても同じとみなします。消してください")
            elif pair in seen:
                yield fault(typed, synonym, f"「{typed}」から「{synonym.word}」への言い換えは、もうあります。消してください")
            seen.add(pair)


def sentences_are_told_once(handbook: Handbook) -> Iterator[Fault]:
    """A record is named once, and a sentence leads to one record."""
    answers: set[str] = set()
    seen: set[str] = set()
    for asked in handbook.asked:
        if asked.answer in answers:
            yield fault(asked.answer, asked, f"「{asked.answer}」は、もうあります。打たれる文を、そちらの typed にまとめてください")
        answers.add(asked.answer)
        for typed in asked.typed:
            if _plain(typed) in seen:
                yield fault(typed, asked, f"「{typed}」は、もうあります。いちばんよい答えの一つだけに書いてください")
            seen.add(_plain(typed))


@functools.lru_cache(maxsize=None)  # the data is checked again at every change while it is served
def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


RULES = (synonyms_lead_to_words_of_the_site, synonyms_are_told_once, sentences_are_told_once)
