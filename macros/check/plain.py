"""Rules for plain Japanese: the pages of わかりやすい版 and every `easy` text.

Sources: わかりやすい情報提供のガイドライン (2015), 在留支援のためのやさしい日本語ガイドライン (2020).
data/README.md tells editors the same.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from pathlib import PurePosixPath

from ..faults import Fault
from ..model.fields import Record, Text
from ..model.files import Handbook
from ..words import longest_of
from .common import fault, texts

LONGEST_SENTENCE = 30
"""Characters of a sentence, spaces not counted."""
LONGEST_PHRASE = 12
"""Characters without a space or a mark between."""
KANJI_RUN = 4
"""So many kanji in a row are a compound that has to be taken apart."""

_SENTENCE = re.compile(r"[^。？！\n]+[。？！]?")
_MARKS = re.compile(r"[ 、。？！「」『』（）・：]+")
_RUBY = re.compile(r"\{([^{}|]+)\|[^{}|]+\}")
_LINK = re.compile(r"\[([^\]\n]+)\]\([^)\s]+\)")
_KANJI = re.compile(rf"[㐀-鿿々]{{{KANJI_RUN},}}")
_DENIAL = re.compile(r"(?<![少危])(?<!すく)(?<!あぶ)ない(?!しょ)|なければ|なけりゃ|なくて|なくは|ません|なし(?:に|で)")


def plain_sentences_are_short(handbook: Handbook) -> Iterator[Fault]:
    """A sentence in plain Japanese has at most 30 characters, spaces not counted."""
    for record, text in _plain_texts(handbook):
        for sentence in _SENTENCE.findall(_shown(text)):
            length = len(re.sub(r"\s", "", sentence))
            if length > LONGEST_SENTENCE:
                yield fault(text, record, f"やさしい日本語の文「{sentence.strip()}」が {length} 字あります。{LONGEST_SENTENCE} 字までの文に分けてください")


def plain_texts_hold_no_long_compound(handbook: Handbook) -> Iterator[Fault]:
    """Plain Japanese has no four kanji in a row, but for the words of the glossary."""
    words = {word for term in handbook.terms for word in (term.term, *term.aka) if _KANJI.search(word)}
    known = re.compile(longest_of(sorted(words)))
    for record, text in _plain_texts(handbook):
        for run in _KANJI.findall(known.sub(" ", _shown(text))):
            yield fault(text, record, f"やさしい日本語の文に、漢字が続く「{run}」があります。言いかえるか、用語集に加えてください")


def plain_sentences_deny_once(handbook: Handbook) -> Iterator[Fault]:
    """A sentence in plain Japanese holds at most one negation: none is taken back by another."""
    for record, text in _plain_texts(handbook):
        for sentence in _SENTENCE.findall(_shown(text)):
            if len(_DENIAL.findall(re.sub(r"\s", "", sentence))) > 1:
                yield fault(text, record, f"やさしい日本語の文「{sentence.strip()}」に、打ち消しが二つあります。「〜します」「〜できます」などに言いかえてください")


def plain_texts_are_spaced_alike(handbook: Handbook) -> Iterator[Fault]:
    """Plain Japanese has a single narrow space between phrases."""
    words = {word for term in handbook.terms for word in (term.term, *term.aka)}
    for record, text in _plain_texts(handbook):
        shown = _shown(text)
        if "\u3000" in shown or "  " in shown:
            yield fault(text, record, f"やさしい日本語の文「{shown}」の空きは、半角一つにしてください")
        for phrase in _MARKS.split(shown):
            if len(phrase) > LONGEST_PHRASE and not _is_term(phrase, words):
                yield fault(text, record, f"やさしい日本語の文の「{phrase}」が長く続いています。文節の間を半角の空きで分けてください")


def easy_pages_are_named_as_their_file(handbook: Handbook) -> Iterator[Fault]:
    """The id of a page of わかりやすい版 is easy- and the name of its file."""
    for page in handbook.easy:
        stem = PurePosixPath(page.place.path).stem
        if page.id != f"easy-{stem}":
            yield fault(page.id, page, f"id「{page.id}」とファイル名「{stem}.yml」が合いません。id を「easy-{stem}」にしてください")


def _plain_texts(handbook: Handbook) -> Iterator[tuple[Record, Text]]:
    for record, field, text in texts(handbook):
        # A checklist of another publisher has its question once more where it has no plain one.
        if field.meta["plain"] and text is not getattr(record, "text", None):
            yield record, text


def _shown(text: str) -> str:
    """The words that readers see: no readings, no addresses, no marks of Markdown."""
    return _LINK.sub(r"\1", _RUBY.sub(r"\1", text)).replace("**", "")


def _is_term(phrase: str, words: Container[str]) -> bool:
    """True for a set term with what clings to it (基幹相談支援センターは)."""
    return any(phrase[start:len(phrase) - more + start] in words for more in range(5) for start in range(more + 1))


RULES = (
    plain_sentences_are_short,
    plain_texts_hold_no_long_compound,
    plain_sentences_deny_once,
    plain_texts_are_spaced_alike,
    easy_pages_are_named_as_their_file,
)
