"""Rules for single records: ids, words, dates, texts."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator

from ..faults import Fault
from ..model.evidence import PREFECTURES
from ..model.fields import DATE, PARTIAL_DATE
from ..model.files import Handbook
from ..model.ids import ID_KINDS
from ..model.types import own_field, shape
from .common import everything, fault, texts

_TAG = re.compile(r"<[A-Za-z/!?][^>\n]*>?")
"""What a page would read as a tag or a comment, closed or not."""
_COMMAND = re.compile(r"\{[{%#]")
"""What begins a command of the template language, which mkdocs-macros would carry out in the title of a page."""
_TWICE = re.compile(r"([第章節条項、。：])\1")
_TABLE_HEAD = re.compile(r"^ *\|(.*)\| *\n *\|[ :|-]+\| *$", re.M)


def ids_are_spelled_by_their_kind(handbook: Handbook) -> Iterator[Fault]:
    """An id follows the pattern of its kind."""
    for record in everything(handbook):
        field = own_field(type(record))
        if field is None:
            continue
        kind, own = ID_KINDS[field.meta["own"]], getattr(record, field.name)
        if not kind.matches(own):
            start = f"「{kind.prefix}」で始め、" if kind.prefix else ""
            yield fault(own, record, f"{kind.label}の id「{own}」は{start}小文字の英数字とハイフンで書いてください。例: {kind.example}")


def words_are_among_the_choices(handbook: Handbook) -> Iterator[Fault]:
    """A field with a fixed set of words holds one of them."""
    for record, field, value in texts(handbook):
        choices = field.meta["choices"]
        if choices and value not in choices:
            allowed = "、".join(f"{word}（{label}）" for word, label in choices.items())
            yield fault(value, record, f"「{field.name}」に「{value}」は使えません。{allowed} から選んでください")


def texts_match_their_pattern(handbook: Handbook) -> Iterator[Fault]:
    """A field with a written form (date, version, reading …) keeps that form."""
    for record, field, value in texts(handbook):
        pattern = field.meta["pattern"]
        if pattern and not re.fullmatch(pattern, value):
            yield fault(value, record, f"「{field.name}」の「{value}」は書き方がちがいます。{field.meta['hint']}で書いてください")


def dates_exist(handbook: Handbook) -> Iterator[Fault]:
    """A date is a day that the calendar has."""
    for record, field, value in texts(handbook):
        if field.meta["pattern"] not in (DATE, PARTIAL_DATE) or not re.fullmatch(PARTIAL_DATE, value):
            continue
        year, month, day = (*map(int, value.split("-")), 1, 1)[:3]
        try:
            datetime.date(year, month, day)
        except ValueError:
            yield fault(value, record, f"「{field.name}」の {value} は、こよみにない日付です。正しい日付にしてください")


def lists_that_are_needed_are_not_empty(handbook: Handbook) -> Iterator[Fault]:
    """A required list has at least one entry; above all, every statement has a source."""
    foreign = {checklist.place.path for checklist in handbook.checklists if checklist.publisher}
    for record in everything(handbook):
        for field in shape(type(record)):
            spared = field.meta["ours"] and record.place.path in foreign
            if field.required and not spared and getattr(record, field.name) in ((), {}):
                yield fault(None, record, f"「{field.name}」（{field.meta['doc']}）が空です。一つ以上書いてください")


def lists_hold_no_word_twice(handbook: Handbook) -> Iterator[Fault]:
    """A list of words or ids names each once."""
    for record in everything(handbook):
        for field in shape(type(record)):
            if field.kind not in ("texts", "numbers"):
                continue
            seen: set[object] = set()
            for value in getattr(record, field.name):
                if value in seen:
                    yield fault(value, record, f"「{field.name}」に「{value}」が二度あります。一つにしてください")
                seen.add(value)


def texts_hold_no_markup_or_control_characters(handbook: Handbook) -> Iterator[Fault]:
    """A text holds no HTML, no command of a template, no invisible character and none lost in conversion: it goes to print, Excel and slides too."""
    for record, field, value in texts(handbook):
        if "<" not in value and "{" not in value and "\ufffd" not in value and value.isprintable():
            continue  # nearly every text
        if command := _COMMAND.search(value):
            yield fault(value, record, f"「{field.name}」の {command.group()} は、組み立てる道具への命令になるので使えません。消してください")
        tag = _TAG.search(value)
        if tag:
            yield fault(value, record, f"「{field.name}」に HTML のタグ {tag.group().strip()} があります。Markdown の書き方にするか、消してください")
        if "\ufffd" in value:
            yield fault(value, record, f"「{field.name}」に、文字化けの跡（�）があります。元の文字を書き直してください")
        if value.isprintable():
            continue
        first = next((c for c in value if not c.isprintable() and c not in "\n\u3000"), "")
        if first:
            kind = "ふつうの空白でない空白" if unicodedata.category(first) == "Zs" else "見えない文字"
            yield fault(value, record, f"「{field.name}」に{kind}（U+{ord(first):04X}）があります。消してください")


def texts_hold_no_sign_twice(handbook: Handbook) -> Iterator[Fault]:
    """What is never written twice in a row stands once: a slip of the hand that a reader would see."""
    for record, field, value in texts(handbook):
        if twice := _TWICE.search(value):
            yield fault(value, record, f"「{field.name}」に「{twice.group()}」と、同じ字が二つ続いています。一つにしてください")


def tables_have_no_empty_heading(handbook: Handbook) -> Iterator[Fault]:
    """Every column of a table in a text has a heading: who hears the table needs it."""
    for record, field, value in texts(handbook):
        for head in _TABLE_HEAD.finditer(value):
            if any(not cell.strip() for cell in head[1].split("|")):
                yield fault(value, record, f"「{field.name}」の表の見出し「|{head[1]}|」に空の欄があります。「比べる点」のような見出しを書いてください")


def prefectures_exist(handbook: Handbook) -> Iterator[Fault]:
    """A case names a prefecture by its full name."""
    for case in handbook.cases:
        if case.prefecture and case.prefecture not in PREFECTURES:
            yield fault(case.prefecture, case, f"都道府県「{case.prefecture}」がありません。「北海道」「青森県」のように正式な名で書いてください")


def statements_with_figures_have_a_date(handbook: Handbook) -> Iterator[Fault]:
    """A statement that gives a percentage or a statistic says of when it is (`as_of`)."""
    for record in everything(handbook):
        text = getattr(record, "text", "")
        if hasattr(record, "as_of") and not record.as_of and re.search(r"\d\s?[%％]|\$\{", text):
            yield fault(text, record, "数字（% や ${…}）があるのに時点がありません。「as_of: 2025-04」のように時点を書いてください")


def answers_are_short(handbook: Handbook) -> Iterator[Fault]:
    """An answer of the FAQ has at most three sentences."""
    for faq in handbook.faqs:
        if faq.answer.count("。") > 3:
            yield fault(faq.answer, faq, f"答えが {faq.answer.count('。')} 文あります。三文までに縮めてください")


def terms_are_unique(handbook: Handbook) -> Iterator[Fault]:
    """A word of the glossary is explained once."""
    seen: dict[str, str] = {}
    for term in handbook.terms:
        for word in (term.term, *term.aka):
            if word in seen and seen[word] != term.id:
                yield fault(word, term, f"用語「{word}」は {seen[word]} にもあります。どちらか一つにまとめてください")
            seen.setdefault(word, term.id)


def quizzes_can_be_answered(handbook: Handbook) -> Iterator[Fault]:
    """A question has two to five choices, of which some but not all are right."""
    for quiz in handbook.quizzes:
        for question in quiz.questions:
            right = sum(choice.correct for choice in question.choices)
            if not 2 <= len(question.choices) <= 5:
                yield fault(None, question, f"選択肢が {len(question.choices)} 個です。二つから五つにしてください")
            elif not 0 < right < len(question.choices):
                yield fault(None, question, "正解が一つもないか、すべて正解です。正しい選択肢にだけ correct: true を付けてください")


def events_are_in_a_month(handbook: Handbook) -> Iterator[Fault]:
    """An event of the calendar names months from 1 to 12, and its source unless it is ours."""
    for event in handbook.events:
        for month in event.months:
            if not 1 <= month <= 12:
                yield fault(None, event, f"月 {month} はありません。1 から 12 で書いてください")
        if event.basis == "source" and not event.sources:
            yield fault(None, event, "出典による項目なのに sources がありません。出典を書くか、basis を ours にしてください")


RULES = (
    ids_are_spelled_by_their_kind,
    words_are_among_the_choices,
    texts_match_their_pattern,
    dates_exist,
    lists_that_are_needed_are_not_empty,
    lists_hold_no_word_twice,
    texts_hold_no_markup_or_control_characters,
    texts_hold_no_sign_twice,
    tables_have_no_empty_heading,
    prefectures_exist,
    statements_with_figures_have_a_date,
    answers_are_short,
    terms_are_unique,
    quizzes_can_be_answered,
    events_are_in_a_month,
)
